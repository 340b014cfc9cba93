package org.imipagent.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:VINCENT@EXAMPLE.COM",
                "MAILTO:vincent@example.com",
                "vincent@example.com",
                "mailto:vincent%40example.com",
                "mailto:<vincent@example.com>",
                " mailto:vincent@example.com ",
                "mailto:vincent@example.com?subject=x",
                "mailto:%2576incent@example.com"
            })
    void oneUserHasOneForm(String written) {
        assertEquals("mailto:vincent@example.com", new CalendarAddress(written).uri());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:%2541@x",
                "<<a@b>>",
                "mailto:mailto:a@b",
                "%",
                "mailto:%zz@x",
                "",
                "urn:uuid:1",
                "mailto:a%",
                "mailto:%00@x",
                "mailto:<a@b",
                "a@b?c?d"
            })
    void anAddressOfAnAddressIsTheSame(String written) {
        var address = new CalendarAddress(written);
        assertEquals(address, new CalendarAddress(address.uri()));
        if (address.isMail()) {
            assertEquals(address, new CalendarAddress(address.email()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@b\r\nTo: c", "a b@c", "@c", "a@", "urn:uuid:1", "a<b@c", "a\u0000@b"})
    void mailIsNotSentToWhatCouldEndALine(String written) {
        assertFalse(new CalendarAddress(written).isMail());
    }

    @Test
    void anAddressHasADomain() {
        assertEquals("example.com", new CalendarAddress("a@example.com").domain());
        assertNull(new CalendarAddress("urn:uuid:1").domain());
        assertTrue(new CalendarAddress("å@blåbær.example").isMail());
    }
}
