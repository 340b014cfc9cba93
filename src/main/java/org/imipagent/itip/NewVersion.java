package org.imipagent.itip;

import static org.imipagent.calendar.Participation.NEEDS_ACTION;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.recurrence.ChangedDates;
import org.imipagent.recurrence.OccurrenceMap;
import org.imipagent.recurrence.SeriesDates;
import org.jspecify.annotations.Nullable;

/**
 * A new version of an event, or of some dates of it, in the place of what is kept: the one way for
 * an attendee's calendar and for what an organiser's own program sent. The series is taken first,
 * then each date; what a date that is kept becomes is told by src/docs/decisions/0009.
 */
final class NewVersion {

    /** What of a part stays when a version that is newer takes its place. */
    @FunctionalInterface
    interface Keeping {
        /**
         * The part as it is to be kept.
         *
         * @param part as it came
         * @param before as it was kept; null where it was not
         */
        VEvent kept(VEvent part, @Nullable VEvent before);
    }

    private final CalendarState state;
    private final Event came;
    private final Keeping keeping;
    private final @Nullable Event before;
    private final Set<RecurrenceId> asked = new HashSet<>();

    NewVersion(CalendarState state, Event came, Keeping keeping) {
        this.state = state;
        this.came = came;
        this.keeping = keeping;
        this.before = came.master() == null ? state.event() : answeredHere(state);
        asked.addAll(came.changed().keySet());
        if (before != null) {
            asked.addAll(before.changed().keySet());
        }
        state.counters().stream()
                .map(CounterProposal::id)
                .filter(Objects::nonNull)
                .forEach(asked::add);
    }

    /** Who knew single dates, and not their series, answered each of them by itself. */
    private static @Nullable Event answeredHere(CalendarState state) {
        Event event = state.event();
        if (event == null || event.master() != null) {
            return event;
        }
        var answered = new ArrayList<VEvent>();
        for (VEvent date : event.parts()) {
            Attendee mine = state.person().among(date);
            if (mine != null) {
                answered.add(date.with(LocalMarks.repliedHere(mine)));
            }
        }
        return event.with(answered);
    }

    /**
     * How far the message was taken.
     *
     * @param map from the names of the dates of the series before to those after
     */
    record Taken(PartResults results, OccurrenceMap map) {}

    Taken take() {
        VEvent series = came.master();
        VEvent master = before == null ? null : before.master();
        var untouched = new Taken(PartResults.of(before), same());
        Taken ground = series == null ? untouched : takeSeries(series, untouched);
        PartResults results = ground.results();
        SeriesDates old = state.dates(master, and(ground.map().before()));
        VEvent is = results.event() == null ? null : results.event().master();
        SeriesDates now = Objects.equals(is, master) ? old : state.dates(is, asked);
        for (VEvent date : came.changed().values()) {
            results = takeDate(date, results, ground.map(), old, now);
        }
        return new Taken(results, ground.map());
    }

    private Set<RecurrenceId> and(Map<RecurrenceId, RecurrenceId> more) {
        var all = new HashSet<>(asked);
        all.addAll(more.values());
        return all;
    }

    private OccurrenceMap same() {
        var same = new TreeMap<RecurrenceId, RecurrenceId>();
        asked.forEach(id -> same.put(id, id));
        return new OccurrenceMap(same, same);
    }

    // ---- The series

    private Taken takeSeries(VEvent series, Taken untouched) {
        VEvent master = before == null ? null : before.master();
        NotTaken known = master == null ? null : known(series, master);
        if (known != null) {
            return new Taken(untouched.results().without(known), untouched.map());
        }
        VEvent kept = keeping.kept(series, master);
        if (before == null) {
            return new Taken(untouched.results().with(Event.of(kept)), untouched.map());
        }
        OccurrenceMap map =
                OccurrenceMap.between(master, series, asked, state.zone(), state.limits());
        SeriesDates dates = state.dates(series, and(map.after()));
        return new Taken(untouched.results().with(rebased(before, kept, map, dates)), map);
    }

    /** Why a part is not taken before one that is kept; null where it is newer. */
    private static @Nullable NotTaken known(VEvent part, VEvent kept) {
        return switch (Version.of(part, kept)) {
            case OLDER ->
                    new NotTaken(part.recurrenceId(), Verdict.STALE, Version.compared(part, kept));
            case SAME -> new NotTaken(part.recurrenceId(), Verdict.REPEATED, "");
            case NEWER -> null;
        };
    }

    /** The series with those of its changed dates that the message does not bring. */
    private Event rebased(Event event, VEvent series, OccurrenceMap map, SeriesDates dates) {
        var changed = new TreeMap<RecurrenceId, VEvent>();
        event.changed()
                .forEach(
                        (id, date) -> {
                            if (date.stamp().isAfter(series.stamp())) {
                                // Changed since, and its mail came first.
                                changed.put(id, askedWith(series, date));
                                return;
                            }
                            RecurrenceId now = name(id, date, map, dates);
                            VEvent stays =
                                    now == null || came.part(now) != null || !series.isRecurring()
                                            ? null
                                            : rebased(event, id, date, series, now, dates);
                            if (stays != null) {
                                changed.put(Objects.requireNonNull(now), stays);
                            }
                        });
        return new Event(event.uid(), series, changed);
    }

