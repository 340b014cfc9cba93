package org.imipagent.manager;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.imipagent.agent.Schedule;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.cgi.Failure;
import org.imipagent.itip.LocalMarks;
import org.imipagent.messages.MessageKey;
import org.imipagent.store.KeptEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a page of an event is about.
 *
 * @param id the occurrence that was asked for; null for the whole event
 * @param part what speaks for it
 */
record EventContext(KeptEvent kept, Event event, @Nullable RecurrenceId id, VEvent part) {

    /** How far the occurrences of one event are looked through for the one that is asked for. */
    private static final int NEAR = 20;

    /**
     * The event, or occurrence, that the address names.
     *
     * @throws Failure 404 where it is not in the person's calendar, 500 where its text is damaged
     */
    static EventContext of(PageContext context) {
        return of(context, context.request().segment("uid"), context.request().named().get("id"));
    }

    /**
     * The same of an event by its name.
     *
     * @param asked the occurrence; null for the whole event
     */
    static EventContext of(PageContext context, String uid, @Nullable String asked) {
        KeptEvent kept = context.reading().event(context.user(), uid);
        if (kept == null) {
            throw notFound(context, MessageKey.EVENT_NOT_FOUND_TEXT);
        }
        Event event = context.eventOf(kept);
        RecurrenceId id = asked == null ? null : RecurrenceId.read(asked);
        VEvent part = asked != null && id == null ? null : part(context, event, id);
        if (part == null) {
            throw notFound(context, MessageKey.OCCURRENCE_NOT_FOUND_TEXT);
        }
        return new EventContext(kept, event, id, part);
    }

    private static Failure notFound(PageContext context, MessageKey why) {
        return new Failure(
                404, context.texts().say(MessageKey.ERROR_404), context.texts().say(why));
    }

    static @Nullable VEvent part(PageContext context, Event event, @Nullable RecurrenceId id) {
        if (id == null) {
            return event.main();
        }
        VEvent changed = event.part(id);
        return changed != null || event.master() == null || !takesPlace(context, event, id)
                ? changed
                : event.unchanged(id, context.zone());
    }

    private static boolean takesPlace(PageContext context, Event event, RecurrenceId id) {
        Instant start = id.instant(context.zone());
        for (Occurrence occurrence :
                context.reading().occurrences(context.user(), event.uid(), start, NEAR)) {
            if (id.equals(occurrence.id())) {
                return true;
            }
        }
        // Past what is written, or where a change to this and future has moved it.
        return context.schedule().has(event, id);
    }

    /** The same event seen by another part, as what is proposed in its place. */
    EventContext with(@Nullable RecurrenceId id, VEvent part) {
        return new EventContext(kept, event, id, part);
    }

    /** A date as it would be as one of its series; null where it was never one. */
    private @Nullable VEvent ofSeries(PageContext context, RecurrenceId id) {
        VEvent master = event.master();
        return master == null || master.start() == null || event.part(id) == null
                ? null
                : event.without(id).unchanged(id, context.zone());
    }

    /** Whether a date differs from its series in what people read; answers are no difference. */
    boolean isChanged(PageContext context, RecurrenceId id) {
        VEvent date = event.part(id);
        VEvent series = ofSeries(context, id);
        return date != null
                && series != null
                && !date.isCancelled()
                && !(date.isSameTime(series)
                        && date.summary().equals(series.summary())
                        && date.location().equals(series.location())
                        && date.description().equals(series.description()));
    }

    /** When the date that is shown would be by its series; "" where it is then. */
    String originally(PageContext context) {
        VEvent series = id == null ? null : ofSeries(context, id);
        return series == null || series.isSameTime(part) ? "" : with(id, series).time(context);
    }

    /** Whether the person answered this date by itself. */
    boolean isAnsweredByItself(PageContext context) {
        Attendee own = own(context);
        return isOccurrence()
                && event.master() != null
                && own != null
                && own.property().parameter(LocalMarks.REPLIED_HERE) != null;
    }

