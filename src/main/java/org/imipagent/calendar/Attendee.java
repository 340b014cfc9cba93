package org.imipagent.calendar;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An ATTENDEE or an ORGANIZER (RFC 5545, 3.8.4.1 and 3.8.4.3): a typed view of the property. Its
 * value need be no mail address: calendar servers write a path or a urn there, and the mail address
 * in the parameter EMAIL (RFC 7986, 6.2). Who is meant is told by either.
 */
public record Attendee(Property property) {

    public static Attendee of(CalendarAddress address) {
        return new Attendee(Property.of("ATTENDEE", address.uri()));
    }

    /**
     * By which mail knows this user: the value where it is a mail address, else EMAIL where that is
     * one, else the value, to which nothing can be sent.
     */
    public CalendarAddress address() {
        CalendarAddress value = uri();
        if (value.isMail()) {
            return value;
        }
        String email = property.parameter("EMAIL");
        CalendarAddress address = email == null ? value : new CalendarAddress(email);
        return address.isMail() ? address : value;
    }

    /** The value: by which the programs of the organiser know this user. */
    public CalendarAddress uri() {
        return new CalendarAddress(property.value());
    }

    /** Whether an address is this user's: that of the value or that of EMAIL. */
    public boolean is(CalendarAddress other) {
        return other.equals(address()) || other.equals(uri());
    }

    /**
     * Whether both are the same user: by the mail address, or by the value where one of them comes
     * without EMAIL. Values that stand for no user at all, such as {@code invalid:nomail}, are told
     * apart by the name.
     */
    public boolean isSame(Attendee other) {
        return isSame(other, other.address());
    }

    /**
     * For one that is compared with many.
     *
     * @param theirs the address of the other
     */
    boolean isSame(Attendee other, CalendarAddress theirs) {
        CalendarAddress mine = address();
        if (mine.isMail() && theirs.isMail()) {
            return mine.equals(theirs);
        }
        return uri().equals(other.uri())
                && (!uri().isNobody()
                        || Objects.equals(
                                property.parameter("CN"), other.property.parameter("CN")));
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
