package org.imipagent.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One VEVENT (RFC 5545, 3.6.1): a whole event, its master, or one changed occurrence. A typed view
 * of the component, with the zones its TZIDs mean. UID must be there, and DTSTART, DTEND, DURATION
 * and RECURRENCE-ID must be times: else making one throws IllegalArgumentException, whose message
 * says what is wrong.
 */
public record VEvent(Component component, Zones zones) {

    public VEvent {
        if (!component.name().equals("VEVENT")) {
            throw new IllegalArgumentException("not a VEVENT but " + component.name());
        }
        require(component, "UID");
        for (Property property : component.properties()) {
            switch (property.name()) {
                case "DTSTART", "DTEND", "RECURRENCE-ID" -> {
                    CalendarTime time = Times.read(property, zones);
                    boolean isName = property.name().equals("RECURRENCE-ID");
                    if (time == null || (isName && !RecurrenceId.of(time).canBeRead())) {
                        throw new IllegalArgumentException(
                                property.name()
                                        + " is not a date or time: "
                                        + OneLine.shortened(property.value(), 40));
                    }
                }
                case "DURATION" -> {
                    if (Times.duration(property.value()) == null) {
                        throw new IllegalArgumentException(
                                "DURATION is none: " + OneLine.shortened(property.value(), 40));
                    }
                }
                default -> {}
            }
        }
    }

