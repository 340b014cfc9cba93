package org.imipagent.itip;

import static org.imipagent.calendar.Participation.NEEDS_ACTION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * REQUEST for an attendee (RFC 5546, 3.2.2): an invitation, a change of one, of single dates, or of
 * one and all that follow. And PUBLISH (RFC 5546, 3.2.1): the same without an answer.
 */
final class IncomingRequest {

    private IncomingRequest() {}

    static Decision decide(CalendarState state, Message came, Instant now) {
        CalendarAddress from = came.from();
        if (from == null || !PassedOn.isBy(from, state.person(), came.event())) {
            return taken(state, came, now);
        }
        Event added = PassedOn.added(state, came.event(), from);
        return added == null
                ? Decision.refuse(Verdict.REPEATED, "")
                : taken(state, came.with(added), now);
    }

    private static Decision taken(CalendarState state, Message came, Instant now) {
        boolean published = came.method() == Method.PUBLISH;
        Origin origin = Origin.of(state, came);
        NewVersion.Taken taken =
                new NewVersion(
                                state,
                                came.event(),
                                (part, before) -> theirs(state, origin, part, before))
                        .take();
        PartResults results = taken.results();
        Event event = results.event();
        if (event == null || event.equals(state.event())) {
            Decision refusal = results.refusal();
            return refusal.verdict() == Verdict.UNKNOWN_OCCURRENCE && !published
                    ? IncomingAdd.askedAgain(
                            state, came, Verdict.UNKNOWN_OCCURRENCE, refusal.detail())
                    : refusal;
        }
        var changes = new ArrayList<Change>(List.of(new Change.Keep(event)));
        changes.addAll(released(state, event, taken));
        changes.addAll(
                published ? List.of() : InvitationQueue.changes(state, event, came.event(), now));
        List<NotTaken> notTaken =
                results.notTaken().stream()
                        .filter(part -> part.verdict() != Verdict.REPEATED)
                        .toList();
        return new Decision(
                isCancelled(state, came, event) ? Verdict.CANCELLED : verdict(state, published),
                inPart(notTaken),
                changes,
                List.of(),
                notTaken);
    }

    /** Whether all that was said of the event is that it, or some of its dates, is cancelled. */
    private static boolean isCancelled(CalendarState state, Message came, Event event) {
        Event before = state.event();
        return came.event().parts().stream()
                .allMatch(
                        part -> {
                            RecurrenceId id = part.recurrenceId();
                            VEvent is = event.part(id);
                            VEvent was = before == null ? null : state.standing(before, id);
                            return is != null
                                    && is.isCancelled()
                                    && (was == null || !was.isCancelled());
                        });
    }

    private static Verdict verdict(CalendarState state, boolean published) {
        return state.event() != null
                ? Verdict.UPDATED
                : published ? Verdict.PUBLISHED : Verdict.INVITED;
    }

    /** "in part: unknown-occurrence 20270203T120000Z" */
    static String inPart(List<NotTaken> notTaken) {
        return notTaken.isEmpty()
                ? ""
                : notTaken.stream()
                        .limit(3)
                        .map(part -> (part.verdict().word() + " " + part.detail()).strip())
                        .collect(Collectors.joining("; ", "in part: ", ""));
    }

    // ---- What of a part is the person's

    /** A part with what is the person's own: their answer, and what nobody else sees. */
    private static VEvent theirs(
            CalendarState state, Origin origin, VEvent part, @Nullable VEvent before) {
        VEvent after = Personal.of(part, before);
        if (before != null) {
            after =
                    origin.published()
                            ? asAttendee(state, after, before)
                            : withOwnAnswer(state, after, before);
        }
        return brought(state, origin, after);
    }

    /** Published anew, an event that the person attends goes on being theirs. */
    private static VEvent asAttendee(CalendarState state, VEvent part, VEvent before) {
        Attendee was = state.person().among(before);
        return was == null || state.person().among(part) != null ? part : part.with(was);
    }

