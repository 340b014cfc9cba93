package org.imipagent.itip;

import static org.imipagent.calendar.Participation.DELEGATED;
import static org.imipagent.calendar.Participation.NEEDS_ACTION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.calendar.Zones;
import org.jspecify.annotations.Nullable;

/**
 * What holds of answers, whoever takes them: the organiser from a mail, the attendee's calendar
 * from what their own program sent, and a click (RFC 5546, 3.2.3; src/docs/decisions/0008 and
 * 0009).
 */
final class Answers {

    private Answers() {}

    // ---- Which dates an answer answers

    /**
     * Whether a date goes with its series: it was not answered by itself.
     *
     * @param ofSeries as the attendee stands in the series before the answer in question; null
     *     where they do not
     */
    static boolean followsSeries(Attendee ofDate, @Nullable Attendee ofSeries) {
        if (ofDate.participation() == NEEDS_ACTION) {
            return true;
        }
        if (ofDate.property().parameter(LocalMarks.REPLIED_HERE) != null) {
            return false;
        }
        return ofSeries == null
                || ofDate.property().parameter(LocalMarks.REPLIED) != null
                || ofDate.participation() == ofSeries.participation()
                || ofDate.participation() == was(ofSeries);
    }

    /** What was answered before everybody was asked anew. */
    static Participation was(Attendee attendee) {
        return Participation.of(attendee.property().parameter(LocalMarks.WAS));
    }

    /**
     * The changed dates that an answer to the series, or from one date on, answers too: not those
     * cancelled, answered by themselves, or asked about in a later version than the answer is of.
     *
     * @param event before the answer
     * @param since the date from which on it answers; null for all
     * @param answer of which version it is; null where it is of what is kept
     * @param who finds the attendee in a part
     */
    static List<VEvent> following(
            Event event,
            @Nullable RecurrenceId since,
            @Nullable VEvent answer,
            Function<VEvent, @Nullable Attendee> who,
            Zone own) {
        VEvent master = event.master();
        Attendee ofSeries = master == null ? null : who.apply(master);
        // Without a series its first date speaks for the whole: it is answered itself.
        RecurrenceId itself = since == null && master == null ? event.main().recurrenceId() : since;
        var following = new ArrayList<VEvent>();
        for (VEvent date :
                since == null
                        ? List.copyOf(event.changed().values())
                        : event.changedSince(since, own)) {
            Attendee theirs = who.apply(date);
            if (theirs != null
                    && !date.isCancelled()
                    && !Objects.equals(itself, date.recurrenceId())
                    && followsSeries(theirs, ofSeries)
                    && (answer == null
                            || !isOfBeforeDate(
                                    answer,
                                    date,
                                    theirs.participation() == NEEDS_ACTION,
                                    event,
                                    own))) {
                following.add(date);
            }
        }
        return following;
    }

    /**
     * The mark of when a part of a message was answered: a date that is named because the answer to
     * the series is one to it too goes on following the series.
     *
     * @param message the whole of what was said
     */
    static String mark(
            VEvent part, Attendee said, Event message, Function<VEvent, @Nullable Attendee> who) {
        VEvent series = part.recurrenceId() == null ? null : message.master();
        Attendee ofSeries = series == null ? null : who.apply(series);
        return ofSeries != null && ofSeries.participation() == said.participation()
                ? LocalMarks.REPLIED
                : LocalMarks.repliedMark(part.recurrenceId());
    }

    // ---- Which answer counts

    /**
     * Whether an answer is of a version before everybody was asked about what it answers. One to a
     * date counts while it says the time that the date still has. One to the series that crossed a
     * new version on its way counts where it was written later, or where the new version told that
     * the attendee had answered: their own calendar keeps it then too, by {@link #kept}.
     *
     * @param invited who answers, as they are kept; null for nobody
     */
    static boolean isOfBefore(VEvent answer, VEvent part, @Nullable Attendee invited) {
        if (!answer.component().has("SEQUENCE") || answer.sequence() >= part.sequence()) {
            return false;
        }
        if (!saysTimeOf(answer, part)) {
            return true;
        }
        boolean isAsked = invited == null || invited.participation() == NEEDS_ACTION;
        return answer.recurrenceId() == null
                && !answer.stamp().isAfter(isAsked ? part.stamp() : askedAt(part));
    }

