/** Tests of recurrence. */
@NullMarked
package org.imipagent.recurrence;

import org.jspecify.annotations.NullMarked;
