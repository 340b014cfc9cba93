package org.imipagent.store;

import static org.imipagent.store.StoreSamples.DAY;
import static org.imipagent.store.StoreSamples.NOW;
import static org.imipagent.store.StoreSamples.VINCENT;
import static org.imipagent.store.StoreSamples.keep;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the interfaces promise, kept by SQLite. */
class SqliteStoreTest extends StoreContract {

    @TempDir Path folder = Path.of("");

    @Override
    Store open(String name) {
        return SqliteStore.open(folder.resolve(name));
    }

    @Override
    SqlWriteTransaction begin(Store of) {
        return ((SqliteStore) of).write();
    }

    @Override
    SqlReadTransaction view(Store of) {
        return ((SqliteStore) of).view();
    }

    @Override
    long statements(Store of) {
        return ((SqliteStore) of).statements();
    }

    @Override
    String sumOfRowsExcept() {
        return "SELECT SUM(rowid * 31 + number) FROM occurrence WHERE uid <> ?";
    }

    /** BEGIN, the look at the version, COMMIT. */
    @Override
    long statementsOfAnEffect() {
        return 3;
    }

    /** BEGIN and the look at the version. */
    @Override
    long statementsOfAView() {
        return 2;
    }

    private List<String> plan(SearchSql search) {
        try (SqlReadTransaction view = view(store())) {
            return view.session()
                    .rows(
                            row -> row.text(4),
                            "EXPLAIN QUERY PLAN " + search.text(),
                            search.values());
        }
    }

    private static EventSearch search(List<String> beginnings, EventSearch.@Nullable Year year) {
        return new EventSearch(
                beginnings, Instant.MIN, Instant.MAX, year, List.of("x"), false, NOW);
    }

    /** Whoever has many events does not wait for those that do not match. */
    @Test
    void aSearchReadsWhatMatchesAndNothingElseOfAUser() {
        write(w -> keep(w, VINCENT, "lunch", NOW));
        var year = new EventSearch.Year("2026", NOW, NOW.plusSeconds(DAY), List.of("x"));
        for (EventSearch each :
                List.of(
                        search(List.of("a"), null),
                        search(List.of("a", "b"), null),
                        search(List.of("a"), year),
                        search(List.of(), year),
                        search(List.of(), null))) {
            for (SearchSql sql :
                    List.of(
                            SearchSql.page(VINCENT, each, 0, 50),
                            SearchSql.unwritten(VINCENT, each, 9))) {
                List<String> plan = plan(sql);
                assertTrue(
                        plan.stream()
                                .noneMatch(
                                        step ->
                                                step.contains("AUTOMATIC")
                                                        || step.endsWith("(user_=?)")
                                                        || step.matches("SCAN (o|e|x|event)")),
                        () -> String.join("\n", plan));
            }
        }
    }
}
