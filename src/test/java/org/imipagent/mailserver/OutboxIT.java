package org.imipagent.mailserver;

import static org.imipagent.web.TestInstance.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.imipagent.mail.MailLimits;
import org.imipagent.mail.MailReader;
import org.imipagent.mail.TestMailServer;
import org.imipagent.store.Posted;
import org.imipagent.store.SqliteStore;
import org.imipagent.web.InstalledProgram;
import org.imipagent.web.TestFolders;
import org.imipagent.web.TestInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code imip-agent outbox send}, as a timer starts it every few minutes. */
class OutboxIT {

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestInstance instance;

    private final Instant now = Instant.now();

    /** Vincent has accepted, and nobody takes the reply. */
    @BeforeEach
    void lay() throws Exception {
        folder = TestInstance.temporary();
        instance = TestInstance.in(InstalledProgram.reachable(folder), folder.resolve("i"));
        instance.recorderSays("exit 75");
        var mail = TestMail.invitation("berries", VINCENT);
        assertEquals(0, instance.agent("person", "-o", VINCENT, "-d").run(mail).status());
        ManagerClick.accept(instance, VINCENT, "berries");
        Wait.until(Duration.ofSeconds(60), () -> tries().equals(List.of(2)), () -> "" + tries());
    }

    /** Being taken in hand and failing count as one each. */
    private List<Integer> tries() {
        try (var store = SqliteStore.open(folder.resolve("i/store"));
                var reading = store.read()) {
            return reading.outbox(Instant.parse("2999-01-01T00:00:00Z"), 10).stream()
                    .map(Posted::attempts)
                    .toList();
        }
    }

    @AfterEach
    void clear() {
        TestFolders.remove(folder);
    }

    private int send(Duration later) {
        return instance.agent("outbox", "send", "--now", now.plus(later)).run().status();
    }

    @Test
    void whatCouldNotBeSentIsSentOnceWhenItIsDue() throws Exception {
        assertEquals(75, send(Duration.ofMinutes(2)));
        instance.recorderSays("");
        // It failed a second time: two minutes now.
        assertEquals(0, send(Duration.ofMinutes(3)));
        assertEquals(0, instance.sent().size());
        assertEquals(0, send(Duration.ofMinutes(5)));
        assertEquals(1, instance.sent().size());
        assertEquals(0, send(Duration.ofDays(1)));
        assertEquals(1, instance.sent().size());
        assertEquals(0, instance.waiting());
    }

    /** The one way to a mail sent twice: both have one Message-ID, which mailboxes can see. */
    @Test
    void killedAfterSendingItSendsTheSameMailAgainAfterHalfAnHour() throws Exception {
        instance.recorderSays("trap 'kill -9 $PPID' EXIT");
        assertNotEquals(0, send(Duration.ofMinutes(2)));
        assertEquals(1, instance.sent().size());
        instance.recorderSays("");
        assertEquals(0, send(Duration.ofMinutes(20)));
        assertEquals(1, instance.sent().size());
        assertEquals(0, send(Duration.ofMinutes(40)));
        assertEquals(2, instance.sent().size());
        assertEquals(
                1,
                instance.sent().stream()
                        .map(sent -> MailReader.read(sent.octets(), MailLimits.DEFAULT).messageId())
                        .distinct()
                        .count());
        assertEquals(0, send(Duration.ofDays(1)));
        assertEquals(2, instance.sent().size());
    }

    @Test
    void whatIsRefusedForGoodIsToldToThePersonAndNotTriedAgain() throws Exception {
        try (var server = TestMailServer.tcp().answer("RCPT", "550 5.1.1 nobody here").start()) {
            instance.set("SMTP_HOST = \"127.0.0.1\"");
            instance.set("SMTP_PORT = " + server.port());
            assertEquals(0, send(Duration.ofMinutes(2)));
            assertEquals(0, instance.waiting());
            var told = instance.activity(VINCENT).getFirst();
            assertEquals(
                    List.of("undelivered", "REPLY", "berries"),
                    List.of(told.verdict().word(), told.what(), told.uid()));
            assertEquals("harriet.hare@example.com: 550 5.1.1 nobody here", told.detail());
        }
    }
}