    /**
     * The same of a date that an answer to the series answers too: one at a time of its own was
     * asked about by itself.
     */
    private static boolean isOfBeforeDate(
            VEvent answer, VEvent date, boolean isAsked, Event event, Zone own) {
        if (!answer.component().has("SEQUENCE") || answer.sequence() >= date.sequence()) {
            return false;
        }
        return !isAsSeries(date, event, own)
                || isBeforeDated(answer, event)
                || !answer.stamp().isAfter(isAsked ? askedAt(date) : askedAt(date, event));
    }

    /** Whether a date takes place when its series does. */
    static boolean isAsSeries(VEvent date, Event event, Zone own) {
        VEvent master = event.master();
        RecurrenceId id = date.recurrenceId();
        return master != null
                && master.start() != null
                && id != null
                && date.isSameTime(master.occurrence(id, own));
    }

    private static boolean saysTimeOf(VEvent answer, VEvent part) {
        CalendarTime said = answer.start();
        CalendarTime start = part.start();
        boolean ends = answer.component().has("DTEND") || answer.component().has("DURATION");
        return ends
                ? answer.isSameTime(part)
                : said != null
                        && start != null
                        && said.isDay() == start.isDay()
                        && said.instant(Zone.UTC).equals(start.instant(Zone.UTC));
    }

    /** When everybody was asked last about a part. */
    private static Instant askedAt(VEvent part) {
        if (part.sequence() == 0) {
            // Never since the invitation.
            return Instant.EPOCH;
        }
        Property mark = part.component().first(LocalMarks.ASKED);
        CalendarTime asked = mark == null ? null : Times.read(mark.value(), null, Zones.NONE);
        return asked == null ? part.stamp() : asked.instant(Zone.UTC);
    }

    /** The same of a date for who has answered it: it was not later than of its series. */
    private static Instant askedAt(VEvent date, Event event) {
        VEvent master = event.master();
        Instant here = askedAt(date);
        return master != null && askedAt(master).isBefore(here) ? askedAt(master) : here;
    }

    /** A date made of its series: who has not answered it is asked with that version of it. */
    static VEvent askedWith(VEvent date, VEvent series) {
        return date.sequence() == 0
                ? date
                : date.with(
                        Property.of(
                                LocalMarks.ASKED,
                                Times.write("DTSTAMP", CalendarTime.utc(series.stamp())).value()));
    }

    /** A new version of a part in which nobody is asked anew: who was asked was asked before. */
    static VEvent notAsked(VEvent part, VEvent before) {
        return part.sequence() == 0
                ? part
                : part.with(
                        Property.of(
                                LocalMarks.ASKED,
                                Times.write("DTSTAMP", CalendarTime.utc(askedAt(before))).value()));
    }

    /**
     * Why an answer counts no more; null where it does.
     *
     * @param mark of the attendee's last one
     */
    static @Nullable NotTaken stale(
            VEvent answer, VEvent target, @Nullable Attendee invited, String mark) {
        RecurrenceId id = answer.recurrenceId();
        if (isOfBefore(answer, target, invited)) {
            return new NotTaken(id, Verdict.STALE, Version.compared(answer, target));
        }
        Instant last = invited == null ? null : lastSaid(invited, mark);
        if (last == null || answer.stamp().isAfter(last)) {
            return null;
        }
        return new NotTaken(
                id,
                answer.stamp().equals(last) ? Verdict.REPEATED : Verdict.STALE,
                "of " + answer.stamp() + ", the calendar has " + last);
    }

    /** An answer to the series comes after one that was given later to the date by itself. */
    private static @Nullable Instant lastSaid(Attendee invited, String mark) {
        Instant series = LocalMarks.repliedAt(invited, LocalMarks.REPLIED);
        Instant here = LocalMarks.repliedAt(invited, LocalMarks.REPLIED_HERE);
        if (mark.equals(LocalMarks.REPLIED_HERE)) {
            return here;
        }
        return series == null || (here != null && here.isAfter(series)) ? here : series;
    }

    /** Whether an answer to the series is not later than what the attendee said last. */
    static boolean isRepeated(VEvent answer, Attendee invited) {
        Instant last = lastSaid(invited, LocalMarks.REPLIED);
        return last != null && !answer.stamp().isAfter(last);
    }

    /**
     * Whether what is said of a date is of an earlier version than that in which its series was
     * moved: the date had another name then, and another one had its.
     */
    static boolean isOfAnotherDate(VEvent said, VEvent date, Event event, Zone own) {
        RecurrenceId id = said.recurrenceId();
        return id != null
                && said.component().has("SEQUENCE")
                && isAsSeries(date, event, own)
                && !LocalMarks.namesBefore(date).contains(id.text())
                && isBeforeDated(said, event);
    }

