package org.imipagent.manager;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.calendar.Zones;
import org.imipagent.messages.MessageKey;
import org.imipagent.recurrence.SeriesEdit;
import org.jspecify.annotations.Nullable;

/**
 * What a person wrote into the form of an event: checked, and made into the event as it is to be.
 * Only what was changed in the form is changed in the event, so that what the form cannot show is
 * kept.
 */
final class EventFormReader {

    static final int LONGEST_LINE = 500;
    static final int LONGEST_TEXT = 20_000;
    static final int MOST_TIMES = 1000;
    private static final int MOST_PEOPLE = 1000;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;

    private final PageContext context;
    private final EventFields shown;
    private final EventFields typed;
    private final Zone zone;
    private final boolean isNew;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final Map<CalendarAddress, Invitee> people = new LinkedHashMap<>();
    private LocalDateTime start = LocalDateTime.MIN;

    /** Exclusive. */
    private LocalDateTime end = LocalDateTime.MIN;

    /**
     * @param shown what the form was made with
     * @param part what the form is about; null for a new event
     */
    EventFormReader(
            PageContext context, EventFields shown, EventFields typed, @Nullable VEvent part) {
        this.context = context;
        this.shown = shown;
        this.typed = typed;
        this.zone = EventFields.zone(context, part);
        this.isNew = part == null;
    }

    /** What a clock in a zone shows then; a day is its midnight in any zone. */
    static LocalDateTime local(CalendarTime time, Zone zone) {
        return switch (time) {
            case CalendarTime.Day(var date) -> date.atStartOfDay();
            case CalendarTime.Floating(var local) -> local;
            case CalendarTime.Zoned _ -> zone.local(time.instant(zone));
        };
    }

    // ---- What is wrong with it

    /** What is wrong, by field; empty where all is well. Before anything else is asked. */
    Map<String, String> errors() {
        if (typed.title().isEmpty()) {
            errors.put("title", context.texts().say(MessageKey.ERROR_TITLE));
        }
        notTooLong("title", typed.title(), shown.title(), LONGEST_LINE);
        notTooLong("place", typed.place(), shown.place(), LONGEST_LINE);
        notTooLong("description", typed.description(), shown.description(), LONGEST_TEXT);
        readTimes();
        readPeople();
        if (errors.isEmpty()) {
            checkRhythm();
        }
        return errors;
    }

    private void notTooLong(String field, String text, String before, int most) {
        if (text.length() > Math.max(most, before.length())) {
            errors.put(
                    field,
                    context.texts()
                            .say(
                                    MessageKey.ERROR_LONG,
                                    "length",
                                    Integer.toString(text.length()),
                                    "most",
                                    Integer.toString(most)));
        }
    }

    private void readTimes() {
        LocalDate first = date("start-date", typed.startDate());
        LocalDate last = date("end-date", typed.endDate());
        LocalTime from =
                typed.allDay() ? LocalTime.MIDNIGHT : time("start-time", typed.startTime());
        LocalTime to = typed.allDay() ? LocalTime.MIDNIGHT : time("end-time", typed.endTime());
        if (first == null || last == null || from == null || to == null) {
            return;
        }
        start = first.atTime(from);
        end = typed.allDay() ? last.plusDays(1).atStartOfDay() : last.atTime(to);
        boolean isAsItWas = !isNew && typed.isSameTime(shown);
        if (!isAsItWas && !zone.instant(end).isAfter(zone.instant(start))) {
            errors.put("end-date", context.texts().say(MessageKey.ERROR_END));
        }
    }

    private @Nullable LocalDate date(String field, String text) {
        LocalDate date = CalendarPage.read(text);
        if (date == null || date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            errors.put(field, context.texts().say(MessageKey.ERROR_TIME, "example", "2026-11-03"));
            return null;
        }
        return date;
    }

