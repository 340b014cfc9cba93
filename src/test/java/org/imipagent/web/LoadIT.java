package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.imipagent.web.TestInstance.HARRIET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.imipagent.store.Activity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Many people at once, each with pages, answers and published files, while mails arrive and leave:
 * nothing fails, nothing is lost or done twice, and the memory stays within bounds.
 *
 * <p>{@code -Dimip.load.seconds=60 -Dimip.load.clients=32}; scripts/benchmark load prints the
 * figures, which are left in target/load.txt.
 */
class LoadIT {

    private static final boolean IS_NATIVE =
            System.getProperty("imip.launch", "jvm").equals("native");

    /**
     * A process on the JVM takes ten times the processor's time of a native one, and a form holds
     * the store meanwhile: with 32 of them on two processors some wait for longer than
     * STORE_TIMEOUT_SECONDS, and are told to try again.
     */
    private static final int CLIENTS = Integer.getInteger("imip.load.clients", IS_NATIVE ? 32 : 8);

    private static final int SECONDS = Integer.getInteger("imip.load.seconds", 10);

    /** That many invitations of each person wait for an answer. */
    private static final int INVITATIONS = 100;

    /**
     * What one process of the manager may take, its share of pages that several use counted once:
     * the JVM's heap of 64 MB may be full beside its own.
     */
    private static final int MOST_MEGABYTES = IS_NATIVE ? 64 : 160;

