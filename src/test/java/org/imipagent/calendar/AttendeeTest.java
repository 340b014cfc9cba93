package org.imipagent.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Who is meant by an ATTENDEE or ORGANIZER (RFC 5545, 3.3.3; RFC 7986, 6.2). */
class AttendeeTest {

    private static Attendee attendee(String value, String... parameters) {
        Property property = Property.of("ATTENDEE", value);
        for (int i = 0; i < parameters.length; i += 2) {
            property = property.with(parameters[i], parameters[i + 1]);
        }
        return new Attendee(property);
    }

    private static String address(Attendee attendee) {
        return attendee.address().uri();
    }

    @Test
    void theMailAddressIsTheValueElseEmailElseThereIsNone() {
        assertEquals("mailto:a@x", address(attendee("mailto:A@x", "EMAIL", "b@x")));
        assertEquals("mailto:b@x", address(attendee("/people/a", "EMAIL", "B@x")));
        assertEquals("mailto:b@x", address(attendee("mailto:", "EMAIL", "mailto:b@x")));
        assertEquals("mailto:b@x", address(attendee("", "EMAIL", "b@x")));
        assertEquals("urn:uuid:1", address(attendee("urn:uuid:1", "EMAIL", "nobody")));
        assertEquals("urn:uuid:1", address(attendee("urn:uuid:1")));
    }

    @Test
    void twoAreTheSameByTheMailAddressOrByTheValue() {
        Attendee path = attendee("/people/a", "EMAIL", "a@x");
        assertTrue(path.isSame(attendee("mailto:a@x")));
        assertTrue(attendee("mailto:a@x").isSame(path));
        assertTrue(path.isSame(attendee("/people/a")));
        assertTrue(attendee("/people/a").isSame(path));
        assertTrue(path.isSame(attendee("urn:uuid:1", "EMAIL", "a@x")));
        assertFalse(path.isSame(attendee("/people/a", "EMAIL", "b@x")));
        assertFalse(path.isSame(attendee("/people/b")));
        assertTrue(path.is(new CalendarAddress("a@x")));
        assertTrue(path.is(new CalendarAddress("/people/a")));
        assertFalse(path.is(new CalendarAddress("b@x")));
    }

    @Test
    void whereNobodyIsNamedTheNameTellsThemApart() {
        Attendee blue = attendee("invalid:nomail", "CN", "Blue room");
        assertTrue(blue.isSame(attendee("invalid:nomail", "CN", "Blue room")));
        assertFalse(blue.isSame(attendee("invalid:nomail", "CN", "Red room")));
        assertFalse(attendee("mailto:", "CN", "a").isSame(attendee("mailto:", "CN", "b")));
    }
}
