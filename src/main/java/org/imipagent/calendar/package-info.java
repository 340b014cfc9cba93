/**
 * The values of a calendar (RFC 5545): calendar user address, event with its changed occurrences,
 * attendee, recurrence rule, time zone rules.
 *
 * <p>Domain: pure, no I/O, no clock, no logging, the JDK only. What a stranger wrote is kept whole:
 * a {@code org.imipagent.calendar.Component} is the tree of properties as it came, and {@code
 * org.imipagent.calendar.VEvent} is a typed view of it.
 */
@NullMarked
package org.imipagent.calendar;

import org.jspecify.annotations.NullMarked;
