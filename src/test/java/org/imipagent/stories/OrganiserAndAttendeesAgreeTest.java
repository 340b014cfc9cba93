package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.imipagent.store.TestStores;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Organiser and attendees never diverge: whatever they do, and however their mails come, both
 * calendars, both free/busy and what waits for an answer agree when all mails have come; where they
 * come in order, after each act.
 *
 * <ul>
 *   <li>{@code -Dimip.conversations=20000}: as many runs
 *   <li>{@code -Dimip.seed=17}: that run alone; {@code -Dimip.seed=17,53}: those
 *   <li>{@code -Dimip.first=100000}: other runs, from this one on
 *   <li>{@code "-Dimip.without=counter|request|no request"}: without these kinds of differences
 *   <li>{@code -Dimip.stories=50}: as many failing runs are made small and told
 * </ul>
 */
@ExtendWith(TestStores.class)
class OrganiserAndAttendeesAgreeTest {

    private static final int RUNS = Integer.getInteger("imip.conversations", 1000);

    private static final String SEEDS = System.getProperty("imip.seed", "");
    private static final long FIRST = Long.getLong("imip.first", 0);
    private static final int STORIES = Integer.getInteger("imip.stories", 3);
    private static final int FOR_EACH_STORE = 50;
    private static final int ACTS = 10;
    private static final int THREADS = 2;

    @TempDir Path folder = Path.of("");

    /** With somebody who answers by themselves fewer runs are made: the acts are the same. */
    @ParameterizedTest
    @EnumSource
    void whateverTheyDoAndHoweverTheirMailsCome(AgreementPlan.Machine machine) throws Exception {
        int runs = machine == AgreementPlan.Machine.NOBODY ? RUNS : RUNS / 4;
        List<Long> seeds =
                SEEDS.isEmpty()
                        ? LongStream.range(FIRST, FIRST + runs).boxed().toList()
                        : Stream.of(SEEDS.split(",")).map(Long::valueOf).toList();
        assumeTrue(!seeds.isEmpty(), "none asked for, -Dimip.conversations=0");
        List<AgreementPlan> failing = failing(seeds, machine);
        assertEquals("", failing.isEmpty() ? "" : told(failing, seeds.size()));
    }

    private List<AgreementPlan> failing(List<Long> seeds, AgreementPlan.Machine machine)
            throws Exception {
        var failing = new ArrayList<AgreementPlan>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var parts =
                    LongStream.range(0, (seeds.size() + FOR_EACH_STORE - 1) / FOR_EACH_STORE)
                            .mapToObj(part -> part(seeds, (int) part))
                            .map(part -> threads.submit(() -> failingOf(part, machine)))
                            .toList();
            for (var part : parts) {
                failing.addAll(part.get());
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
        return failing;
    }

    private static List<Long> part(List<Long> seeds, int part) {
        int from = part * FOR_EACH_STORE;
        return seeds.subList(from, Math.min(seeds.size(), from + FOR_EACH_STORE));
    }

    private List<AgreementPlan> failingOf(List<Long> seeds, AgreementPlan.Machine machine) {
        try (var sites = sites()) {
            return seeds.stream()
                    .map(seed -> AgreementPlan.of(seed, ACTS).with(machine))
                    .filter(sites::fails)
                    .toList();
        }
    }

    /** In memory where the machine has a folder for that: nothing here has to survive. */
    private AgreementSites sites() {
        Path memory = Path.of("/dev/shm");
        try {
            Path above = Files.isWritable(memory) ? memory : folder;
            return new AgreementSites(Files.createTempDirectory(above, "imip-law"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String told(List<AgreementPlan> failing, int runs) {
        long inOrder =
                failing.stream().filter(p -> p.post() == AgreementPlan.Post.IN_ORDER).count();
        try (var sites = sites()) {
            String stories =
                    AgreementStories.of(sites, failing.stream().limit(STORIES).toList()).stream()
                            .collect(Collectors.joining("\n\n"));
            return failing.size()
                    + " of "
                    + runs
                    + " runs end in disagreement, "
                    + inOrder
                    + " of them with all mails in order: "
                    + failing.stream()
                            .map(plan -> Long.toString(plan.seed()))
                            .collect(Collectors.joining(","))
                    + "\n\n"
                    + stories;
        }
    }
}
