/** Administration commands. */
@NullMarked
package org.imipagent.tools;

import org.jspecify.annotations.NullMarked;
