package org.imipagent.calendar;

import org.jspecify.annotations.Nullable;

/** An ATTENDEE or an ORGANIZER (RFC 5545, 3.8.4.1 and 3.8.4.3): a typed view of the property. */
public record Attendee(Property property) {

    public static Attendee of(CalendarAddress address) {
        return new Attendee(Property.of("ATTENDEE", address.uri()));
    }

    public CalendarAddress address() {
        return new CalendarAddress(property.value());
    }

    public Participation participation() {
        return Participation.of(property.parameter("PARTSTAT"));
    }

    /** The common name, or the mail address where there is none. */
    public String name() {
        String cn = property.parameter("CN");
        return cn == null || cn.isBlank() ? address().email() : cn;
    }

    /** Who acts for this user (RFC 5545, 3.2.18), or null. */
    public @Nullable CalendarAddress sentBy() {
        String sentBy = property.parameter("SENT-BY");
        return sentBy == null ? null : new CalendarAddress(sentBy);
    }

    public Attendee with(Participation participation) {
        return new Attendee(property.with("PARTSTAT", participation.partstat()));
    }

    public Attendee with(String parameter, String value) {
        return new Attendee(property.with(parameter, value));
    }

    public Attendee without(String parameter) {
        return new Attendee(property.without(parameter));
    }
}
