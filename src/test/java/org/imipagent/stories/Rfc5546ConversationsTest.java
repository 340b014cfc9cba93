package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.ical.Outside;
import org.imipagent.mail.MailLimits;
import org.imipagent.mail.MailReader;
import org.imipagent.store.TestStores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The examples of RFC 5546, section 4, as the conversations that they are. */
@Tag("outside")
@EnabledIf("org.imipagent.ical.Outside#isThere")
@ExtendWith(TestStores.class)
class Rfc5546ConversationsTest {

    /**
     * A section, then its steps: {@code +A FILE} puts the object into A's calendar, {@code A>B FILE
     * VERDICT} sends it, and then a method means a mail that B's agent answers with; {@code =A NAME
     * VALUE} is what A prefers.
     */
    private static final String CONVERSATIONS =
            """
            4.1.1-4.1.3: a>b 4_1_1-01 published, a>b 4_1_2-02 updated, a>b 4_1_3-03 cancelled
            4.1.4: a>b 4_1_4-04 published
            4.1.5: a>b 4_1_5-05 published
            4.2.1-4.2.3: a>b 4_2_1-06 invited, +a 4_2_1-06, b>a 4_2_2-07 answered, b>a 4_2_2-07 repeated, a>b 4_2_3-08 updated
            4.2.4: +a 4_2_4-09, a>b 4_2_4-09 invited, b>a 4_2_4-10 countered, b>a 4_2_4-10 repeated
            4.2.4 accepted: a>b 4_2_1-06 invited, a>b 4_2_4-11 updated
            4.2.4 declined: a>b 4_2_1-06 invited, a>b 4_2_4-12 counter-declined
            4.2.5-4.2.6: +a 4_2_1-06, a>c 4_2_1-06 invited, c>a 4_2_5-13 delegated, c>e 4_2_5-14 invited, e>a 4_2_6-15 answered
            4.2.7: +a 4_2_1-06, +c 4_2_5-14, c>a 4_2_5-13 delegated, e>a 4_2_7-16 answered, e>c 4_2_7-16 answered, a>c 4_2_7-17 updated
            4.2.9: a>b 4_2_1-06 invited, a>b 4_2_9-18 cancelled, x>b 4_2_1-06 not-organiser
            4.2.10: a>b 4_2_1-06 invited, a>c 4_2_1-06 invited, a>b 4_2_10-19 cancelled, a>c 4_2_10-19 updated, a>c 4_2_10-20 updated
            4.2.11: b>c 4_2_11-21 invited
            4.4.1: a>b 4_4_1-25 invited
            4.4.2-4.4.4: a>b 4_4_2-26 invited, a>b 4_4_2-27 updated, a>b 4_4_3-28 cancelled, a>b 4_4_4-29 cancelled
            4.4.5: a>b 4_4_2-26 invited, a>b 4_4_5-30 updated
            4.4.6: a>b 4_4_7-32 invited, a>b 4_4_6-31 added REFRESH
            4.4.7: a>b 4_4_7-32 invited, a>b 4_4_7-33 updated
            4.4.8: a>b 4_4_8-34 invited, a>b 4_4_8-35 updated, a>b 4_4_8-36 added REFRESH, a>b 4_4_8-37 updated
            4.4.8 missed: a>b 4_4_8-36 asked-again REFRESH
            4.4.9: +a 4_4_2-26, b>a 4_4_9-38 unknown-occurrence
            4.4.10: +a 4_4_10-39, a>b 4_4_10-39 invited, b>a 4_4_10-40 answered
            4.3.1: a>b 4_3_1-22 freebusy-kept
            4.3.2-4.3.3: =b freebusy_sharing share, a>b 4_3_2-23 freebusy-told REPLY, b>a 4_3_3-24 freebusy-kept
            4.3.2 not shared: =b freebusy_sharing no, a>b 4_3_2-23 not-shared
            4.5: a>b 4_5_1-41 no-event, b>a 4_5_2-42 no-event, a>b 4_5_3-43 no-event, b>a 4_5_4-44 no-event, d>a 4_5_5-45 no-event, a>b 4_5_6-46 no-event, a>b 4_5_7_1-47 no-event, b>a 4_5_7_2-48 no-event
            4.6: a>b 4_6-49 no-event
            4.7.1: b>a 4_7_1-50 unknown-event
            4.7.2: +a 4_4_2-26, a>b 4_4_2-26 invited, a>b 4_7_2-51 invited, b>a 4_7_2-52 unknown-event
            """;

    @TempDir Path stores = Path.of("");

    @Test
    void everyConversationGoesAsTheRfcSays() throws IOException {
        List<String> listed = Outside.listed("rfc5546-conversations.txt");
        int agree = 0;
        int onPurpose = 0;
        var differ = new ArrayList<String>();
        int number = 0;
        for (String line : CONVERSATIONS.lines().toList()) {
            String name = line.substring(0, line.indexOf(": "));
            Path store = Files.createDirectory(stores.resolve("c" + number++));
            String trouble = talk(line.substring(line.indexOf(": ") + 2), store);
            if (trouble != null) {
                differ.add(name + ": " + trouble);
            } else if (listed.contains(name)) {
                onPurpose++;
            } else {
                agree++;
            }
        }
        System.out.println(
                "RFC 5546 conversations: agree "
                        + agree
                        + ", on purpose "
                        + onPurpose
                        + ", differ "
                        + differ.size());
        assertEquals(List.of(), differ, () -> String.join("\n", differ));
    }

    @Test
    void everyExampleIsPlayed() throws IOException {
        Path folder = Outside.folder("rfc-examples/rfc5546");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    files.map(file -> file.getFileName().toString().replace(".ics", ""))
                            .filter(name -> !CONVERSATIONS.contains(" " + name + " "))
                            .sorted()
                            .toList());
        }
    }

    private static @Nullable String talk(String steps, Path store) throws IOException {
        Path folder = Outside.folder("rfc-examples/rfc5546");
        try (var people = new TestPeople(store, Instant.parse("1997-06-01T10:00:00Z"))) {
            for (String step : steps.split(", ", -1)) {
                List<String> words = List.of(step.split(" ", -1));
                if (words.getFirst().startsWith("=")) {
                    people.prefer(
                            address(words.getFirst().substring(1), ""), words.get(1), words.get(2));
                    continue;
                }
                String text = Files.readString(folder.resolve(words.get(1) + ".ics"));
                String who = words.getFirst();
                if (who.startsWith("+")) {
                    people.put(address(who.substring(1), text), text);
                    continue;
                }
                CalendarAddress from = address(who.substring(0, 1), text);
                CalendarAddress to = address(who.substring(2), text);
                String verdict = people.deliver(from, text, to);
                var sent = people.sent();
                String answer = words.size() > 3 ? words.get(3) : "";
                String said =
                        sent.isEmpty()
                                ? ""
                                : MailReader.read(sent.getFirst().message(), MailLimits.DEFAULT)
                                        .parts()
                                        .getFirst()
                                        .method();
                if (!verdict.equals(words.get(2)) || !answer.equals(said)) {
                    return step + " but " + verdict + " " + said;
                }
            }
            return null;
        }
    }

    /** Some of the examples' people live elsewhere. */
    private static CalendarAddress address(String letter, String text) {
        for (String domain : List.of("example.com", "example.fr", "example.jp")) {
            if (text.contains(letter + "@" + domain)) {
                return new CalendarAddress(letter + "@" + domain);
            }
        }
        return new CalendarAddress(letter + "@example.com");
    }
}
