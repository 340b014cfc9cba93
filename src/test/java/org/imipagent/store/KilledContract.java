package org.imipagent.store;

import static org.imipagent.store.CommitUntilKilled.SHARED;
import static org.imipagent.store.CommitUntilKilled.occurrences;
import static org.imipagent.store.CommitUntilKilled.summary;
import static org.imipagent.store.CommitUntilKilled.uid;
import static org.imipagent.store.StoreSamples.NOW;
import static org.imipagent.store.StoreSamples.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.imipagent.calendar.Occurrence;
import org.junit.jupiter.api.Test;

/** A process that writes is killed (SIGKILL) at random moments: what it told is kept, whole. */
abstract class KilledContract {

    private static final int KILLS = 22;
    private static final int KILLS_WHILE_MADE = 6;

    /** The name of a new store, for {@link CommitUntilKilled#open}. */
    abstract String fresh();

    /** Returns when nothing goes on any more that a killed process had begun. */
    abstract void settle();

    /** Holds whatever else is to be so of a store that was killed. */
    abstract void assertTidy(String store) throws IOException;

    private final Random random = new Random(20261122);

    @Test
    void whatWasCommittedIsThereAndNothingIsThereByHalf() throws Exception {
        var told = new TreeSet<Long>();
        String store = fresh();
        for (int kill = 0; kill < KILLS; kill++) {
            long next = 1 + Math.max(highest(told), highest(kept(store)));
            told.addAll(toldUntilKilled(store, next, random.nextInt(25), 5_000_000));
            assertWhole(store, told);
        }
        assertTrue(told.size() > KILLS, "it did commit: " + told.size());
    }

    @Test
    void aStoreWhoseMakingWasKilledIsMadeByTheNext() throws Exception {
        for (int kill = 0; kill < KILLS_WHILE_MADE; kill++) {
            String fresh = fresh();
            Collection<Long> told = toldUntilKilled(fresh, 1, 0, 400_000_000);
            assertWhole(fresh, told);
            long next = 1 + highest(kept(fresh));
            Collection<Long> later = toldUntilKilled(fresh, next, 1, 1);
            assertNotEquals(0, later.size());
            assertWhole(fresh, later);
        }
    }

    /**
     * Starts the process, lets it tell so many numbers and then go on for a random time up to a
     * bound, and kills it; gives all that it told. The time is waited for busily: it is far below
     * what a sleeping thread can measure, and nothing depends on it but the moment of the kill.
     */
    private Collection<Long> toldUntilKilled(String store, long next, int numbers, int nanoseconds)
            throws IOException, InterruptedException {
        Process process = start(store, next);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("ready", out.readLine());
            var told = new TreeSet<Long>();
            for (int i = 0; i < numbers; i++) {
                told.add(Long.valueOf(out.readLine()));
            }
            long moment = System.nanoTime() + random.nextInt(nanoseconds);
            while (System.nanoTime() < moment) {
                Thread.onSpinWait();
            }
            // by its handle: Process.destroyForcibly also closes what is left to read
            process.toHandle().destroyForcibly();
            process.waitFor();
            settle();
            told.addAll(out.lines().map(Long::valueOf).toList());
            return told;
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(String store, long next) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommitUntilKilled.class.getName(),
                        store,
                        Long.toString(next))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static long highest(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** The numbers of the events that are kept, told or not. */
    private static Set<Long> kept(String name) {
        try (var store = CommitUntilKilled.open(name);
                var reading = store.read()) {
            return reading.uids(VINCENT).stream()
                    .filter(uid -> !uid.equals(SHARED))
                    .map(uid -> Long.valueOf(uid.substring(uid(0).length() - 1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private void assertWhole(String name, Collection<Long> told) throws IOException {
        try (var store = CommitUntilKilled.open(name)) {
            assertEquals(List.of(), store.verify());
            Set<Long> kept = kept(name);
            assertTrue(kept.containsAll(told), () -> told + " were told, " + kept + " are kept");
            try (ReadTransaction reading = store.read()) {
                for (long number : kept) {
                    assertEquals(occurrences(uid(number), number), of(reading, uid(number)));
                }
                assertEquals(
                        kept.stream().map(CommitUntilKilled::summary).toList(),
                        reading.outbox(NOW, Integer.MAX_VALUE).stream()
                                .map(Posted::sender)
                                .toList());
                assertEquals(
                        kept.isEmpty() ? List.of() : occurrences(SHARED, highest(kept)),
                        of(reading, SHARED));
                KeptEvent shared = reading.event(VINCENT, SHARED);
                if (shared != null) {
                    assertTrue(shared.text().endsWith(summary(highest(kept))));
                    assertEquals(kept.size(), shared.version());
                }
            }
        }
        assertTidy(name);
    }

    private static List<Occurrence> of(ReadTransaction reading, String uid) {
        return reading.occurrences(VINCENT, uid, Instant.MIN, Integer.MAX_VALUE);
    }
}