    /**
     * The name that a date has in a new series. One that the old did not have, or that was
     * cancelled since the new one was written, came first and has it already.
     */
    private @Nullable RecurrenceId name(
            RecurrenceId id, VEvent date, OccurrenceMap map, SeriesDates dates) {
        VEvent master = before == null ? null : before.master();
        VEvent series = came.master();
        boolean isAhead =
                date.isCancelled()
                        && master != null
                        && series != null
                        && date.sequence() > master.sequence()
                        && date.sequence() >= series.sequence();
        RecurrenceId now = map.after(id);
        return (isAhead || now == null) && dates.given().contains(id) ? id : now;
    }

    /**
     * A date that came before the change of its series that asked anew: an answer that it has from
     * the series is asked for anew with it.
     */
    private VEvent askedWith(VEvent series, VEvent date) {
        VEvent master = before == null ? null : before.master();
        Attendee was = master == null ? null : state.person().among(master);
        Attendee is = state.person().among(series);
        Attendee mine = state.person().among(date);
        boolean isAsked =
                was != null
                        && is != null
                        && mine != null
                        && is.participation() == NEEDS_ACTION
                        && date.sequence() >= series.sequence()
                        && mine.participation() == was.participation()
                        && mine.property().parameter(LocalMarks.REPLIED_HERE) == null;
        if (isAsked) {
            return date.with(Answers.askedAnew(Objects.requireNonNull(mine)));
        }
        boolean isAnswered =
                master != null
                        && !master.isRecurring()
                        && is != null
                        && is.participation() != NEEDS_ACTION
                        && mine != null
                        && mine.property().parameter(LocalMarks.REPLIED_HERE) == null
                        && date.sequence() <= series.sequence()
                        && Answers.isAsSeries(date, Event.of(series), state.zone());
        // It was answered when it took place once: that was one to its dates.
        return isAnswered ? date.with(Objects.requireNonNull(is)) : date;
    }

    /** The same of a date that the message brings with its series. */
    private VEvent askedWith(PartResults results, VEvent date) {
        VEvent master = before == null ? null : before.master();
        VEvent series = results.event() == null ? null : results.event().master();
        return before != null
                        && master != null
                        && series != null
                        && series.sequence() > master.sequence()
                        && Answers.isAsSeries(date, before, state.zone())
                ? askedWith(series, date)
                : date;
    }

    private @Nullable VEvent rebased(
            Event event,
            RecurrenceId id,
            VEvent date,
            VEvent series,
            RecurrenceId now,
            SeriesDates dates) {
        VEvent ofSeries = series.occurrence(now, state.zone());
        if (dates.excludes(now) || series.isCancelled()) {
            return date.isCancelled() ? ChangedDates.named(date, ofSeries) : null;
        }
        if (date.isCancelled() && (event.master() == null || isCancelled(event.master()))) {
            // Cancelled with its series, or before its series came, it comes back with it.
            return null;
        }
        if (isOfSeries(event, id, date)) {
            return null;
        }
        boolean isTakenBack = isTakenBack(event.master(), date, series);
        if (isTakenBack && date.isCancelled()) {
            return null;
        }
        VEvent rebased =
                isTakenBack
                        ? ofSeries
                        : ChangedDates.rebased(event, id, date, series, now, state.zone());
        VEvent kept = keeping.kept(rebased, date);
        return ChangedDates.isOne(kept, ofSeries) ? null : kept;
    }

    /** Whether nothing of a date was its own any more: it goes on as one of the series. */
    private boolean isOfSeries(Event event, RecurrenceId id, VEvent date) {
        VEvent master = event.master();
        return master != null
                && master.start() != null
                && ChangedDates.isOne(date, master.occurrence(id, state.zone()));
    }

    private static boolean isCancelled(@Nullable VEvent master) {
        return master != null && master.isCancelled();
    }

    /**
     * A whole of a higher SEQUENCE brings all that differs from it: an older change that it does
     * not bring is no more.
     */
    private static boolean isTakenBack(@Nullable VEvent master, VEvent date, VEvent series) {
        return master == null
                ? date.sequence() < series.sequence()
                : series.sequence() > master.sequence() && date.sequence() <= series.sequence();
    }

    // ---- The dates

