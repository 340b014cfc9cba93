/**
 * The adapter for calendar text (RFC 5545): text to calendar values and back, VTIMEZONE and foreign
 * zone names.
 *
 * <p>Reading is lenient and bounded, writing is strict. All work is counted against {@link
 * org.imipagent.calendar.Limits}, never timed. No class of ical4j is loaded: it is the second
 * opinion of the tests; src/docs/decisions says why.
 */
@NullMarked
package org.imipagent.ical;

import org.jspecify.annotations.NullMarked;