    private @Nullable LocalTime time(String field, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException none) {
            errors.put(field, context.texts().say(MessageKey.ERROR_TIME, "example", "14:00"));
            return null;
        }
    }

    private void readPeople() {
        var wrong = new ArrayList<String>();
        List<String> before = shown.people().lines().toList();
        for (String line : typed.people().lines().toList()) {
            if (line.isBlank()) {
                continue;
            }
            Invitee invitee = Invitee.read(line);
            if (invitee == null && before.contains(line.strip())) {
                invitee = new Invitee("", new CalendarAddress(line));
            }
            if (invitee == null) {
                wrong.add(UntrustedText.line(line));
            } else if (!context.person().is(invitee.address())) {
                people.putIfAbsent(invitee.address(), invitee);
            }
        }
        if (!wrong.isEmpty()) {
            errors.put(
                    "people",
                    context.texts()
                            .say(MessageKey.ERROR_PEOPLE, "lines", String.join(", ", wrong)));
        } else if (people.size() > MOST_PEOPLE) {
            errors.put(
                    "people",
                    context.texts()
                            .say(
                                    MessageKey.ERROR_MANY_PEOPLE,
                                    "most",
                                    Integer.toString(MOST_PEOPLE)));
        }
    }

    private void checkRhythm() {
        SimpleRecurrence rhythm = typed.rhythm();
        boolean known =
                switch (rhythm.repeat()) {
                    case SimpleRecurrence.KEEP ->
                            shown.rhythm().repeat().equals(SimpleRecurrence.KEEP);
                    case SimpleRecurrence.NONE -> true;
                    default -> rhythm.isSimple();
                };
        if (!known) {
            errors.put("repeat", context.texts().say(MessageKey.ERROR_CHOICE));
        }
        if (!rhythm.isSimple() || rhythm.equals(shown.rhythm())) {
            return;
        }
        LocalDate until = rhythm.until().isEmpty() ? null : date("until", rhythm.until());
        if (until != null && until.isBefore(start.toLocalDate())) {
            errors.put("until", context.texts().say(MessageKey.ERROR_UNTIL));
        }
        if (!rhythm.times().isEmpty() && !isCount(rhythm.times())) {
            errors.put(
                    "times",
                    context.texts()
                            .say(MessageKey.ERROR_TIMES, "most", Integer.toString(MOST_TIMES)));
        }
        if (!rhythm.times().isEmpty() && !rhythm.until().isEmpty()) {
            errors.put("times", context.texts().say(MessageKey.ERROR_TWO_ENDS));
        }
    }

    private static boolean isCount(String text) {
        try {
            int times = Integer.parseInt(text);
            return times >= 1 && times <= MOST_TIMES;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    /** A series whose rule names its days cannot be moved to others by moving its first time. */
    boolean movesARule(VEvent series) {
        return typed.rhythm().repeat().equals(SimpleRecurrence.KEEP)
                && SimpleRecurrence.hasDaysOfItsOwn(series)
                && isAnotherDay();
    }

    /** The same of a rule that the form does not show. */
    boolean movesFrom(VEvent series) {
        return SimpleRecurrence.of(series, zone).repeat().equals(SimpleRecurrence.KEEP)
                && SimpleRecurrence.hasDaysOfItsOwn(series)
                && isAnotherDay();
    }

    private boolean isAnotherDay() {
        return !typed.startDate().equals(shown.startDate()) || typed.allDay() != shown.allDay();
    }

    boolean isUnchanged() {
        return typed.equals(shown) || (isSameText() && typed.isSameTime(shown) && isSamePeople());
    }

    private boolean isSameText() {
        return typed.title().equals(shown.title())
                && typed.place().equals(shown.place())
                && typed.description().equals(shown.description())
                && typed.rhythm().equals(shown.rhythm());
    }

    private boolean isSamePeople() {
        return typed.people().equals(shown.people());
    }

    // ---- The event as it is to be

    /** A new event. */
    VEvent created(String uid) {
        CalendarTime first = time(start, null);
        Component component =
                new Component("VEVENT", List.of(), List.of())
                        .plus(Property.ofText("UID", uid))
                        .plus(Times.write("CREATED", CalendarTime.utc(context.now())))
                        .plus(Times.write("DTSTART", first))
                        .plus(Times.write("DTEND", time(end, null)))
                        .plus(Property.of("SEQUENCE", "0"))
                        .plus(Property.of("STATUS", "CONFIRMED"));
        if (typed.rhythm().isSimple()) {
            component = component.plus(typed.rhythm().rule(first, zone));
        }
        return people(texts(new VEvent(component, zones(Zones.NONE))));
    }

    /** What was shown as it is to be: a date, or the event itself. */
    VEvent changed(VEvent part) {
        VEvent timed = typed.isSameTime(shown) ? part : times(part, start, end);
        return people(texts(timed));
    }

    /** How the series is to repeat; null as before. */
    SeriesEdit.@Nullable Rhythm rhythm(VEvent after) {
        SimpleRecurrence rhythm = typed.rhythm();
        if (rhythm.equals(shown.rhythm())) {
            return null;
        }
        CalendarTime first = after.start();
        return new SeriesEdit.Rhythm(
                rhythm.isSimple() && first != null ? rhythm.rule(first, zone) : null,
                !rhythm.repeat().equals(shown.rhythm().repeat()));
    }

    private VEvent times(VEvent part, LocalDateTime from, LocalDateTime to) {
        CalendarTime like = part.start();
        VEvent known = new VEvent(part.component(), zones(part.zones()));
        return known.without("DURATION")
                .with(Times.write("DTSTART", time(from, like)))
                .with(Times.write("DTEND", time(to, like)));
    }

    /** A time of the kind that is wanted, in the zone of the form. */
    private CalendarTime time(LocalDateTime local, @Nullable CalendarTime like) {
        if (typed.allDay()) {
            return new CalendarTime.Day(local.toLocalDate());
        }
        if (like instanceof CalendarTime.Floating) {
            return new CalendarTime.Floating(local);
        }
        if (like instanceof CalendarTime.Zoned(_, var own, var tzid) && !tzid.isEmpty()) {
            return new CalendarTime.Zoned(own.local(zone.instant(local)), own, tzid);
        }
        boolean utc = like instanceof CalendarTime.Zoned || zone.equals(Zone.UTC);
        return utc
                ? CalendarTime.utc(zone.instant(local))
                : new CalendarTime.Zoned(local, zone, zone.name());
    }

    private Zones zones(Zones known) {
        var byTzid = new HashMap<>(known.byTzid());
        if (!zone.equals(Zone.UTC)) {
            byTzid.putIfAbsent(zone.name(), zone);
        }
        return new Zones(byTzid, known.definitions());
    }

    private VEvent texts(VEvent part) {
        VEvent result = part;
        if (!typed.title().equals(shown.title())) {
            result = text(result, "SUMMARY", typed.title());
        }
        if (!typed.place().equals(shown.place())) {
            result = text(result, "LOCATION", typed.place());
        }
        if (!typed.description().equals(shown.description())) {
            // The same in HTML, as Outlook writes it, would go on saying what it said.
            result =
                    text(result, "DESCRIPTION", typed.description())
                            .without("X-ALT-DESC")
                            .without("STYLED-DESCRIPTION");
        }
        return result;
    }

    private static VEvent text(VEvent part, String name, String text) {
        return text.isEmpty() ? part.without(name) : part.with(Property.ofText(name, text));
    }

    private VEvent people(VEvent part) {
        if (!isNew && isSamePeople()) {
            return part;
        }
        var gone = new HashSet<CalendarAddress>();
        shown.people().lines().map(EventFormReader::address).forEach(gone::add);
        gone.removeIf(address -> people.containsKey(address) || context.person().is(address));
        VEvent result =
                part.withoutAttendees(gone)
                        .withAbsent(people.values().stream().map(Invitee::asked).toList());
        return people.isEmpty() || result.organiser() != null ? result : organised(result);
    }

    private static CalendarAddress address(String line) {
        Invitee invitee = Invitee.read(line);
        return invitee == null ? new CalendarAddress(line) : invitee.address();
    }

    /** With the person as organiser, who comes to what they organise. */
    private VEvent organised(VEvent part) {
        String name = context.visitor().name();
        String email = context.user().email();
        var own = new Invitee(name.equals(email) ? "" : name, context.user());
        Component component = part.component().without("ORGANIZER");
        var properties = new ArrayList<Property>();
        boolean placed = false;
        for (Property property : component.properties()) {
            if (property.name().equals("ATTENDEE") && !placed) {
                properties.add(own.organiser());
                properties.add(own.as(Participation.ACCEPTED).property());
                placed = true;
            }
            properties.add(property);
        }
        return new VEvent(
                new Component("VEVENT", properties, component.components()), part.zones());
    }
}
