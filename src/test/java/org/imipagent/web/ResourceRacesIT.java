package org.imipagent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.freebusy.Claim;
import org.imipagent.itip.Verdict;
import org.imipagent.mail.MailLimits;
import org.imipagent.mail.MailReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many processes ask for the same time at once, each killed somewhere on its way and tried again,
 * as mail servers do: what there is is given away once, and everybody is answered. {@code
 * -Dimip.rounds=100} does it as often.
 */
class ResourceRacesIT {

    private static final int ROUNDS = Integer.getInteger("imip.rounds", 1);
    private static final long SEED = Long.getLong("imip.seed", 20261128);

    private static final Pattern PARTSTAT =
            Pattern.compile("ATTENDEE[^\r\n]*PARTSTAT=([A-Z-]+)", Pattern.DOTALL);

    private final Random random = new Random(SEED);

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestInstance instance;

    @BeforeEach
    void lay() throws IOException {
        folder = TestInstance.temporary();
        instance = TestInstance.in(InstalledProgram.reachable(folder), folder.resolve("i"));
        instance.set("MAX_ANSWERS_PER_HOUR = 100000");
    }

    @AfterEach
    void clear() {
        TestFolders.remove(folder);
    }

    private void room(String address, String... options) {
        var words = new ArrayList<Object>(List.of("resources", "add", address));
        words.addAll(List.of(options));
        var ended = instance.agent(words.toArray()).run();
        assertEquals(0, ended.status(), ended.err());
    }

    private static byte[] invitation(String room, String uid, Instant start) {
        String lines =
                "DTSTART:%s\nDTEND:%s\nSUMMARY:Berries"
                        .formatted(utc(start), utc(start.plusSeconds(3600)));
        return TestInstance.mail(TestInstance.calendar(TestInstance.event(uid, room, lines)));
    }

    private static String utc(Instant instant) {
        return instant.toString().replace("-", "").replace(":", "");
    }

    private static Instant start(int round) {
        return TestInstance.noon().plus(Duration.ofDays(1 + round));
    }

    /** Asks by a process that may be killed on its way, then by one that is not. */
    private int receive(String room, byte[] mail, int number, double moment) throws Exception {
        Command command = instance.agent("resource", "-o", room);
        if (moment < 1) {
            Path in = Files.write(folder.resolve("in" + number), mail);
            Process process =
                    command.builder()
                            .redirectInput(in.toFile())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            long end = System.nanoTime() + (long) (moment * LIFE);
            while (System.nanoTime() < end && process.isAlive()) {
                Thread.onSpinWait();
            }
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
        return command.run(mail).status();
    }

    private static final long LIFE = Duration.ofMillis(600).toNanos();

    /** All of them at once; every second one is killed first. */
    private void race(List<String> rooms, int requests, int round, String name) throws Exception {
        try (var workers = Executors.newFixedThreadPool(6)) {
            var work = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < requests; i++) {
                String room = rooms.get(i % rooms.size());
                byte[] mail = invitation(room, name + "-" + round + "-" + i, start(round));
                int number = i;
                double moment = i % 2 == 0 ? random.nextDouble() : 1;
                work.add(() -> receive(room, mail, number, moment));
            }
            Collections.shuffle(work, random);
            for (var ended : workers.invokeAll(work)) {
                assertEquals(0, ended.get());
            }
        }
    }

    /** Sends what a killed process has in its hands. */
    private void settle() {
        for (int i = 0; i < 3; i++) {
            var sent =
                    instance.agent(
                                    "outbox",
                                    "send",
                                    "--now",
                                    Instant.now().plus(Duration.ofHours(1)))
                            .run();
            assertEquals(0, sent.status(), sent.err());
        }
        assertEquals(0, instance.waiting());
    }

