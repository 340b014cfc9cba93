package org.imipagent.store;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.RecurrenceId;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a database: runs statements, counts them, and turns what goes wrong into {@link
 * StoreTrouble}.
 *
 * <p>After the first trouble it runs nothing more: some errors end the transaction by themselves (a
 * full disk does), and a statement after it would be kept alone.
 */
final class Session implements AutoCloseable {

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T of(Columns row) throws SQLException;
    }

    private interface Work<T> {
        T with(PreparedQuery query) throws SQLException;
    }

    private final DatabaseConnection connection;
    private final DatabaseTrouble explanation;
    private final Dialect dialect;
    private final AtomicLong statements;
    private @Nullable StoreTrouble broken;

    Session(
            DatabaseConnection connection,
            DatabaseTrouble explanation,
            Dialect dialect,
            AtomicLong statements) {
        this.connection = connection;
        this.explanation = explanation;
        this.dialect = dialect;
        this.statements = statements;
    }

    Dialect dialect() {
        return dialect;
    }

    DatabaseTrouble explanation() {
        return explanation;
    }

    /** Runs a statement; gives how many rows it changed. */
    int run(String sql, @Nullable Object... values) {
        return work(
                sql,
                query -> {
                    bind(query, values);
                    return query.update();
                });
    }

    /** Runs a statement for each of many rows. */
    void runAll(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        statements.addAndGet(rows.size() - 1L);
        work(
                sql,
                query -> {
                    for (@Nullable Object[] values : rows) {
                        bind(query, values);
                        query.update();
                    }
                    return rows.size();
                });
    }

    <T> List<T> rows(Row<T> row, String sql, @Nullable Object... values) {
        return work(
                sql,
                query -> {
                    bind(query, values);
                    var found = new ArrayList<T>();
                    while (query.next()) {
                        found.add(row.of(query.row()));
                    }
                    return found;
                });
    }

    /** The first row, or null where there is none. */
    <T> @Nullable T one(Row<T> row, String sql, @Nullable Object... values) {
        List<T> rows = rows(row, sql, values);
        return rows.isEmpty() ? null : rows.getFirst();
    }

    /**
     * Runs a statement, or several in one go, and gives the first row of what the last one finds;
     * null where it finds none.
     */
    <T> @Nullable T last(Row<T> row, String script, @Nullable Object... values) {
        if (script.indexOf(';') < 0) {
            return one(row, script, values);
        }
        List<T> found =
                work(
                        script,
                        query -> {
                            bind(query, values);
                            return query.last() ? List.of(row.of(query.row())) : List.of();
                        });
        return found.isEmpty() ? null : found.getFirst();
    }

    /**
     * {@link #last} at the beginning of a transaction; null where there is no such table, and then
     * no transaction either: after a statement that failed nothing more is run in it.
     */
    <T> @Nullable T begin(Row<T> row, String script, @Nullable Object... values) {
        try {
            return last(row, script, values);
        } catch (StoreTrouble trouble) {
            if (trouble.getCause() instanceof SQLException cause
                    && explanation.isMissingTable(cause)
                    && undo()) {
                return null;
            }
            throw trouble;
        }
    }

    /** Undoes the transaction; false where that is not possible, and then only closing is left. */
    boolean undo() {
        try (PreparedQuery query = connection.prepare("ROLLBACK")) {
            query.update();
            broken = null;
            return true;
        } catch (SQLException second) {
            return false;
        }
    }

    /** Closes the connection; a transaction that was not committed is undone. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException trouble) {
            throw explanation.of(trouble);
        }
    }

    /** Closes after something else went wrong, which is what the caller should hear of. */
    void abandon() {
        try {
            connection.close();
        } catch (SQLException second) {
            // the first trouble is on its way
        }
    }

    private <T> T work(String sql, Work<T> work) {
        if (broken != null) {
            throw broken;
        }
        statements.incrementAndGet();
        try (PreparedQuery query = connection.prepare(sql)) {
            return work.with(query);
        } catch (SQLException trouble) {
            broken = explanation.of(trouble);
            throw broken;
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw explanation.of(wrong);
        }
    }

    /** A chain and no pattern switch: its bootstrap costs at every start. */
    @SuppressWarnings("IfChainToSwitch")
    private static void bind(PreparedQuery query, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            int place = i + 1;
            if (value == null) {
                query.bindNull(place);
            } else if (value instanceof String text) {
                query.bind(place, storable(text));
            } else if (value instanceof CalendarAddress address) {
                query.bind(place, storable(address.uri()));
            } else if (value instanceof RecurrenceId id) {
                query.bind(place, storable(id.text()));
            } else if (value instanceof Enum<?> word) {
                query.bind(place, word.name());
            } else if (value instanceof Number number) {
                query.bind(place, number.longValue());
            } else if (value instanceof Instant instant) {
                query.bind(place, instant.getEpochSecond());
            } else if (value instanceof LocalDate day) {
                query.bind(place, day.toEpochDay());
            } else if (value instanceof Boolean truth) {
                query.bind(place, truth ? 1 : 0);
            } else if (value instanceof byte[] bytes) {
                query.bind(place, bytes);
            } else {
                throw new IllegalStateException("no column holds a " + value.getClass());
            }
        }
    }

    /**
     * Text as every database can hold it: U+FFFD stands for NUL (PostgreSQL refuses it, SQLite's
     * functions end a text at it) and for half a surrogate pair (which has no UTF-8). What is
     * looked for is treated as what was kept, so both meet.
     */
    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isStorable(text, i)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static boolean isStorable(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c != 0;
    }

    private static String replaced(String text) {
        var storable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            storable.append(isStorable(text, i) ? text.charAt(i) : '\uFFFD');
        }
        return storable.toString();
    }
}
