package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.imipagent.web.TestInstance.invitation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code imip-agent resource} as mail servers start it: a process for each mail. */
class ResourceIT {

    private static final String ROOM = "burrow@example.com";
    private static final String OWNER = "olga@example.com";
    private static final int PROCESSES = 50;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestInstance instance;

    @BeforeEach
    void lay() throws IOException {
        folder = TestInstance.temporary();
        instance = TestInstance.in(InstalledProgram.reachable(folder), folder.resolve("i"));
    }

    @AfterEach
    void clear() {
        TestFolders.remove(folder);
    }

    private Command.Outcome receive(byte[] mail) {
        return instance.agent("resource", "-o", ROOM).run(mail);
    }

    private static String answer(String calendar) {
        var found = Pattern.compile("PARTSTAT=([A-Z]+)").matcher(calendar);
        return found.find() ? found.group(1) : "none";
    }

    @Test
    void ofFiftyProcessesForOneHourExactlyOneBooksItAndEachIsAnsweredOnce() throws Exception {
        try (var workers = Executors.newFixedThreadPool(10)) {
            var work = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < PROCESSES; i++) {
                byte[] mail = invitation(ROOM, "Berries", "race-" + i);
                work.add(() -> receive(mail).status());
            }
            for (var ended : workers.invokeAll(work)) {
                assertEquals(0, ended.get());
            }
        }
        List<String> answers =
                instance.sent().stream().map(sent -> answer(sent.calendar())).sorted().toList();
        assertEquals(PROCESSES, answers.size());
        assertEquals("ACCEPTED", answers.getFirst());
        assertEquals("DECLINED", answers.get(1), answers::toString);
        assertEquals(0, instance.waiting());
        assertEquals(List.of(), instance.damages());
    }

    @Test
    void oneLineOfTheLogTellsWhatBecameOfAMail() {
        var ended = receive(invitation(ROOM, "Secret berries", "one"));
        assertEquals(0, ended.status());
        var lines = ended.err().lines().filter(line -> line.contains("command=resource")).toList();
        assertEquals(1, lines.size(), ended.err());
        assertTrue(lines.getFirst().contains("verdict=replied"), lines::toString);
        assertFalse(ended.err().contains("Secret"), ended.err());
    }

    /** The whole of it, as processes: asked, reminded of nothing, answered by a reply. */
    @Test
    void whoLooksAfterItDecidesByReplying() throws IOException {
        instance.agent(
                        "resources",
                        "add",
                        ROOM,
                        "--kind",
                        "room",
                        "--owner",
                        OWNER,
                        "--chain",
                        "ask_owner")
                .succeed();
        assertEquals(0, receive(invitation(ROOM, "Berries", "one")).status());
        var question =
                instance.sent().stream()
                        .filter(mail -> mail.words().contains(OWNER))
                        .findFirst()
                        .orElseThrow();
        var id =
                Pattern.compile("(?m)^Message-ID: (\\S+)")
                        .matcher(new String(question.octets(), UTF_8));
        assertTrue(id.find());
        instance.forgetSent();
        var ended =
                receive(
                        """
                        From: %s
                        To: %s
                        Subject: Re: Please decide
                        In-Reply-To: %s
                        Message-ID: <answer@example.com>

                        No, it is being painted
                        """
                                .formatted(OWNER, ROOM, id.group(1))
                                .replace("\n", "\r\n")
                                .getBytes(UTF_8));
        assertEquals(0, ended.status(), ended.err());
        assertTrue(ended.err().contains("verdict=replied"), ended.err());
        var answer = instance.sent().getFirst().calendar();
        assertEquals("DECLINED", answer(answer), answer);
        assertTrue(answer.contains("COMMENT:it is being painted"), answer);
    }

    @Test
    void whatIsNoCalendarIsDoneWith() {
        var ended = receive("From: a@example.com\r\n\r\nHello\r\n".getBytes(UTF_8));
        assertEquals(0, ended.status(), ended.err());
        var none = instance.agent("resource").run("x".getBytes(UTF_8));
        assertEquals(75, none.status(), none.err());
    }
}