    /** What each event was told, by UID; the same mail twice is one. */
    private Map<String, List<String>> told() throws IOException {
        var told = new TreeMap<String, List<String>>();
        var seen = new java.util.HashSet<String>();
        for (TestInstance.Sent sent : instance.sent()) {
            assertTrue(sent.octets().length > 200, "an empty mail: " + sent.words());
            String id = MailReader.read(sent.octets(), MailLimits.DEFAULT).messageId();
            if (seen.add(id)) {
                String text = sent.calendar().replace("\r\n ", "");
                String uid = text.substring(text.indexOf("UID:") + 4).split("\r\n", 2)[0];
                Matcher said = PARTSTAT.matcher(text);
                assertTrue(said.find(), text);
                told.computeIfAbsent(uid, _ -> new ArrayList<>()).add(said.group(1));
            }
        }
        told.values().forEach(Collections::sort);
        return told;
    }

    private int booked(String room, int round) {
        try (var store = instance.store();
                var reading = store.read()) {
            return (int)
                    reading
                            .occurrences(
                                    new CalendarAddress(room),
                                    start(round),
                                    start(round).plusSeconds(3600))
                            .stream()
                            .map(Claim::of)
                            .filter(
                                    each ->
                                            each.busy()
                                                    != org.imipagent.calendar.Occurrence.Busy.FREE)
                            .count();
        }
    }

    @Test
    void ofACollectionEachMemberIsGivenAwayOnce() throws Exception {
        List<String> members = List.of("a@example.com", "b@example.com", "c@example.com");
        members.forEach(each -> room(each, "--group", "small"));
        room("any@example.com", "--kind", "collection", "--chain", "any_of small");
        int requests = 12;
        for (int round = 0; round < ROUNDS; round++) {
            race(List.of("any@example.com"), requests, round, "any");
        }
        settle();
        Map<String, List<String>> told = told();
        assertEquals(requests * ROUNDS, told.size(), "everybody is answered");
        long given =
                told.values().stream().filter(List.of("ACCEPTED", "DELEGATED")::equals).count();
        long refused = told.values().stream().filter(List.of("DECLINED")::equals).count();
        assertEquals(3L * ROUNDS, given, told::toString);
        assertEquals((requests - 3L) * ROUNDS, refused, told::toString);
        for (int round = 0; round < ROUNDS; round++) {
            for (String each : members) {
                assertEquals(1, booked(each, round), each);
            }
        }
        assertEquals(List.of(), instance.damages());
    }

    @Test
    void aQuotaOfSeveralRoomsIsNeverExceeded() throws Exception {
        List<String> rooms = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String room = "room" + i + "@example.com";
            rooms.add(room);
            room(room, "--chain", "check_quota all", "--chain", "schedule_in_freebusy");
        }
        int hours = 3;
        var limit = instance.agent("quota", "limit", "all", "everybody", "PT" + hours + "H").run();
        assertEquals(0, limit.status(), limit.err());
        race(rooms, rooms.size(), 0, "quota");
        settle();
        Map<String, List<String>> told = told();
        assertEquals(rooms.size(), told.size());
        assertEquals(
                hours,
                told.values().stream().filter(List.of("ACCEPTED")::equals).count(),
                told::toString);
        int booked = 0;
        for (String each : rooms) {
            booked += booked(each, 0);
        }
        assertEquals(hours, booked, "what was answered is what is booked");
    }

    @Test
    void ofARoomForTwoAtOnceTwoGetIt() throws Exception {
        room("desk@example.com", "--chain", "schedule_in_freebusy 2");
        for (int round = 0; round < ROUNDS; round++) {
            race(List.of("desk@example.com"), 10, round, "desk");
        }
        settle();
        Map<String, List<String>> told = told();
        assertEquals(10 * ROUNDS, told.size());
        assertEquals(
                2L * ROUNDS,
                told.values().stream().filter(List.of("ACCEPTED")::equals).count(),
                told::toString);
        assertEquals(
                8L * ROUNDS,
                told.values().stream().filter(List.of("DECLINED")::equals).count(),
                told::toString);
        for (int round = 0; round < ROUNDS; round++) {
            assertEquals(2, booked("desk@example.com", round));
        }
        assertTrue(
                instance.activity("desk@example.com").stream()
                        .anyMatch(each -> each.verdict() == Verdict.REPLIED));
    }
}