    private static final int TRY_AGAIN = 75;
    private static final int MOST_TRIES = 5;
    private static final Pattern FAULT =
            Pattern.compile(" status=5|Exception|Premature|AH\\d+: .*(?i:cgi)");
    private static final Pattern UID = Pattern.compile("(?m)^UID:(\\S+)");
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "name=\"token\" value=\"([^\"]*)\">\\s*<input [^>]*name=\"version\" value=\"([^\"]*)\"");

    /** What was done and must be found in the end. */
    private final Queue<Done> answered = new ConcurrentLinkedQueue<>();

    private final Queue<Done> received = new ConcurrentLinkedQueue<>();
    private final Queue<Done> copied = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, Queue<Long>> times = new ConcurrentSkipListMap<>();

    private record Done(String user, String uid) {}

    private static String user(int client) {
        return "client-" + client + "@example.com";
    }

    private static String waiting(int client, int number) {
        return "waiting-" + client + "-" + number + "@example.net";
    }

    @Test
    void nothingIsLostOrDoneTwiceUnderLoad() throws Exception {
        var folder = TestInstance.temporary();
        try {
            var instance = TestInstance.in(InstalledProgram.reachable(folder), folder.resolve("i"));
            var users = new ArrayList<String>();
            for (int client = 0; client < CLIENTS; client++) {
                users.add(user(client));
                var uids = new String[INVITATIONS];
                for (int i = 0; i < INVITATIONS; i++) {
                    uids[i] = waiting(client, i);
                }
                var mail = TestInstance.invitation(user(client), "Berries", uids);
                assertEquals(0, instance.print(mail, user(client)).status());
            }
            var front = Front.Apache.before(instance, folder.resolve("a"), users);
            try (var apache = front.apache()) {
                var memory = load(instance, front);
                sendTheRest(instance);
                assertEquals(List.of(), List.copyOf(failures), () -> faults(apache));
                assertAllDoneOnce(instance);
                assertTrue(apache.log().contains(" status=303 "), "the log is another's");
                assertEquals("", faults(apache));
                report(memory);
                assertTrue(
                        memory.process() < MOST_MEGABYTES, memory.process() + " MB in one process");
                assertTrue(
                        memory.together() < (long) MOST_MEGABYTES * (CLIENTS + 8),
                        memory.together() + " MB in all processes");
            }
        } finally {
            TestFolders.remove(folder);
        }
    }

    /**
     * What the requests began to send ends; what they could not, since the store was busy for too
     * long, the timer's job sends.
     */
    private void sendTheRest(TestInstance instance) {
        int before = instance.waiting();
        instance.agent("outbox", "send").succeed();
        long begin = System.nanoTime();
        while (instance.waiting() > 0) {
            if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(60)) {
                failures.add(before + " waited: " + instance.agent("outbox", "list").run().out());
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** What the log says went wrong. */
    private static String faults(RunningApache apache) {
        try {
            return apache.log()
                    .lines()
                    .filter(line -> FAULT.matcher(line).find())
                    .collect(Collectors.joining("\n"));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    // ---- the load

    private ProcessMemory.Most load(TestInstance instance, Front.Apache front) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        try (var all = Executors.newVirtualThreadPerTaskExecutor();
                var memory = ProcessMemory.ofWhatIsStartedBy(front.apache().processId())) {
            var running = new ArrayList<Future<?>>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                running.add(all.submit(() -> browse(front, number, end)));
            }
            running.add(all.submit(() -> receive(instance, end)));
            running.add(all.submit(() -> copy(instance, end)));
            for (var one : running) {
                one.get();
            }
            return memory.most();
        }
    }

    /** One person: pages in turn, and an answer after each round of them. */
    private void browse(Front.Apache front, int client, long end) {
        var pages =
                List.of(
                        "/",
                        "/?view=week",
                        "/requests",
                        "/?view=list",
                        "/search?q=berries",
                        "/activity",
                        "/new");
        for (int round = 0; System.nanoTime() < end; round++) {
            var page = pages.get((client + round) % pages.size());
            expect(200, front, Ask.get(page).by(user(client)), "page");
            if (round < INVITATIONS) {
                answer(front, client, round);
            }
            published(front, client);
        }
    }

    private void answer(Front.Apache front, int client, int number) {
        var path = "/event/" + waiting(client, number);
        var page = expect(200, front, Ask.get(path).by(user(client)), "event");
        var hidden = HIDDEN.matcher(page.body());
        if (!hidden.find()) {
            failures.add("no form on " + path);
            return;
        }
        var form =
                Ask.form(
                                path,
                                "token",
                                hidden.group(1),
                                "version",
                                hidden.group(2),
                                "action",
                                "accept")
                        .by(user(client))
                        .with("Origin", front.origin());
        answered.add(new Done(user(client), waiting(client, number)));
        if (number % 3 > 0) {
            expect(303, front, form, "answer");
            return;
        }
        // A double click: both at the same time.
        var other = Thread.ofVirtual().start(() -> expect(303, front, form, "answer"));
        expect(303, front, form, "answer");
        try {
            other.join();
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }

    private void published(Front.Apache front, int client) {
        long begin = System.nanoTime();
        try {
            var file = front.apache().get("/freebusy/" + user(client) + ".ifb");
            if (file.statusCode() != 200 || !file.body().endsWith("END:VCALENDAR\r\n")) {
                failures.add("published: " + file.statusCode() + " " + file.body());
            }
        } catch (IOException trouble) {
            failures.add("published: " + trouble);
        }
        took("file", begin);
    }

    private Answer expect(int status, Front.Apache front, Ask ask, String kind) {
        long begin = System.nanoTime();
        var answer = front.ask(ask);
        took(kind, begin);
        if (answer.status() != status) {
            failures.add(ask + ": " + answer);
        }
        return answer;
    }

    private void took(String kind, long begin) {
        times.computeIfAbsent(kind, _ -> new ConcurrentLinkedQueue<>())
                .add(System.nanoTime() - begin);
    }

    /** Invitations come in, one after the other. */
    private void receive(TestInstance instance, long end) {
        for (int number = 0; System.nanoTime() < end; number++) {
            var done = new Done(user(number % CLIENTS), "incoming-" + number + "@example.net");
            var mail = TestInstance.invitation(done.user(), "Pears", done.uid());
            received.add(done);
            run(instance.agent("person", "-L", "-o", done.user()), mail, "mail");
        }
    }

    /** Copies of what the people send from their own mail programs. */
    private void copy(TestInstance instance, long end) {
        for (int number = 0; System.nanoTime() < end; number++) {
            var done = new Done(user(number % CLIENTS), "own-" + number + "@example.net");
            var mail =
                    new String(
                            TestInstance.invitation("otto@example.net", "Plums", done.uid()),
                            UTF_8);
            copied.add(done);
            run(
                    instance.agent("outgoing", "-s", done.user()),
                    mail.replace(HARRIET, done.user()).getBytes(UTF_8),
                    "copy");
        }
    }

    /** As a mail server: what could not be kept now (exit status 75) is given again. */
    private void run(Command command, byte[] mail, String kind) {
        long begin = System.nanoTime();
        var ended = command.run(mail);
        for (int again = 0; ended.status() == TRY_AGAIN && again < MOST_TRIES; again++) {
            took(kind + " again", begin);
            ended = command.run(mail);
        }
        took(kind, begin);
        if (ended.status() != 0) {
            failures.add(command + ": " + ended);
        }
    }

    // ---- what became of it

    private void assertAllDoneOnce(TestInstance instance) throws IOException {
        assertEquals(List.of(), instance.damages());
        var replies = new TreeMap<String, Integer>();
        var handedOn = new TreeMap<String, Integer>();
        for (var sent : instance.sent()) {
            var calendar = sent.calendar();
            if (calendar.contains("METHOD:REPLY")) {
                counted(replies, calendar.replace("\r\n ", ""));
            } else {
                // As it came, beside what the agent says of it.
                counted(handedOn, new String(sent.octets(), UTF_8));
            }
        }
        var wrong = new ArrayList<String>();
        for (int client = 0; client < CLIENTS; client++) {
            var user = user(client);
            var accepted = new TreeMap<String, Integer>();
            var entries = instance.activity(user);
            entries.stream()
                    .filter(entry -> entry.what().equals("accept"))
                    .map(Activity::uid)
                    .forEach(uid -> accepted.merge(uid, 1, Integer::sum));
            var uids = instance.uids(user);
            answered.stream()
                    .filter(done -> done.user().equals(user))
                    .forEach(
                            done -> {
                                count(wrong, "accepted", done, accepted.get(done.uid()));
                                count(wrong, "replied", done, replies.get(done.uid()));
                            });
            received.stream()
                    .filter(done -> done.user().equals(user))
                    .forEach(
                            done -> {
                                count(wrong, "handed on", done, handedOn.get(done.uid()));
                                count(wrong, "kept", done, Collections.frequency(uids, done.uid()));
                            });
            copied.stream()
                    .filter(done -> done.user().equals(user))
                    .forEach(
                            done ->
                                    count(
                                            wrong,
                                            "kept",
                                            done,
                                            Collections.frequency(uids, done.uid())));
        }
        assertEquals(List.of(), wrong);
        assertEquals(answered.size(), replies.size(), "replies to what nobody answered");
        assertEquals(received.size(), handedOn.size(), "handed on what nobody sent");
        assertTrue(answered.size() >= CLIENTS, answered.size() + " answers are no load");
        assertTrue(received.size() > 1 && copied.size() > 1, "no mail came in");
    }

    /** The event of a mail. */
    private static void counted(Map<String, Integer> counts, String text) {
        var uid = UID.matcher(text);
        if (uid.find()) {
            counts.merge(uid.group(1), 1, Integer::sum);
        }
    }

    private static void count(List<String> wrong, String what, Done done, @Nullable Integer times) {
        if (times == null || times != 1) {
            wrong.add(done + " was " + what + " " + (times == null ? 0 : times) + " times");
        }
    }

    private void report(ProcessMemory.Most memory) throws IOException {
        var lines = new StringBuilder();
        lines.append(
                "%d people at once for %d s, launch %s%n"
                        .formatted(CLIENTS, SECONDS, System.getProperty("imip.launch", "jvm")));
        times.forEach(
                (kind, each) -> {
                    var sorted = each.stream().sorted().toList();
                    lines.append(
                            String.format(
                                    Locale.ROOT,
                                    "%-7s %6d, %6.1f a second; median %6.0f ms, 95 %% %6.0f ms%n",
                                    kind,
                                    sorted.size(),
                                    sorted.size() / (double) SECONDS,
                                    sorted.get(sorted.size() / 2) / 1e6,
                                    sorted.get(sorted.size() * 95 / 100) / 1e6));
                });
        lines.append(
                "memory  at most %d MB in one process (RSS %d), %d MB in all %d together (PSS)%n"
                        .formatted(
                                memory.process(),
                                memory.resident(),
                                memory.together(),
                                memory.processes()));
        Files.writeString(InstalledProgram.checkout("target/load.txt"), lines);
        System.out.println(lines);
    }
}
