/**
 * The adapter for calendar text (RFC 5545): text to calendar values and back, VTIMEZONE and foreign
 * zone names.
 *
 * <p>Reading is lenient and bounded, writing is strict. All work is counted against {@link
 * org.imipagent.calendar.Limits}, never timed. Reading, writing and zones load no class of ical4j;
 * its tables of zones are read as resources. {@link org.imipagent.ical.TolerantParser} gives what
 * is read to ical4j's model, and {@link org.imipagent.ical.ImportPreview} has what its validators
 * say: for people who judge a text, where the time to start is no matter. Src/docs/decisions/0001
 * says why.
 */
@NullMarked
package org.imipagent.ical;

import org.jspecify.annotations.NullMarked;
