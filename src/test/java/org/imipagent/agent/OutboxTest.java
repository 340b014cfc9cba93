package org.imipagent.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.mail.Smtp;
import org.imipagent.mail.TestMailServer;
import org.imipagent.store.Activity;
import org.imipagent.store.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of mail that a server takes, puts off or refuses, for each of its recipients. */
class OutboxTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant EVER = Instant.parse("2999-01-01T00:00:00Z");
    private static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");

    @SuppressWarnings("NullAway.Init")
    private SqliteStore store;

    @SuppressWarnings("NullAway.Init")
    private TestMailServer server;

    @SuppressWarnings("NullAway.Init")
    private Outbox outbox;

    @TempDir Path folder = Path.of("");
    private final AtomicLong clock = new AtomicLong();

    @BeforeEach
    void post() throws IOException {
        store = SqliteStore.open(folder);
        server = TestMailServer.tcp().start();
        outbox = new Outbox(store, new Smtp("127.0.0.1", server.port()), clock::get);
        store.change(
                writing -> {
                    writing.add(VINCENT, NOW);
                    writing.post(
                            VINCENT,
                            "calendar@example.com",
                            List.of("ada@a.example", "bea@b.example", "cis@c.example"),
                            "Subject: Berries\r\n\r\nHello\r\n".getBytes(UTF_8),
                            NOW);
                });
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        store.close();
    }

    private List<String> asked() {
        return server.heard().stream().filter(line -> line.startsWith("RCPT")).toList();
    }

    private List<Activity> told() {
        try (var reading = store.read()) {
            return reading.activity(VINCENT, 10);
        }
    }

    @Test
    void eachRecipientIsTriedUntilThatOneHasItOrNeverWill() {
        server.answer("RCPT TO:<bea@b.example>", "450 4.2.0 later");
        server.answer("RCPT TO:<cis@c.example>", "550 5.1.1 nobody");
        var sent = outbox.send(NOW);
        assertEquals(List.of("to bea@b.example: 450 4.2.0 later"), sent.troubles());
        assertEquals(List.of("to cis@c.example: 550 5.1.1 nobody"), sent.refused());
        assertEquals(
                List.of("undelivered Berries cis@c.example: 550 5.1.1 nobody"),
                told().stream()
                        .map(a -> a.verdict().word() + " " + a.summary() + " " + a.detail())
                        .toList());

        server.answer("RCPT TO:<bea@b.example>", "250 2.1.5 now");
        assertEquals(0, outbox.send(NOW.plusSeconds(59)).sent());
        assertEquals(1, outbox.send(NOW.plusSeconds(60)).sent());
        assertEquals(4, asked().size(), asked()::toString);
        assertEquals("RCPT TO:<bea@b.example>", asked().getLast());
        assertEquals(0, outbox.send(EVER).sent());
        assertEquals(1, told().size());
    }

    @Test
    void itWaitsTwiceAsLongEachTimeAndIsGivenUpAfterFiveDays() {
        server.answer("RCPT", "450 4.2.0 later");
        var waits = new ArrayList<Long>();
        var due = NOW;
        while (outbox.send(due).refused().isEmpty()) {
            var tried = due;
            while (isWaiting(tried, due)) {
                due = due.plus(Duration.ofMinutes(1));
            }
            waits.add(Duration.between(tried, due).toMinutes());
        }
        assertEquals(
                List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 240L, 240L), waits.subList(0, 10));
        var all = Duration.between(NOW, due);
        assertTrue(all.toHours() >= 5 * 24 && all.toHours() <= 6 * 24, all::toString);
        assertEquals(3, told().size());
        assertEquals(0, outbox.send(EVER).troubles().size());
    }

    /** Put off while the clock was years ahead, by a machine that started with a wrong one. */
    @Test
    void whatIsDueLaterThanAnyPauseLastsIsDueNow() {
        server.answer("RCPT", "450 4.2.0 later");
        assertEquals(1, outbox.send(NOW.plus(Duration.ofDays(5000))).troubles().size());
        server.answer("RCPT", "250 2.1.5 now");
        assertEquals(1, outbox.send(NOW).sent());
    }

    private boolean isWaiting(Instant tried, Instant due) {
        try (var reading = store.read()) {
            return !due.isAfter(tried) || reading.outbox(due, 1).isEmpty();
        }
    }

    private long post(String to) {
        return store.effect(
                writing -> {
                    byte[] mail = "Subject: More\r\n\r\nHello\r\n".getBytes(UTF_8);
                    long number =
                            writing.post(VINCENT, "calendar@example.com", List.of(to), mail, NOW);
                    assertEquals(List.of(number), writing.posted());
                    return number;
                });
    }

    @Test
    void whoWaitsForItsOwnMailsDoesNotSendThoseOfOthers() {
        long own = post("dan@d.example");
        assertEquals(1, outbox.send(List.of(own), NOW).sent());
        assertEquals(List.of("RCPT TO:<dan@d.example>"), asked());
        assertEquals(0, outbox.send(List.of(own), NOW).sent(), "it is gone");
    }

    @Test
    void whoWaitsIsNotHeldUpByOneMailAfterTheOther() {
        server.answer("RCPT", "450 4.2.0 later");
        List<Long> own = List.of(post("dan@d.example"), post("eve@e.example"));
        assertEquals(1, outbox.send(own, NOW).troubles().size());
        assertEquals(1, asked().size(), asked()::toString);
        server.answer("RCPT", "250 2.1.5 now");
        assertEquals(2, outbox.send(NOW).sent(), "the one not tried, and the old one");
    }

    @Test
    void twoProcessesDoNotSendTheSameHoweverSlowTheServerIs() throws IOException {
        post("dan@d.example");
        var second = new ArrayList<Integer>();
        try (var otherServer = TestMailServer.tcp().start();
                var otherStore = SqliteStore.open(folder)) {
            var other =
                    new Outbox(otherStore, new Smtp("127.0.0.1", otherServer.port()), clock::get);
            server.during(
                    "RCPT TO:<ada@a.example>",
                    () -> {
                        clock.addAndGet(Duration.ofMinutes(20).toNanos());
                        second.add(other.send(NOW.plus(Duration.ofMinutes(20))).sent());
                    });
            assertEquals(1, outbox.send(NOW).sent());
            assertEquals(List.of(1), second, "the other sends what is not in hand");
            assertEquals(1, otherServer.messages().size());
            assertEquals(1, server.messages().size());
            assertEquals(0, other.send(EVER).sent());
        }
    }
}
