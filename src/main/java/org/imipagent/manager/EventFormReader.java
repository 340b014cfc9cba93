package org.imipagent.manager;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
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
    private static final int MOST_EVERY = 999;
    private static final int LONGEST_LINK = 2000;
    static final int MOST_PEOPLE = 1000;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;

    private final PageContext context;
    private final EventFields shown;
    private EventFields typed;
    private final @Nullable VEvent part;
    private final Zone zone;
    private final boolean isNew;
    private final boolean saysRhythm;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final Map<CalendarAddress, Invitee> people = new LinkedHashMap<>();
    private LocalDateTime start = LocalDateTime.MIN;

    /** Exclusive. */
    private LocalDateTime end = LocalDateTime.MIN;

    /**
     * @param shown what the form was made with
     * @param part what the form is about, or for a new event what it is a copy of; null for neither
     * @param saysRhythm whether the form says how it repeats
     */
    EventFormReader(
            PageContext context,
            EventFields shown,
            EventFields typed,
            @Nullable VEvent part,
            boolean isNew,
            boolean saysRhythm) {
        this.context = context;
        this.shown = shown;
        this.typed = typed;
        this.part = part;
        this.zone = EventFields.zone(context, part);
        this.isNew = isNew;
        this.saysRhythm = saysRhythm;
    }

    /** What was typed; with its dates on the first one that its rule gives. */
    EventFields typed() {
        return typed;
    }

    Zone zone() {
        return zone;
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
        checkDetails();
        if (errors.isEmpty()) {
            checkRhythm();
        }
        if (errors.isEmpty()) {
            fitTimes();
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
        EventTimes times = typed.times();
        LocalDate first = date("start-date", times.startDate());
        LocalDate last = date("end-date", times.endDate());
        LocalTime from =
                times.allDay() ? LocalTime.MIDNIGHT : time("start-time", times.startTime());
        LocalTime to = times.allDay() ? LocalTime.MIDNIGHT : time("end-time", times.endTime());
        if (first == null || last == null || from == null || to == null) {
            return;
        }
        start = first.atTime(from);
        end = times.allDay() ? last.plusDays(1).atStartOfDay() : last.atTime(to);
        if (!isNew && isSameTime()) {
            return;
        }
        if (!zone.instant(end).isAfter(zone.instant(start))) {
            errors.put("end-date", context.texts().say(MessageKey.ERROR_END));
        }
        if (!times.allDay()) {
            requireOnClock("start-time", start);
            requireOnClock("end-time", end);
        }
    }

    /** Where clocks go forward, an hour is left out. */
    private void requireOnClock(String field, LocalDateTime local) {
        if (!zone.local(zone.instant(local)).equals(local)) {
            errors.put(
                    field,
                    context.texts()
                            .say(
                                    MessageKey.ERROR_GAP,
                                    "time",
                                    context.dates().time(local.toLocalTime()),
                                    "zone",
                                    zone.name()));
        }
    }

    /** The first date is one that the rule gives. */
    private void fitTimes() {
        boolean isAsked = isNew || !typed.rhythm().equals(shown.rhythm()) || isAnotherDay();
        if (!saysRhythm || !typed.rhythm().isSimple() || !isAsked) {
            return;
        }
        LocalDate day = start.toLocalDate();
        long days = ChronoUnit.DAYS.between(day, typed.rhythm().first(day));
        typed = days == 0 ? typed : typed.with(typed.times().later(days));
        start = start.plusDays(days);
        end = end.plusDays(days);
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
        LocalTime time = EventTimes.clock(text);
        if (time == null) {
            errors.put(field, context.texts().say(MessageKey.ERROR_TIME, "example", "14:00"));
        }
        return time;
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
                    "guest",
                    context.texts()
                            .say(MessageKey.ERROR_PEOPLE, "lines", String.join(", ", wrong)));
        } else if (people.size() > MOST_PEOPLE) {
            errors.put(
                    "guest",
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
                    default -> rhythm.isSaid();
                };
        if (!known) {
            errors.put("repeat", context.texts().say(MessageKey.ERROR_CHOICE));
        }
        if (!rhythm.isSaid() || rhythm.equals(shown.rhythm())) {
            return;
        }
        checkDates("skip", rhythm.skipped());
        checkDates("also", rhythm.added());
        if (!rhythm.isSimple()) {
            if (rhythm.added().isEmpty()) {
                errors.put("also", context.texts().say(MessageKey.ERROR_NO_DATES));
            }
            return;
        }
        if (!SimpleRecurrence.WAYS.contains(rhythm.by())) {
            errors.put("by", context.texts().say(MessageKey.ERROR_CHOICE));
        }
        checkNumber("every", rhythm.every(), shown.rhythm().every(), MOST_EVERY);
        checkEnd(rhythm);
    }

    private void checkDates(String field, List<String> dates) {
        for (String date : dates) {
            if (!isPeriod(date)) {
                date(field, date);
            } else if (periods(date) == null) {
                errors.put(
                        field, context.texts().say(MessageKey.ERROR_TIME, "example", "2026-11-03"));
            }
        }
        if (dates.size() > SimpleRecurrence.MOST_DATES) {
            errors.put(
                    field,
                    context.texts()
                            .say(
                                    MessageKey.ERROR_MANY_DATES,
                                    "most",
                                    Integer.toString(SimpleRecurrence.MOST_DATES)));
        }
    }

    /** A new event may have other times of the day besides, as they were chosen. */
    private boolean isPeriod(String date) {
        return isNew && part == null && date.indexOf('/') >= 0;
    }

    /** The property of a period more; null where it is none. */
    private @Nullable Property periods(String text) {
        EventTimes slot = EventSlots.read(text);
        if (slot == null || slot.allDay() || typed.times().allDay()) {
            return null;
        }
        LocalDateTime from = slot.start();
        LocalDateTime to = slot.end();
        if (from == null || to == null) {
            return null;
        }
        Instant start = zone.instant(from);
        Instant end = zone.instant(to);
        return start.isBefore(end)
                ? Property.of(
                                "RDATE",
                                Times.dateTime(Zone.UTC.local(start))
                                        + "Z/"
                                        + Times.dateTime(Zone.UTC.local(end))
                                        + "Z")
                        .with("VALUE", "PERIOD")
                : null;
    }

    private void checkEnd(SimpleRecurrence rhythm) {
        LocalDate until = rhythm.until().isEmpty() ? null : date("until", rhythm.until());
        if (until != null && until.isBefore(rhythm.first(start.toLocalDate()))) {
            errors.put("until", context.texts().say(MessageKey.ERROR_UNTIL));
        }
        if (!rhythm.times().isEmpty()) {
            checkNumber("times", rhythm.times(), shown.rhythm().times(), MOST_TIMES);
        }
        if (!rhythm.times().isEmpty() && !rhythm.until().isEmpty()) {
            errors.put("times", context.texts().say(MessageKey.ERROR_TWO_ENDS));
        }
    }

    /** One that was there before may be larger. */
    private void checkNumber(String field, String text, String before, int most) {
        if (!text.equals(before) && !isCount(text, most)) {
            errors.put(
                    field,
                    context.texts().say(MessageKey.ERROR_TIMES, "most", Integer.toString(most)));
        }
    }

    private void checkDetails() {
        EventOptions details = typed.details();
        EventOptions before = shown.details();
        notTooLong("categories", details.categories(), before.categories(), LONGEST_LINE);
        notTooLong("link", details.link(), before.link(), LONGEST_LINK);
        boolean isLink = details.link().isEmpty() || EventOptions.isWebAddress(details.link());
        if (!isLink && !details.link().equals(before.link())) {
            errors.put("link", context.texts().say(MessageKey.ERROR_LINK));
        }
        checkChoice("colour", details.colour(), before.colour(), EventOptions.COLOURS, "");
        checkChoice(
                "busy",
                details.busy(),
                before.busy(),
                List.of(EventOptions.BUSY, EventOptions.FREE),
                before.busy());
        checkChoice(
                "class", details.visibility(), before.visibility(), EventOptions.CLASSES, "public");
        checkChoice("reminder", details.reminder(), before.reminder(), EventOptions.REMINDERS, "");
    }

    private void checkChoice(
            String field, String chosen, String before, List<String> offered, String none) {
        if (!chosen.equals(before) && !chosen.equals(none) && !offered.contains(chosen)) {
            errors.put(field, context.texts().say(MessageKey.ERROR_CHOICE));
        }
    }

    private static boolean isCount(String text, int most) {
        try {
            int times = Integer.parseInt(text);
            return times >= 1 && times <= most;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    /**
     * Whether its start is moved to a day that its rule does not name: one that the form does not
     * show there, so that it cannot go along.
     */
    boolean movesARule(VEvent series) {
        boolean isHidden = !saysRhythm || typed.rhythm().repeat().equals(SimpleRecurrence.KEEP);
        return isHidden && SimpleRecurrence.namesDays(series) && isAnotherDay();
    }

    private boolean isAnotherDay() {
        return !typed.times().startDate().equals(shown.times().startDate())
                || typed.times().allDay() != shown.times().allDay();
    }

    private boolean isSameTime() {
        return typed.times().isSame(shown.times());
    }

    boolean isUnchanged() {
        return typed.equals(shown) || (isSameText() && isSameTime() && isSamePeople());
    }

    private boolean isSameText() {
        return typed.title().equals(shown.title())
                && typed.place().equals(shown.place())
                && typed.description().equals(shown.description())
                && typed.rhythm().equals(shown.rhythm())
                && typed.details().equals(shown.details());
    }

    private boolean isSamePeople() {
        return typed.people().equals(shown.people());
    }

    // ---- The event as it is to be

    /** A new event. */
    VEvent created(String uid) {
        return part == null ? written(uid) : copied(part, uid);
    }

    private VEvent written(String uid) {
        CalendarTime first = time(start, null);
        Component component =
                begun(uid)
                        .plus(Times.write("DTSTART", first))
                        .plus(Times.write("DTEND", time(end, null)));
        if (typed.rhythm().isSimple()) {
            component = component.plus(typed.rhythm().rule(first, zone, weekStart()));
        }
        for (String date : typed.rhythm().added()) {
            Property period = typed.rhythm().isSaid() && isPeriod(date) ? periods(date) : null;
            component = period == null ? component : component.plus(period);
        }
        var event = new VEvent(component, zones(Zones.NONE));
        return people(texts(typed.rhythm().isSaid() ? days().of(event) : event));
    }

    private Component begun(String uid) {
        return new Component("VEVENT", List.of(), List.of())
                .plus(Property.ofText("UID", uid))
                .plus(Times.write("CREATED", CalendarTime.utc(context.now())))
                .plus(Property.of("SEQUENCE", "0"))
                .plus(Property.of("STATUS", "CONFIRMED"));
    }

    /** What of an event is so again in a copy of it. */
    private static final Set<String> COPIED =
            Set.of(
                    "DTSTART",
                    "DTEND",
                    "DURATION",
                    "RRULE",
                    "RDATE",
                    "EXDATE",
                    "EXRULE",
                    "SUMMARY",
                    "LOCATION",
                    "GEO",
                    "DESCRIPTION",
                    "X-ALT-DESC",
                    "STYLED-DESCRIPTION",
                    "CATEGORIES",
                    "COLOR",
                    "CLASS",
                    "PRIORITY",
                    "TRANSP",
                    "URL",
                    "CONFERENCE",
                    "ATTACH");

    private VEvent copied(VEvent source, String uid) {
        Component component = begun(uid);
        for (Property property : source.component().properties()) {
            if (COPIED.contains(property.name())) {
                component = component.plus(property);
            }
        }
        var copy =
                new VEvent(
                        component.withComponents(source.component().components("VALARM").toList()),
                        source.zones());
        VEvent changed = changed(copy);
        return SeriesEdit.applied(
                        Event.of(copy),
                        null,
                        copy,
                        changed,
                        rhythm(changed),
                        context.zone(),
                        Limits.STANDARD)
                .main();
    }

    private int weekStart() {
        return context.firstDayOfWeek();
    }

    /** What was shown as it is to be: a date, or the event itself. */
    VEvent changed(VEvent part) {
        VEvent timed = isSameTime() && !isPlaced(part) ? part : times(part, start, end);
        return people(texts(timed));
    }

    /** A time in UTC that is to come again is from now on one of the form's zone. */
    private boolean isPlaced(VEvent part) {
        return part.start() instanceof CalendarTime.Zoned zoned
                && zoned.isUtc()
                && !zone.equals(Zone.UTC)
                && typed.rhythm().isSaid()
                && !typed.rhythm().equals(shown.rhythm());
    }

    /** How the series is to repeat; null as before. */
    SeriesEdit.@Nullable Rhythm rhythm(VEvent after) {
        SimpleRecurrence rhythm = typed.rhythm();
        boolean isSame = rhythm.equals(shown.rhythm());
        boolean follows = isAnotherDay() && part != null && SimpleRecurrence.namesDays(part);
        CalendarTime first = after.start();
        if (rhythm.repeat().equals(SimpleRecurrence.KEEP)
                || first == null
                || (isSame && !(rhythm.isSimple() && follows))) {
            return null;
        }
        boolean anew = !rhythm.repeat().equals(shown.rhythm().repeat());
        boolean sameDates =
                rhythm.skipped().equals(shown.rhythm().skipped())
                        && rhythm.added().equals(shown.rhythm().added());
        return new SeriesEdit.Rhythm(
                rhythm.isSimple() ? rhythm.rule(first, zone, weekStart()) : null,
                anew,
                rhythm.isSaid() && (anew || !sameDates) ? days() : null);
    }

    private SeriesEdit.Days days() {
        return new SeriesEdit.Days(
                zone, dates(typed.rhythm().skipped()), dates(typed.rhythm().added()));
    }

    private static Set<LocalDate> dates(List<String> texts) {
        var dates = new TreeSet<LocalDate>();
        for (String text : texts) {
            LocalDate date = CalendarPage.read(text);
            if (date != null) {
                dates.add(date);
            }
        }
        return dates;
    }

    private VEvent times(VEvent part, LocalDateTime from, LocalDateTime to) {
        CalendarTime like = isPlaced(part) ? null : part.start();
        VEvent known = new VEvent(part.component(), zones(part.zones()));
        return known.without("DURATION")
                .with(Times.write("DTSTART", time(from, like)))
                .with(Times.write("DTEND", time(to, like)));
    }

    /** A time of the kind that is wanted, in the zone of the form. */
    private CalendarTime time(LocalDateTime local, @Nullable CalendarTime like) {
        if (typed.times().allDay()) {
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
        return typed.details().applied(result, shown.details());
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
