package org.imipagent.itip;

import java.time.Duration;
import org.imipagent.settings.AddResponse;
import org.imipagent.settings.OrganiserReplacement;
import org.jspecify.annotations.Nullable;

/**
 * What the person, or the site for them, prefers, as far as the rules ask.
 *
 * @param replacement who may take an event over
 * @param add what answers ADD
 * @param refreshing whether REFRESH is answered without the person
 * @param offers how long a proposed time is held; null: not at all
 * @param counterAsRequest whether a REQUEST of an attendee to the organiser is meant as COUNTER
 */
public record Policy(
        OrganiserReplacement replacement,
        AddResponse add,
        boolean refreshing,
        @Nullable Duration offers,
        boolean counterAsRequest) {}
