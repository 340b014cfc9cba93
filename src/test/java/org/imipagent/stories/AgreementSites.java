package org.imipagent.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The two sites of the law. Many runs share them, each with people of its own. */
final class AgreementSites implements AutoCloseable {

    private final Path folder;
    private final AgreementSite one;
    private final AgreementSite two;
    private int runs;

    /**
     * @param folder of their stores, which is gone when they close
     */
    AgreementSites(Path folder) {
        this.folder = folder;
        this.one = new AgreementSite(folder.resolve("one"), "one.example");
        this.two = new AgreementSite(folder.resolve("two"), "two.example");
    }

    AgreementRun.Ending run(AgreementPlan plan, boolean isTold) {
        return new AgreementRun(one, two, runs++, plan, isTold).run();
    }

    /** Whether the people of a plan come to differ. */
    boolean fails(AgreementPlan plan) {
        return !run(plan, false).differences().isEmpty();
    }

    @Override
    public void close() {
        one.close();
        two.close();
        try (var files = Files.walk(folder)) {
            List<Path> inner = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : inner) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
