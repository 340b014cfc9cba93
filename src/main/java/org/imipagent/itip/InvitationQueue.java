package org.imipagent.itip;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.recurrence.Instance;
import org.imipagent.recurrence.Recurrences;
import org.jspecify.annotations.Nullable;

/**
 * Which invitations wait for the person: one for a series that is not answered, which its dates
 * wait with; else one for each date that is not.
 */
final class InvitationQueue {

    private InvitationQueue() {}

    /**
     * What a new version of an event does to the queue.
     *
     * @param event as it is to be kept
     * @param came what was said of it: that is asked about, also where it was dismissed before
     */
    static List<Change> changes(
            CalendarState state, Event event, @Nullable Event came, Instant now) {
        Event before = state.event();
        Map<String, VEvent> open = open(state, event, now);
        Map<String, VEvent> known = before == null ? Map.of() : open(state, before, now);
        var changes = new ArrayList<Change>();
        for (Request request : state.requests()) {
            if (request.kind() == Request.Kind.INVITATION
                    && !open.containsKey(key(request.id()))
                    && !isAsked(state, event, request)) {
                changes.add(new Change.SettleOne(request));
            }
        }
        open.forEach(
                (key, part) -> {
                    boolean isSaid = came != null && came.part(part.recurrenceId()) != null;
                    if (isSaid || !known.containsKey(key)) {
                        changes.add(
                                new Change.Ask(
                                        IncomingRequest.invitation(
                                                part, part.recurrenceId(), now)));
                    }
                });
        return changes;
    }

    /**
     * Whether somebody is asked about what was answered "perhaps" (ask_owner), and it is as it was:
     * what becomes of another date settles nothing.
     */
    private static boolean isAsked(CalendarState state, Event event, Request request) {
        return isTentative(state, state.event(), request.id())
                && isTentative(state, event, request.id());
    }

    private static boolean isTentative(
            CalendarState state, @Nullable Event event, @Nullable RecurrenceId id) {
        VEvent part = event == null ? null : event.part(id);
        Attendee mine = part == null ? null : state.person().among(part);
        return mine != null
                && mine.participation() == Participation.TENTATIVE
                && !Objects.requireNonNull(part).isCancelled();
    }

    /** The same of an event that the person answered, or that was cancelled in part. */
    static List<Change> changes(CalendarState state, Event event, Instant now) {
        return changes(state, event, null, now);
    }

    /** The parts that are not answered, each once; of a series that waits, the series alone. */
    private static Map<String, VEvent> open(CalendarState state, Event event, Instant now) {
        var open = new TreeMap<String, VEvent>();
        VEvent master = event.master();
        if (master != null
                && IncomingRequest.isUnanswered(state.person(), master)
                && isOpen(state, event, now)) {
            open.put(key(null), master);
            return open;
        }
        event.changed()
                .forEach(
                        (id, date) -> {
                            if (IncomingRequest.isUnanswered(state.person(), date)) {
                                open.put(key(id), date);
                            }
                        });
        return open;
    }

    /** Longer than any calendar is looked through. */
    private static final Duration FAR = Duration.ofDays(40_000);

    /** Whether a date is still to come that is as in the series. */
    private static boolean isOpen(CalendarState state, Event event, Instant now) {
        if (event.changed().isEmpty()) {
            return true;
        }
        var coming = Recurrences.expand(event, now, now.plus(FAR), state.zone(), state.limits());
        return coming.more()
                || coming.knownTo() != null
                || coming.instances().stream()
                        .map(Instance::part)
                        .anyMatch(part -> part.recurrenceId() == null);
    }

    private static String key(@Nullable RecurrenceId id) {
        return Objects.toString(id, "");
    }
}