    private PartResults takeDate(
            VEvent date, PartResults results, OccurrenceMap map, SeriesDates old, SeriesDates now) {
        RecurrenceId id = Objects.requireNonNull(date.recurrenceId());
        VEvent kept = keptDate(id, results, map);
        boolean hasItsName = kept != null && id.equals(kept.recurrenceId());
        NotTaken known =
                kept == null
                        ? outdated(date, now)
                        : isCalledOff(kept, date)
                                ? new NotTaken(id, Verdict.STALE, Version.compared(date, kept))
                                : hasItsName ? known(date, kept) : null;
        if (known != null) {
            return again(results, id, kept).without(known);
        }
        if (kept == null && isUnknown(date, results, now)) {
            return results.without(id, Verdict.UNKNOWN_OCCURRENCE, id.text());
        }
        VEvent compared =
                kept != null ? askedWith(results, kept) : asOfSeries(id, map, old, results);
        VEvent after = keeping.kept(date, compared);
        Event event = results.event();
        if (event == null) {
            return results.with(Event.of(after));
        }
        boolean isMoved = compared != null && !after.isSameTime(compared);
        return results.with(
                (after.isThisAndFuture() && isMoved ? withoutOlder(event, id, after) : event)
                        .with(after));
    }

    /** Whether a date was cancelled with its series after a mail of it was written. */
    private boolean isCalledOff(VEvent kept, VEvent date) {
        return kept.isCancelled()
                && isCancelled(before == null ? null : before.master())
                && date.stamp().isBefore(kept.stamp());
    }

    /** The date as it was kept, by whichever name it had. */
    private @Nullable VEvent keptDate(RecurrenceId id, PartResults results, OccurrenceMap map) {
        Event event = results.event();
        VEvent now = event == null ? null : event.part(id);
        if (now != null || before == null) {
            return now;
        }
        VEvent first = before.part(id);
        if (first != null && map.after(id) == null) {
            // It came before its series, by the name that it has there.
            return first;
        }
        RecurrenceId old = map.before(id);
        return before.master() == null && came.master() != null
                ? keptAtTimeOf(id)
                : old == null ? null : before.part(old);
    }

    /**
     * A date that came before its series, which was moved meanwhile: it has another name now, and
     * the time that it had.
     */
    private @Nullable VEvent keptAtTimeOf(RecurrenceId id) {
        VEvent date = came.part(id);
        return date == null || before == null
                ? null
                : before.changed().values().stream()
                        .filter(each -> each.isSameTime(date))
                        .findFirst()
                        .orElse(null);
    }

    /** A date that the message brings in a version that is known stays as it is. */
    private PartResults again(PartResults results, RecurrenceId id, @Nullable VEvent kept) {
        Event event = results.event();
        if (kept == null || event == null || event.part(id) != null) {
            return results;
        }
        return results.with(event.with(askedWith(results, kept)));
    }

    /**
     * Why a date is not taken that is from before its series was changed: of a lower SEQUENCE and
     * older, or older than what cancelled the whole or left the date out; null where it is.
     */
    private @Nullable NotTaken outdated(VEvent date, SeriesDates now) {
        VEvent master = before == null ? null : before.master();
        RecurrenceId id = Objects.requireNonNull(date.recurrenceId());
        if (master == null || !date.stamp().isBefore(master.stamp())) {
            return null;
        }
        boolean isOut = master.isCancelled() || now.excludes(id);
        return isOut || date.sequence() < master.sequence()
                ? new NotTaken(id, Verdict.STALE, Version.compared(date, master))
                : null;
    }

    /**
     * A series that was cancelled does not judge dates: a date may go on without it. Nor does one
     * that the organiser has changed since: the date came before its series.
     */
    private static boolean isUnknown(VEvent date, PartResults results, SeriesDates now) {
        VEvent master = results.event() == null ? null : results.event().master();
        return master != null
                && !master.isCancelled()
                && master.start() != null
                && date.sequence() <= master.sequence()
                && !now.given().contains(Objects.requireNonNull(date.recurrenceId()));
    }

    /**
     * What a date was as one of the series; null where the series did not have it. Who is asked
     * about the series anew has not answered it.
     */
    private @Nullable VEvent asOfSeries(
            RecurrenceId id, OccurrenceMap map, SeriesDates old, PartResults results) {
        RecurrenceId name = map.before(id);
        VEvent master = before == null ? null : before.master();
        VEvent is = results.event() == null ? null : results.event().master();
        VEvent was =
                before == null || master == null || name == null || master.isCancelled()
                        ? null
                        : old.standing(before, name);
        if (was == null || is == null || is.equals(master)) {
            return was;
        }
        return was.withAttendees(
                is.attendees().stream()
                        .filter(attendee -> attendee.participation() == NEEDS_ACTION)
                        .map(attendee -> was.attendee(attendee.address()))
                        .filter(Objects::nonNull)
                        .map(known -> known.with(NEEDS_ACTION))
                        .toList());
    }

    /**
     * Changed later dates from before this change of all that follow are gone with it; those
     * cancelled stay so.
     */
    private Event withoutOlder(Event all, RecurrenceId id, VEvent part) {
        Event result = all;
        for (VEvent later : all.changedSince(id, state.zone())) {
            RecurrenceId its = later.recurrenceId();
            boolean isOlder = Version.of(later, part) == Version.OLDER && !later.isCancelled();
            if (isOlder && its != null && !its.equals(id) && result.parts().size() > 1) {
                result = result.without(its);
            }
        }
        return result;
    }
}