    /** Whether there are more times than the one that is shown. */
    boolean isOfSeries() {
        VEvent master = event.master();
        return master != null && (master.isRecurring() || !event.changed().isEmpty());
    }

    /** The occurrence is on its own page, or differs from the series. */
    boolean isOccurrence() {
        return id != null;
    }

    boolean isCancelled() {
        return part.isCancelled() || event.isCancelled();
    }

    /** The TZID of the event that means no zone known here, for a person to read; "" for none. */
    String unknownZone() {
        for (VEvent each : event.parts()) {
            String tzid = each.unknownZone();
            if (tzid != null) {
                return shortened(UntrustedText.line(tzid));
            }
        }
        return "";
    }

    /** The rule of the event that is none, for a person to read; "" for nothing. */
    String wrongRule() {
        String rule = Schedule.wrongRule(event);
        return rule == null ? "" : shortened(UntrustedText.line(rule));
    }

    private static String shortened(String line) {
        return line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : line;
    }

    private static final int MOST_SHOWN = 60;

    @Nullable Attendee own(PageContext context) {
        return context.person().among(part);
    }

    /**
     * When, in the person's zone, which is named: "Tuesday 3 November 2026, 14:00–15:30
     * (Europe/Oslo)"; "" where it has no time.
     */
    String when(PageContext context) {
        String time = time(context);
        CalendarTime start = part.start();
        return time.isEmpty() || start == null || start.isDay()
                ? time
                : context.texts()
                        .say(MessageKey.IN_ZONE, "time", time, "zone", context.zone().name());
    }

    /** The same without the zone's name. */
    String time(PageContext context) {
        CalendarTime start = part.start();
        CalendarTime end = part.end();
        if (start == null || end == null) {
            return "";
        }
        if (start.isDay()) {
            LocalDate first = start.wall().toLocalDate();
            return context.joined(
                    context.dates().days(first, end.wall().toLocalDate()),
                    context.texts().say(MessageKey.ALL_DAY).toLowerCase(java.util.Locale.ROOT));
        }
        Zone own = context.zone();
        return context.dates().span(own.local(start.instant(own)), own.local(end.instant(own)));
    }

    /** "Tue 3 Nov" of its start; "" where it has none. */
    String date(PageContext context) {
        CalendarTime start = part.start();
        return start == null
                ? ""
                : context.dates()
                        .brief(
                                start.isDay()
                                        ? start.wall().toLocalDate()
                                        : context.zone().day(start.instant(context.zone())));
    }

    /** The same on the organiser's clock where that shows another time; else "". */
    String whenForOrganiser(PageContext context) {
        if (!(part.start() instanceof CalendarTime.Zoned(var local, var zone, _))
                || zone.equals(Zone.UTC)) {
            return "";
        }
        Instant start = zone.instant(local);
        LocalDateTime here = context.zone().local(start);
        if (here.equals(local)) {
            return "";
        }
        LocalDateTime end = zone.local(Objects.requireNonNull(part.end()).instant(zone));
        boolean sameDay =
                here.toLocalDate().equals(local.toLocalDate())
                        && end.toLocalDate().equals(local.toLocalDate());
        return context.texts()
                .say(
                        MessageKey.FOR_ORGANISER,
                        "time",
                        sameDay
                                ? context.dates().times(local.toLocalTime(), end.toLocalTime())
                                : context.dates().span(local, end),
                        "zone",
                        zone.name());
    }

    /** The times whose overlaps with other events matter: this one, or those that come. */
    List<Occurrence> times(PageContext context, List<Occurrence> coming) {
        if (id == null) {
            return coming;
        }
        return context
                .schedule()
                .next(kept, context.zone().instant(startWall(context)), NEAR)
                .stream()
                .filter(o -> id.equals(o.id()))
                .toList();
    }

    private LocalDateTime startWall(PageContext context) {
        CalendarTime start = part.start();
        return start == null
                ? context.zone().local(context.now())
                : context.zone().local(start.instant(context.zone()));
    }
}
