package org.imipagent.itip;

import org.imipagent.calendar.RecurrenceId;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message that was not taken, and why.
 *
 * @param id the date it is about; null for the event itself
 * @param detail further words for log and activity page; "" for none
 */
public record NotTaken(@Nullable RecurrenceId id, Verdict verdict, String detail) {}