    /**
     * An answer once given holds until a significant change; then it is asked anew, and the old one
     * remembered.
     */
    private static VEvent withOwnAnswer(CalendarState state, VEvent part, VEvent before) {
        Attendee mine = state.person().among(part);
        Attendee was = state.person().among(before);
        if (mine == null || was == null || before.isCancelled()) {
            return part;
        }
        boolean anew = Significance.asksAnew(before, part) || isCrossed(part, mine, was);
        Attendee kept =
                Answers.kept(mine, was, anew, part.isSameTime(before) ? part.stamp() : null);
        boolean crossed =
                anew
                        && part.recurrenceId() == null
                        && mine.participation() == NEEDS_ACTION
                        && kept.participation() != NEEDS_ACTION;
        return part.with(crossed ? kept.with(LocalMarks.CROSSED, "TRUE") : kept);
    }

    /** The organiser wrote again without an answer that crossed the version that asked anew. */
    private static boolean isCrossed(VEvent part, Attendee mine, Attendee was) {
        return part.recurrenceId() == null
                && mine.participation() == NEEDS_ACTION
                && was.property().parameter(LocalMarks.CROSSED) != null;
    }

    /**
     * Where a message comes from, the same for all of its parts.
     *
     * @param other who sent it, where that is not its organiser
     * @param kept the event that it is a version of; null where none is kept
     * @param organiser of what is kept
     * @param marked whose event that was first; null where it has not changed hands
     */
    private record Origin(
            boolean published,
            @Nullable CalendarAddress from,
            @Nullable CalendarAddress other,
            @Nullable Event kept,
            @Nullable Attendee organiser,
            @Nullable Property marked) {

        static Origin of(CalendarState state, Message came) {
            Event kept = state.event();
            return new Origin(
                    came.method() == Method.PUBLISH,
                    came.from(),
                    came.otherSender(state.person()),
                    kept,
                    kept == null ? null : kept.organiser(),
                    kept == null ? null : LocalMarks.organiserBeforeMark(kept));
        }
    }

    /** What is published makes nobody busy: it is marked even when its organiser sent it. */
    private static VEvent brought(CalendarState state, Origin origin, VEvent given) {
        CalendarAddress from = origin.from();
        CalendarAddress sender = origin.other();
        Event kept = origin.kept();
        VEvent part =
                kept == null
                        ? given
                        : LocalMarks.withOrganiserBefore(
                                given, kept, origin.organiser(), origin.marked());
        VEvent shown =
                sender == null ? part : part.with(Property.of(LocalMarks.SENDER, sender.uri()));
        return origin.published() && from != null && state.person().among(part) == null
                ? shown.with(Property.of(LocalMarks.FROM, from.uri()))
                : Authority.marked(shown, from);
    }

    /** What the person proposed instead of a part that is another now stands no more. */
    private static List<Change> released(CalendarState state, Event event, NewVersion.Taken taken) {
        Event before = state.event();
        var changes = new ArrayList<Change>();
        if (before == null) {
            return changes;
        }
        for (CounterProposal own : state.counters()) {
            RecurrenceId id = own.id();
            RecurrenceId name = id == null ? null : taken.map().after(id);
            VEvent was = state.standing(before, id);
            VEvent is = Objects.equals(name, id) ? state.standing(event, id) : null;
            if (Proposing.isOvertaken(was, is, state.person()::among)) {
                changes.add(new Change.Release(event.uid(), id));
            }
        }
        return changes;
    }

    static Request invitation(VEvent part, @Nullable RecurrenceId id, Instant now) {
        Attendee organiser = part.organiser();
        return new Request(
                part.uid(),
                id,
                Request.Kind.INVITATION,
                now,
                organiser == null ? null : organiser.address(),
                null);
    }

    static boolean isUnanswered(Person person, @Nullable VEvent part) {
        Attendee mine = part == null ? null : person.among(part);
        return mine != null
                && mine.participation() == NEEDS_ACTION
                && !Objects.requireNonNull(part).isCancelled();
    }
}
