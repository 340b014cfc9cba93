/** Tests of the whole house. */
@NullMarked
package org.imipagent;

import org.jspecify.annotations.NullMarked;
