package org.imipagent.scheduling;

import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.freebusy.Claims;
import org.imipagent.freebusy.FreeBusy;
import org.jspecify.annotations.Nullable;

/**
 * What a chain may ask about, each thing only when a function needs it. All of it is as it was
 * before the event that is asked about, so that a change never clashes with what it replaces; and
 * all of it stays so until the answer is written.
 */
public interface SchedulingFacts {

    /** What takes the resource's time in [from, to). */
    Claims claims(Instant from, Instant to);

    /** When the other attendees are busy in [from, to), as far as the resource knows. */
    List<FreeBusy> others(Instant from, Instant to);

    /**
     * What whoever asks has of a quota.
     *
     * @param name "" for the quota of this resource alone
     */
    QuotaUse quota(String name);

    /**
     * Which member of a group of resources takes it, the one first that has it; null for none.
     *
     * @param group "" for the group of this resource's own name
     */
    @Nullable CalendarAddress member(String group, SchedulingRequest request);

    /** Who decides about the resource; none where nobody was named. */
    List<CalendarAddress> owners();

    /** What a program of the site says; never an {@link SchedulingAnswer.Asked}. */
    SchedulingAnswer external(String program, SchedulingRequest request);
}
