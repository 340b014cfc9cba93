package org.imipagent.store;

import static org.imipagent.store.StoreSamples.NOW;
import static org.imipagent.store.StoreSamples.VINCENT;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A process that reads and writes a store and prints what came of it, a line for each. */
final class TryStore {

    private TryStore() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var store = CommitUntilKilled.open(arguments[0])) {
            out.println("read " + tried(() -> read(store)));
            out.println("write " + tried(() -> write(store)));
        }
    }

    private static String tried(Supplier<String> attempt) {
        try {
            return attempt.get();
        } catch (StoreTrouble trouble) {
            return trouble.kind().toString();
        }
    }

    private static String read(Store store) {
        try (ReadTransaction reading = store.read()) {
            return reading.uids(VINCENT).toString();
        }
    }

    private static String write(Store store) {
        store.change(writing -> StoreSamples.keep(writing, VINCENT, "dinner", NOW));
        return "done";
    }
}
