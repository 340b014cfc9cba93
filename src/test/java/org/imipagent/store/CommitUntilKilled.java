package org.imipagent.store;

import static org.imipagent.store.StoreSamples.DAY;
import static org.imipagent.store.StoreSamples.HOUR;
import static org.imipagent.store.StoreSamples.NOW;
import static org.imipagent.store.StoreSamples.VINCENT;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.imipagent.calendar.Occurrence;
import org.imipagent.settings.SslMode;

/**
 * A process that commits effects, each with a number, and prints each number once it is committed,
 * until it is killed. Every effect keeps an event of its own and changes one that they share.
 */
final class CommitUntilKilled {

    static final String SHARED = "shared";
    private static final String POSTGRESQL = "postgresql:";

    private CommitUntilKilled() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("ready");
        try (var store = open(arguments[0])) {
            for (long number = Long.parseLong(arguments[1]); ; number++) {
                long next = number;
                store.change(writing -> effect(writing, next));
                out.println(number);
            }
        }
    }

    /** A folder of SQLite's, or {@link #name} of a database of PostgreSQL. */
    static Store open(String name) {
        if (name.startsWith("/")) {
            return SqliteStore.open(Path.of(name));
        }
        String[] words = name.split(" ", -1);
        return PostgreSqlStore.open(
                new PostgreSqlServer(
                        words[0].substring(POSTGRESQL.length()),
                        Integer.parseInt(words[1]),
                        words[2],
                        words[3],
                        Path.of("/nowhere"),
                        SslMode.DISABLE,
                        null,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10)));
    }

    /** One argument that names a database. */
    static String name(PostgreSqlServer server) {
        return POSTGRESQL
                + String.join(
                        " ",
                        server.host(),
                        Integer.toString(server.port()),
                        server.database(),
                        server.user());
    }

    static String uid(long number) {
        return "event " + number;
    }

    /** Between 1 and 60 of them, so that some effects are long and some short. */
    static List<Occurrence> occurrences(String uid, long number) {
        return LongStream.rangeClosed(0, number * 7 % 60)
                .mapToObj(
                        i ->
                                StoreSamples.occurrence(
                                        uid, NOW.plusSeconds(i * DAY), HOUR, summary(number)))
                .toList();
    }

    static String summary(long number) {
        return "effect " + number;
    }

    private static void effect(WriteTransaction writing, long number) {
        for (String uid : List.of(uid(number), SHARED)) {
            String text = StoreSamples.text(uid) + summary(number);
            writing.keep(VINCENT, uid, text, null, occurrences(uid, number), NOW);
        }
        byte[] message = summary(number).getBytes(StandardCharsets.UTF_8);
        writing.post(VINCENT, summary(number), List.of("a@example.com"), message, NOW);
    }
}
