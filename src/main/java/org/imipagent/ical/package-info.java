/**
 * The one door to ical4j: text to calendar values and back, recurrence, VTIMEZONE and foreign zone
 * names.
 *
 * <p>Reading is lenient and bounded, writing is strict (RFC 5545). Reading and writing load no
 * class of ical4j, so that a page can show an event without it; recurrence does.
 */
@NullMarked
package org.imipagent.ical;

import org.jspecify.annotations.NullMarked;
