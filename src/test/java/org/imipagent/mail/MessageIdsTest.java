package org.imipagent.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

    @Test
    void theSameActHasTheSameIdentifier() {
        List<String> act =
                List.of("REPLY", "uid\r\n😀", "", "0", "20261102T070509Z", "a@example.com");
        String id = MessageIds.of("example.com", act);
        assertEquals(id, MessageIds.of("example.com", List.copyOf(act)));
        assertTrue(id.matches("<[a-z2-7]{24}@example\\.com>"), id);
    }

    @Test
    void itIsAPublishedFunctionThatNoReleaseMayChange() {
        // sha256("1:a2:bc"), its first 120 bits in base32.
        assertEquals(
                "<kmiklb4ipanlexk227b7qubv@example.com>",
                MessageIds.of("example.com", List.of("a", "bc")));
    }

    @Test
    void whereAWordEndsMatters() {
        assertNotEquals(
                MessageIds.of("x.org", List.of("ab", "c")),
                MessageIds.of("x.org", List.of("a", "bc")));
        assertNotEquals(
                MessageIds.of("x.org", List.of("a", "")), MessageIds.of("x.org", List.of("a")));
    }

    @Test
    void aDomainThatIsNoneIsNotWritten() {
        assertTrue(MessageIds.of("a\r\nb", List.of("x")).endsWith("@localhost>"));
        assertTrue(MessageIds.of("", List.of("x")).endsWith("@localhost>"));
    }
}
