/** Tests of the program as a whole. */
@NullMarked
package org.imipagent;

import org.jspecify.annotations.NullMarked;
