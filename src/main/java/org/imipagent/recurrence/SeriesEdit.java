package org.imipagent.recurrence;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.DateList;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.RuleText;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/**
 * A change that a person made of one date, made of the whole series: what they changed there, time,
 * texts, people, is changed everywhere, and a date that differs keeps what is its own.
 */
public final class SeriesEdit {

    private static final Set<String> RECURRENCE = Set.of("RRULE", "RDATE", "EXDATE", "EXRULE");
    private static final Set<String> TIME = Set.of("DTSTART", "DTEND", "DURATION");
    private static final Set<String> OF_A_DATE =
            Set.of("RECURRENCE-ID", "UID", "DTSTAMP", "SEQUENCE");

    private SeriesEdit() {}

    /**
     * How the series repeats from now on.
     *
     * @param rule null: not at all
     * @param anew whether it is another rhythm: then dates left out or added are so no more
     * @param days dates left out and added; null as before
     */
    public record Rhythm(@Nullable Property rule, boolean anew, @Nullable Days days) {}

    /**
     * The days of a series that its rule does not say, where it takes place once on a day.
     *
     * @param zone whose days they are
     * @param skipped left out (EXDATE)
     * @param added besides the rule's (RDATE)
     */
    public record Days(Zone zone, Set<LocalDate> skipped, Set<LocalDate> added) {
        public Days {
            skipped = Collections.unmodifiableSet(new TreeSet<>(skipped));
            added = Collections.unmodifiableSet(new TreeSet<>(added));
        }

        /** A series with these days; those of its lists that are no plain days of it stay. */
        public VEvent of(VEvent series) {
            CalendarTime start = series.start();
            return start == null
                    ? series
                    : with(with(series, "EXDATE", skipped, start), "RDATE", added, start);
        }

        private VEvent with(VEvent series, String name, Set<LocalDate> wanted, CalendarTime start) {
            var missing = new TreeSet<>(wanted);
            Component component = series.component().without(name);
            for (DateList list : DateList.of(series, name)) {
                for (Property kept :
                        list.only(time -> !isPlain(time, start) || missing.contains(day(time)))) {
                    component = component.plus(kept);
                }
            }
            for (DateList list : DateList.of(new VEvent(component, series.zones()), name)) {
                for (CalendarTime time : list.times()) {
                    if (isPlain(time, start)) {
                        missing.remove(day(time));
                    }
                }
            }
            for (LocalDate day : missing) {
                component = component.plus(Times.write(name, at(day, start)));
            }
            return new VEvent(component, series.zones());
        }

        private CalendarTime at(LocalDate day, CalendarTime start) {
            return start.at(zone.instant(day.atTime(local(start).toLocalTime())), zone);
        }

        private boolean isPlain(CalendarTime time, CalendarTime start) {
            return time.isDay() == start.isDay()
                    && local(time).toLocalTime().equals(local(start).toLocalTime());
        }

        private LocalDate day(CalendarTime time) {
            return local(time).toLocalDate();
        }

        private LocalDateTime local(CalendarTime time) {
            return time.isDay() ? time.wall() : zone.local(time.instant(zone));
        }

        /** Whether one of the dates that differ from the series is left out. */
        private boolean skips(RecurrenceId id, Zone own) {
            return skipped.contains(zone.day(id.instant(own)));
        }
    }

    /**
     * The event with a change of one date made to all.
     *
     * @param id the date that was changed; null where the master itself was
     * @param was the date, or the master, before the change
     * @param after the same after it
     * @param rhythm how it is to repeat; null as before
     */
    public static Event applied(
            Event event,
            @Nullable RecurrenceId id,
            VEvent was,
            VEvent after,
            @Nullable Rhythm rhythm,
            Zone own,
            Limits limits) {
        VEvent master = Objects.requireNonNull(event.master());
        VEvent series = repeated(changed(master, was, after, own), rhythm);
        var asked = new HashSet<>(event.changed().keySet());
        if (id != null) {
            asked.add(id);
        }
        OccurrenceMap map = OccurrenceMap.between(master, series, asked, own, limits);
        Event result = withoutSkipped(ChangedDates.rebased(event, series, map, own), rhythm, own);
        RecurrenceId now = id == null ? null : map.after(id);
        if (id == null || now == null || event.part(id) == null) {
            return result;
        }
        // The date that was looked at is as it was written: what of that the new series has is not
        // its own, also where it was before.
        return result.with(
                ChangedDates.merged(
                        after, master.occurrence(id, own), series.occurrence(now, own)));
    }

    /** A date that is left out takes place no more, also where it differed. */
    private static Event withoutSkipped(Event event, @Nullable Rhythm rhythm, Zone own) {
        Days days = rhythm == null ? null : rhythm.days();
        Event result = event;
        if (days != null) {
            for (RecurrenceId id : event.changed().keySet()) {
                result = days.skips(id, own) ? result.without(id) : result;
            }
        }
        return result;
    }

    /** A series with the change that was made of one of its dates, or of itself. */
    private static VEvent changed(VEvent master, VEvent was, VEvent after, Zone own) {
        var names = new LinkedHashSet<String>();
        was.component().properties().forEach(p -> names.add(p.name()));
        after.component().properties().forEach(p -> names.add(p.name()));
        names.removeAll(OF_A_DATE);
        names.removeAll(TIME);
        names.removeAll(RECURRENCE);
        names.remove("ATTENDEE");
        Component component = master.component();
        for (String name : names) {
            List<Property> now = after.component().all(name);
            if (!now.equals(was.component().all(name))) {
                component = component.without(name).plus(now);
            }
        }
        if (!after.component().components().equals(was.component().components())) {
            component = component.withComponents(after.component().components());
        }
        VEvent series = new VEvent(component, master.zones().and(after.zones()));
        series = people(series, was, after);
        if (!was.isSameTime(after)) {
            return moved(series, was, after, own);
        }
        return was.equals(master) ? written(series, after) : series;
    }