    /** Whether something was said of a version in which the dates of a series had other times. */
    private static boolean isBeforeDated(VEvent said, Event event) {
        VEvent master = event.master();
        Property mark = master == null ? null : master.component().first(LocalMarks.DATED);
        return mark != null && said.sequence() < sequence(mark);
    }

    /** The SEQUENCE since which a part is at the time that it has, and has the rule it has. */
    static long askedSince(VEvent part) {
        boolean isSeries = part.recurrenceId() == null && part.isRecurring();
        Property mark = part.component().first(isSeries ? LocalMarks.MOVED : LocalMarks.DATED);
        return mark == null ? part.sequence() : sequence(mark);
    }

    private static long sequence(Property mark) {
        try {
            return Long.parseLong(mark.value());
        } catch (NumberFormatException odd) {
            return 0;
        }
    }

    /**
     * The part that an answer is about. A date of a series that was moved since has another name:
     * it is known by those it had, and by the time that the answer says.
     */
    static @Nullable VEvent meant(VEvent answer, Event event, CalendarState state) {
        RecurrenceId id = answer.recurrenceId();
        VEvent named = state.standing(event, id);
        if (id == null || (named != null && saysTimeOf(answer, named))) {
            return named;
        }
        return event.changed().values().stream()
                .filter(date -> !date.isCancelled())
                .filter(date -> LocalMarks.namesBefore(date).contains(id.text()))
                .filter(date -> saysTimeOf(answer, date))
                .findFirst()
                .orElse(named);
    }

    // ---- An answer given

    /** An attendee who answered so, in their own words about themselves. */
    static Attendee given(Attendee invited, Attendee said, String mark, Instant written) {
        Attendee result =
                LocalMarks.replied(
                        invited.with(said.participation())
                                .without("RSVP")
                                .without(LocalMarks.WAS)
                                .without(LocalMarks.CROSSED),
                        mark,
                        written);
        String to = said.property().parameter("DELEGATED-TO");
        if (said.participation() != DELEGATED || to == null) {
            return result.without("DELEGATED-TO");
        }
        return result.with("DELEGATED-TO", to);
    }

    // ---- Answers when the event becomes another

    /** An attendee who is asked anew; what they answered is remembered. */
    static Attendee askedAnew(Attendee attendee) {
        Participation answer = attendee.participation();
        return answer == NEEDS_ACTION
                ? attendee
                : attendee.with(NEEDS_ACTION)
                        .with("RSVP", "TRUE")
                        .without(LocalMarks.REPLIED_HERE)
                        .with(LocalMarks.WAS, answer.partstat());
    }

    /**
     * An attendee's answer in a new version of a part: it stands, or everybody is asked anew and
     * what it was is remembered.
     *
     * @param attendee as the new version names them
     * @param old as they were kept
     * @param anew whether what was answered is another now
     * @param written when the new version was, where the time is the same; else null. An answer
     *     stands that was given since, or that the new version does not take back
     */
    static Attendee kept(Attendee attendee, Attendee old, boolean anew, @Nullable Instant written) {
        if (old.participation() == NEEDS_ACTION) {
            Attendee marked = LocalMarks.carried(attendee, old, LocalMarks.REPLIED);
            return attendee.participation() == NEEDS_ACTION
                    ? LocalMarks.carried(marked, old, LocalMarks.WAS)
                    : marked;
        }
        boolean stands =
                written != null
                        && (attendee.participation() != NEEDS_ACTION || isSince(old, written));
        if (!anew || stands) {
            Attendee stays = attendee.with(old.participation());
            String to = old.property().parameter("DELEGATED-TO");
            return LocalMarks.carried(
                    to == null ? stays : stays.with("DELEGATED-TO", to),
                    old,
                    LocalMarks.REPLIED,
                    LocalMarks.REPLIED_HERE,
                    LocalMarks.WAS,
                    LocalMarks.COMMENT);
        }
        return attendee.participation() == NEEDS_ACTION
                ? LocalMarks.carried(
                                attendee.without(LocalMarks.REPLIED_HERE), old, LocalMarks.REPLIED)
                        .with(LocalMarks.WAS, old.participation().partstat())
                : attendee;
    }

    static boolean isSince(Attendee old, Instant written) {
        for (String mark : List.of(LocalMarks.REPLIED, LocalMarks.REPLIED_HERE)) {
            Instant replied = LocalMarks.repliedAt(old, mark);
            if (replied != null && replied.isAfter(written)) {
                return true;
            }
        }
        return false;
    }
}
