/** Tests of the adapter for calendar text. */
@NullMarked
package org.imipagent.ical;

import org.jspecify.annotations.NullMarked;