    /** The same times as they are written in another: in another zone, say. */
    private static VEvent written(VEvent series, VEvent after) {
        Component component = series.component();
        for (String name : TIME) {
            List<Property> now = after.component().all(name);
            if (!now.equals(component.all(name))) {
                component = component.without(name).plus(now);
            }
        }
        return new VEvent(component, series.zones());
    }

    private static VEvent people(VEvent series, VEvent was, VEvent after) {
        var gone = new HashSet<CalendarAddress>();
        for (Attendee attendee : was.attendees()) {
            if (after.attendee(attendee.address()) == null) {
                gone.add(attendee.address());
            }
        }
        List<Attendee> come =
                after.attendees().stream()
                        .filter(attendee -> was.attendee(attendee.address()) == null)
                        .toList();
        return series.withoutAttendees(gone).withAbsent(come);
    }

    /** On the wall, as far as the date was moved, and as long as the date is. */
    private static VEvent moved(VEvent series, VEvent was, VEvent after, Zone own) {
        CalendarTime first = Objects.requireNonNull(series.start());
        CalendarTime from = Objects.requireNonNull(was.start());
        CalendarTime to = Objects.requireNonNull(after.start());
        Duration shift = Duration.between(to.wallAt(from.instant(own), own), to.wall());
        CalendarTime start = to.atWall(to.wallAt(first.instant(own), own).plus(shift));
        CalendarTime end = end(after, start, own);
        Component component =
                series.component()
                        .without("DURATION")
                        .with(Times.write("DTSTART", start))
                        .with(Times.write("DTEND", end));
        return shifted(new VEvent(component, series.zones()), first, start, shift, own);
    }

    private static CalendarTime end(VEvent like, CalendarTime start, Zone own) {
        CalendarTime.Span span = Objects.requireNonNull(like.span(own));
        return start.plus(span);
    }

    /** Its rule and its dates, moved along with its start. */
    static VEvent shifted(
            VEvent series, CalendarTime was, CalendarTime start, Duration shift, Zone own) {
        var properties = new ArrayList<Property>();
        for (Property property : series.component().properties()) {
            switch (property.name()) {
                case "RRULE", "EXRULE" -> properties.add(shifted(property, was, start, shift, own));
                case "RDATE", "EXDATE" ->
                        properties.addAll(
                                new DateList(property, series.zones())
                                        .moved(time -> shifted(time, start, shift, own)));
                default -> properties.add(property);
            }
        }
        return new VEvent(
                new Component("VEVENT", properties, series.component().components()),
                series.zones());
    }

    /** On the wall of the series, so that all move alike across a change of the clocks. */
    static CalendarTime shifted(CalendarTime time, CalendarTime start, Duration shift, Zone own) {
        return start.at(
                start.atWall(start.wallAt(time.instant(own), own).plus(shift)).instant(own), own);
    }

    /** With its end moved, never to the end of a day; what only repeats the first day goes. */
    static Property shifted(
            Property rule, CalendarTime was, CalendarTime start, Duration shift, Zone own) {
        RuleText text = RuleText.of(rule.value());
        LocalDate day = was.wall().toLocalDate();
        if (!day.equals(start.wall().toLocalDate())) {
            text = withoutRepeated(text, day);
        }
        CalendarTime until = text.until();
        if (until != null) {
            text = text.with("UNTIL", until(shiftedEnd(until, start, shift, own), start, own));
        }
        return rule.withValue(text.text());
    }

    private static CalendarTime shiftedEnd(
            CalendarTime until, CalendarTime start, Duration shift, Zone own) {
        if (until instanceof CalendarTime.Day(var last) && !start.isDay()) {
            // A day in the place of a time means all of it (RFC 5545, 3.3.10).
            LocalDateTime end = last.atTime(start.wall().toLocalTime());
            return start.atWall(end.plusDays(shift.toDays()));
        }
        return shifted(until, start, shift, own);
    }

    /** UNTIL has the type of DTSTART, and is in UTC where DTSTART has a zone (RFC 5545, 3.3.10). */
    static String until(CalendarTime last, CalendarTime start, Zone own) {
        return switch (start) {
            case CalendarTime.Day _ ->
                    Times.date(start.wallAt(last.instant(own), own).toLocalDate());
            case CalendarTime.Floating _ -> Times.dateTime(own.local(last.instant(own)));
            case CalendarTime.Zoned _ -> Times.dateTime(Zone.UTC.local(last.instant(own))) + "Z";
        };
    }

    /** A rule without the parts that only say again on which day it begins. */
    static RuleText withoutRepeated(RuleText rule, LocalDate day) {
        var repeated = new HashSet<String>();
        if (rule.value("BYDAY").equals(day.getDayOfWeek().name().substring(0, 2))) {
            repeated.add("BYDAY");
        }
        if (rule.value("BYMONTHDAY").equals("" + day.getDayOfMonth())) {
            repeated.add("BYMONTHDAY");
        }
        if (rule.value("BYMONTH").equals("" + day.getMonthValue())) {
            repeated.add("BYMONTH");
        }
        return rule.without(repeated);
    }

    private static VEvent repeated(VEvent series, @Nullable Rhythm rhythm) {
        if (rhythm == null) {
            return series;
        }
        Component component = series.component();
        for (String name : rhythm.anew() ? RECURRENCE : Set.of("RRULE")) {
            component = component.without(name);
        }
        Property rule = rhythm.rule();
        Days days = rhythm.days();
        var repeated = new VEvent(rule == null ? component : component.plus(rule), series.zones());
        return days == null ? repeated : days.of(repeated);
    }
}
