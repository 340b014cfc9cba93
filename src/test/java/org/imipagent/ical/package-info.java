/** Tests of the door to calendar text. */
@NullMarked
package org.imipagent.ical;

import org.jspecify.annotations.NullMarked;