    private static void require(Component component, String name) {
        Property property = component.first(name);
        if (property == null || property.value().isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }

    public String uid() {
        return Objects.requireNonNull(component.first("UID")).value().strip();
    }

    /** DTSTART, or null: a message about an event, such as a REPLY, may have none. */
    public @Nullable CalendarTime start() {
        return time("DTSTART");
    }

    /**
     * Where it ends, exclusive: DTEND, or DTSTART and DURATION, or a day after a DTSTART that is a
     * day, or DTSTART itself (RFC 5545, 3.6.1). An end without a zone is in that of the start, one
     * before the start counts as the start. Null without DTSTART.
     */
    public @Nullable CalendarTime end() {
        CalendarTime start = start();
        if (start == null) {
            return null;
        }
        CalendarTime end = time("DTEND");
        if (end != null) {
            return ordered(start, end);
        }
        Property duration = component.first("DURATION");
        if (duration != null) {
            CalendarTime after =
                    start.plus(Objects.requireNonNull(Times.duration(duration.value())));
            return start.isDay() ? ordered(start, after) : after;
        }
        return start instanceof CalendarTime.Day(var date)
                ? new CalendarTime.Day(date.plusDays(1))
                : start;
    }

    /** Whether it begins and ends when another does, and both or neither are of whole days. */
    public boolean isSameTime(VEvent other) {
        return isSame(start(), other.start()) && isSame(end(), other.end());
    }

    private static boolean isSame(@Nullable CalendarTime one, @Nullable CalendarTime other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.isDay() == other.isDay()
                && one.instant(Zone.UTC).equals(other.instant(Zone.UTC));
    }

    private static CalendarTime ordered(CalendarTime start, CalendarTime end) {
        if (start instanceof CalendarTime.Day(var first)) {
            var last = end.wall().toLocalDate();
            return new CalendarTime.Day(last.isAfter(first) ? last : first.plusDays(1));
        }
        boolean hasZone = end instanceof CalendarTime.Zoned;
        CalendarTime sameKind = hasZone ? end : start.atWall(end.wall());
        return sameKind.instant(Zone.UTC).isBefore(start.instant(Zone.UTC)) ? start : sameKind;
    }

    /**
     * How long it lasts; with days counted on the wall. Null without DTSTART.
     *
     * @param own the zone of times without one
     */
    public CalendarTime.@Nullable Span span(Zone own) {
        CalendarTime start = start();
        CalendarTime end = end();
        return start == null || end == null ? null : CalendarTime.Span.between(start, end, own);
    }

    /**
     * The TZID of a time that is of no known zone, and so is read in the zone of whoever reads it;
     * null where there is none.
     */
    public @Nullable String unknownZone() {
        for (Property property : component.properties()) {
            String tzid = property.parameter("TZID");
            if (tzid != null
                    && TIMES.contains(property.name())
                    && zones.zone(tzid) == null
                    && Times.read(property, zones) instanceof CalendarTime.Floating) {
                return tzid;
            }
        }
        return null;
    }

    private static final List<String> TIMES = List.of("DTSTART", "DTEND");

    public @Nullable RecurrenceId recurrenceId() {
        CalendarTime original = time("RECURRENCE-ID");
        return original == null ? null : RecurrenceId.of(original);
    }

    /** Whether RECURRENCE-ID means the occurrence and all that follow (RFC 5545, 3.2.13). */
    public boolean isThisAndFuture() {
        Property id = component.first("RECURRENCE-ID");
        return id != null && "THISANDFUTURE".equalsIgnoreCase(id.parameter("RANGE"));
    }

    /**
     * SEQUENCE (RFC 5545, 3.8.7.4); 0 where it is missing or no number. Some programs count
     * milliseconds, beyond the INTEGER of RFC 5545, 3.3.8: one larger than {@link Sequence#LARGEST}
     * counts as that, and {@link #compareSequence} tells two such apart.
     */
    public long sequence() {
        return Sequence.of(component);
    }

    /** SEQUENCE in digits, all of them. */
    public String sequenceText() {
        return Sequence.text(component);
    }

    /** As a comparator does: by SEQUENCE alone, however many digits it has. */
    public int compareSequence(VEvent other) {
        return Sequence.compare(component, other.component);
    }

    /** DTSTAMP, when the sender wrote this version; the beginning of time where it is missing. */
    public Instant stamp() {
        CalendarTime stamp = time("DTSTAMP");
        return stamp == null ? Instant.EPOCH : stamp.instant(Zone.UTC);
    }

    public @Nullable Attendee organiser() {
        Property property = component.first("ORGANIZER");
        Attendee organiser = property == null ? null : new Attendee(property);
        return organiser == null || organiser.address().uri().isEmpty() ? null : organiser;
    }

    /**
     * With this organiser in the place of another, or of none, or of the same without the mail
     * address; else as it is.
     */
    public VEvent organisedBy(Attendee organiser) {
        if (organiser.property().equals(component.first("ORGANIZER"))) {
            return this;
        }
        Attendee known = organiser();
        return known != null
                        && known.isSame(organiser)
                        && (known.address().isMail() || !organiser.address().isMail())
                ? this
                : with(organiser.property());
    }

    public List<Attendee> attendees() {
        return component.all("ATTENDEE").stream().map(Attendee::new).toList();
    }

    public @Nullable Attendee attendee(CalendarAddress address) {
        for (Property property : component.properties()) {
            if (property.name().equals("ATTENDEE")) {
                var attendee = new Attendee(property);
                if (attendee.is(address)) {
                    return attendee;
                }
            }
        }
        return null;
    }

    public String summary() {
        return text("SUMMARY");
    }

    public String location() {
        return text("LOCATION");
    }

    public String description() {
        return text("DESCRIPTION");
    }

    public boolean isCancelled() {
        return word("STATUS").equals("CANCELLED");
    }

    public boolean isTentative() {
        return word("STATUS").equals("TENTATIVE");
    }

    public boolean isTransparent() {
        return word("TRANSP").equals("TRANSPARENT");
    }

    public boolean isRecurring() {
        return component.has("RRULE") || component.has("RDATE");
    }

    /** The value of the first property of a name as text, or "". */
    public String text(String name) {
        Property property = component.first(name);
        return property == null ? "" : property.text();
    }

    private String word(String name) {
        return text(name).strip().toUpperCase(Locale.ROOT);
    }

    private @Nullable CalendarTime time(String name) {
        Property property = component.first(name);
        return property == null ? null : Times.read(property, zones);
    }

    public VEvent with(Property property) {
        return new VEvent(component.with(property), zones);
    }

    public VEvent without(String name) {
        return new VEvent(component.without(name), zones);
    }

    /** With an attendee in the place of the same one, or added. */
    public VEvent with(Attendee attendee) {
        var address = attendee.address();
        var changed = new ArrayList<Property>();
        var placed = false;
        for (Property property : component.properties()) {
            if (!property.name().equals("ATTENDEE")
                    || !new Attendee(property).isSame(attendee, address)) {
                changed.add(property);
            } else if (!placed) {
                changed.add(attendee.property());
                placed = true;
            }
        }
        var same = new Component("VEVENT", changed, component.components());
        return new VEvent(placed ? same : same.plus(attendee.property()), zones);
    }

    public VEvent withoutAttendee(CalendarAddress address) {
        return new VEvent(
                component.without(p -> p.name().equals("ATTENDEE") && new Attendee(p).is(address)),
                zones);
    }

    public VEvent withStamp(Instant now) {
        return with(Times.write("DTSTAMP", CalendarTime.utc(now)));
    }

    /** With SEQUENCE written; the digits that stand there stay where they mean the same. */
    public VEvent withSequence(long sequence) {
        Property written = Sequence.write(component, sequence);
        return written.equals(component.first("SEQUENCE")) ? this : with(written);
    }

    /** With the larger SEQUENCE of this and another; written also where neither has one. */
    public VEvent withSequenceUpTo(VEvent other) {
        Property theirs = other.component.first("SEQUENCE");
        return theirs != null && compareSequence(other) < 0
                ? with(Property.of("SEQUENCE", theirs.value().strip()))
                : withSequence(sequence());
    }

    /** With SEQUENCE and DTSTAMP of another, as far as that has them. */
    public VEvent withVersionOf(VEvent other) {
        VEvent result = this;
        for (String name : List.of("SEQUENCE", "DTSTAMP")) {
            Property given = other.component().first(name);
            result = given == null ? result.without(name) : result.with(given);
        }
        return result;
    }

    public VEvent cancelled() {
        return with(Property.of("STATUS", "CANCELLED"));
    }

    /** The same event at the time of one of its occurrences, as a changed occurrence is written. */
    public VEvent occurrence(RecurrenceId id, Zone own) {
        CalendarTime first =
                Objects.requireNonNull(start(), "an event without DTSTART has no occurrences");
        CalendarTime.Span span = Objects.requireNonNull(span(own));
        CalendarTime original = first.at(id.instant(own), own);
        CalendarTime said = periodEnd(original, own);
        Component single =
                component
                        .without(p -> RECURRENCE.contains(p.name()))
                        .with(Times.write("DTSTART", original));
        if (said != null) {
            single = single.without("DURATION").with(Times.write("DTEND", said));
        } else if (single.has("DTEND")) {
            single = single.with(Times.write("DTEND", original.plus(span)));
        }
        return new VEvent(single.with(Times.write("RECURRENCE-ID", original)), zones);
    }

    /** The end that the last period of RDATE says (RFC 5545, 3.8.5.2); null where none does. */
    private @Nullable CalendarTime periodEnd(CalendarTime original, Zone own) {
        CalendarTime last = null;
        for (Property rdate : component.all("RDATE")) {
            String tzid = rdate.parameter("TZID");
            for (String value : rdate.value().split(",", -1)) {
                int slash = value.indexOf('/');
                CalendarTime start =
                        slash < 0 ? null : Times.read(value.substring(0, slash), tzid, zones);
                if (start != null
                        && original.equals(original.at(placed(start).instant(own), own))) {
                    String end = value.substring(slash + 1);
                    CalendarTime.Span span = Times.duration(end);
                    CalendarTime said = span == null ? Times.read(end, tzid, zones) : null;
                    last = span != null ? original.plus(span) : said == null ? last : placed(said);
                }
            }
        }
        return last;
    }

    /** A time without a zone in the zone of DTSTART, if that has one. */
    private CalendarTime placed(CalendarTime time) {
        return time instanceof CalendarTime.Floating(var local)
                        && start() instanceof CalendarTime.Zoned first
                ? first.atWall(local)
                : time;
    }

    /**
     * Of a change to this and future: a later occurrence, on its own, as far from its original time
     * on the wall as this one (RFC 5545, 3.8.4.4).
     */
    public VEvent following(RecurrenceId id, Zone own) {
        CalendarTime moved = Objects.requireNonNull(start(), "a range without DTSTART");
        CalendarTime.Span span = Objects.requireNonNull(span(own));
        Instant first = Objects.requireNonNull(recurrenceId()).instant(own);
        Duration shift = Duration.between(moved.wallAt(first, own), moved.wall());
        CalendarTime original = moved.at(id.instant(own), own);
        CalendarTime start = moved.atWall(moved.wallAt(id.instant(own), own).plus(shift));
        Component single = component.with(Times.write("DTSTART", start));
        if (single.has("DTEND")) {
            single = single.with(Times.write("DTEND", start.plus(span)));
        }
        return new VEvent(single.with(Times.write("RECURRENCE-ID", original)), zones);
    }

    private static final List<String> RECURRENCE = List.of("RRULE", "RDATE", "EXDATE", "EXRULE");
}
