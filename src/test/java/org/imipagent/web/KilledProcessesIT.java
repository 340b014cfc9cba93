package org.imipagent.web;

import static org.imipagent.web.TestInstance.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imipagent.mail.Mail;
import org.imipagent.mail.MailLimits;
import org.imipagent.mail.MailReader;
import org.imipagent.store.Activity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The processes of mails and pages are killed (SIGKILL) at random moments, and tried again, as a
 * mail server does and a person who clicks once more: everything is done, each thing once, no mail
 * is empty, and the published free/busy is as the calendar.
 *
 * <p>{@code -Dimip.kills=10000} kills more of them, {@code -Dimip.seed} others.
 */
class KilledProcessesIT {

    private static final boolean NATIVE = "native".equals(System.getProperty("imip.launch"));
    private static final int KILLS = Integer.getInteger("imip.kills", NATIVE ? 1000 : 100);
    private static final long SEED = Long.getLong("imip.seed", 20261127);
    private static final Duration LONG_AFTER = Duration.ofHours(1);

    private final Random random = new Random(SEED);

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestInstance instance;

    /** How long each kind of process takes, so that the moments of its death are all its life. */
    private final Map<String, Long> nanoseconds = new TreeMap<>();

    private int killed;

    @BeforeEach
    void start() throws IOException {
        folder = TestInstance.temporary();
        instance = TestInstance.in(InstalledProgram.reachable(folder), folder.resolve("i"));
    }

    @AfterEach
    void stop() {
        TestFolders.remove(folder);
    }

    @Test
    void whatIsTriedAgainIsDoneOnceAndWhole() throws Exception {
        int events = 0;
        for (; killed < KILLS; events++) {
            String uid = "event-" + events;
            byte[] invitation = invitation(uid, events);
            Command person = instance.agent("person", "-o", VINCENT, "-L");
            kill("mail", person, invitation);
            assertEquals(0, person.run(invitation).status());
            Path manager = instance.installation().manager();
            byte[] form = CgiCommand.accepting(manager, instance.config(), "/event/" + uid);
            Command click =
                    CgiCommand.posting(manager, instance.config(), "/event/" + uid, form)
                            .unprivileged();
            kill("page", click, form);
            var answer = click.run(form);
            assertTrue(answer.out().startsWith("Status: 303 "), answer.toString());
        }
        settle();
        assertEquals(List.of(), instance.damages());
        assertEquals(events, instance.uids(VINCENT).size());
        assertActedOnce(events);
        assertMails(events);
        assertPublished(events);
    }

    /** Each at a time of its own, so that what is published tells them apart. */
    private static byte[] invitation(String uid, int number) {
        String lines =
                "DTSTART:%s\nDTEND:%s\nSUMMARY:Berries"
                        .formatted(utc(start(number)), utc(start(number).plusSeconds(240)));
        return TestInstance.mail(TestInstance.calendar(TestInstance.event(uid, VINCENT, lines)));
    }

    private static Instant start(int number) {
        return TestInstance.noon().plusSeconds(300L * number);
    }

    private static String utc(Instant instant) {
        return instant.toString().replace("-", "").replace(":", "");
    }

    /** Runs a process and kills it somewhere on its way; the first of its kind is only timed. */
    private void kill(String kind, Command command, byte[] input) throws Exception {
        Long length = nanoseconds.get(kind);
        Path in = Files.write(folder.resolve("in"), input);
        long began = System.nanoTime();
        Process process =
                command.builder()
                        .redirectInput(in.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (length == null) {
            process.waitFor();
            nanoseconds.put(kind, System.nanoTime() - began);
            return;
        }
        long moment = began + (long) (length * 1.1 * random.nextDouble());
        while (System.nanoTime() < moment && process.isAlive()) {
            Thread.onSpinWait();
        }
        killed += process.isAlive() ? 1 : 0;
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** The regular job, until nothing is in the hands of a process that was killed. */
    private void settle() {
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    0,
                    instance.agent("outbox", "send", "--now", Instant.now().plus(LONG_AFTER))
                            .run()
                            .status());
        }
        assertEquals(0, instance.waiting());
    }

    private void assertActedOnce(int events) {
        Map<String, Long> accepted =
                instance.activity(VINCENT).stream()
                        .filter(a -> a.what().equals("accept"))
                        .collect(Collectors.groupingBy(Activity::uid, Collectors.counting()));
        assertTrue(accepted.size() >= Math.min(events, 300), accepted.size() + " of " + events);
        accepted.forEach((uid, times) -> assertEquals(1, times, uid));
        for (String uid : instance.uids(VINCENT)) {
            assertTrue(kept(uid).contains("PARTSTAT=ACCEPTED"), uid);
        }
    }

    private String kept(String uid) {
        try (var store = instance.store();
                var reading = store.read()) {
            var event = reading.event(new org.imipagent.calendar.CalendarAddress(VINCENT), uid);
            return event == null ? "" : event.text();
        }
    }

    /** Handed on and sent at least once each; twice only as the same, which mailboxes can see. */
    private void assertMails(int events) throws IOException {
        var replies = new TreeMap<String, List<String>>();
        int handedOn = 0;
        for (TestInstance.Sent sent : instance.sent()) {
            assertTrue(sent.octets().length > 200, "an empty mail: " + sent.words());
            Mail mail = MailReader.read(sent.octets(), MailLimits.DEFAULT);
            if (sent.calendar().contains("METHOD:REPLY")) {
                String text = sent.calendar();
                String uid = text.substring(text.indexOf("UID:") + 4).split("\r\n", 2)[0];
                replies.computeIfAbsent(uid, _ -> new ArrayList<>()).add(mail.messageId());
            } else {
                handedOn++;
            }
        }
        assertEquals(events, replies.size(), "a reply for each");
        replies.forEach((uid, ids) -> assertEquals(1, ids.stream().distinct().count(), uid));
        assertTrue(handedOn >= events, handedOn + " handed on");
    }

    private void assertPublished(int events) throws IOException {
        String published =
                Files.readString(
                        instance.folder()
                                .resolve("published/mailto%3Avincent.vole%40example.com/freebusy"));
        String lines = published.replace("\r\n ", "");
        for (int i = 0; i < events; i++) {
            String busy = utc(start(i)) + "/";
            assertTrue(lines.contains(busy), () -> busy + " lacks in " + lines);
        }
        try (var store = instance.store();
                var reading = store.read()) {
            assertEquals(List.of(), reading.unpublished());
        }
    }
}
