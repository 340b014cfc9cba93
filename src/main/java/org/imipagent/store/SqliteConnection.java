package org.imipagent.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.SqliteCalls;

/**
 * Without JDBC, whose classes took half of the time of a page (decision 0026). A statement that was
 * compiled is kept until the connection closes: a page that asks the same of each of many events
 * compiles it once.
 */
final class SqliteConnection implements DatabaseConnection {

    /** More are compiled anew. */
    private static final int MOST_KEPT = 40;

    private final SqliteCalls calls;

    /** Those that nobody uses at the moment, by their text. */
    private final Map<String, Long> idle = new HashMap<>();

    private int compiled;

    SqliteConnection(SqliteCalls calls) {
        this.calls = calls;
    }

    @Override
    public PreparedQuery prepare(String sql) throws SQLException {
        Long kept = idle.remove(sql);
        return new Statement(this, sql, kept == null ? compile(sql) : kept);
    }

    private long compile(String sql) throws SQLException {
        compiled++;
        return calls.prepare(sql);
    }

    /** How many statements were compiled. */
    int compiled() {
        return compiled;
    }

    /** Nothing is read by it any more; it waits to be used again. */
    private void release(String sql, long address) {
        if (idle.size() < MOST_KEPT && !idle.containsKey(sql)) {
            calls.reset(address);
            idle.put(sql, address);
        } else {
            calls.end(address);
        }
    }

    @Override
    public void close() throws SQLException {
        for (long address : idle.values()) {
            calls.end(address);
        }
        idle.clear();
        calls.close();
    }

    private record Statement(SqliteConnection of, String sql, long address)
            implements PreparedQuery, Columns {

        private SqliteCalls calls() {
            return of.calls;
        }

        @Override
        public void bindNull(int place) throws SQLException {
            calls().bindNull(address, place);
        }

        @Override
        public void bind(int place, long number) throws SQLException {
            calls().bind(address, place, number);
        }

        @Override
        public void bind(int place, String text) throws SQLException {
            calls().bind(address, place, text);
        }

        @Override
        public void bind(int place, byte[] bytes) throws SQLException {
            calls().bind(address, place, bytes);
        }

        @Override
        public int update() throws SQLException {
            try {
                if (sql.equals(SqliteStore.BEGIN_WRITING)) {
                    calls().stepInTurn(address);
                    return 0;
                }
                while (calls().step(address)) {
                    // what it finds is not wanted
                }
                return calls().changes();
            } finally {
                calls().reset(address);
            }
        }

        @Override
        public boolean next() throws SQLException {
            return calls().step(address);
        }

        @Override
        public boolean last() throws SQLException {
            throw new SQLException("SQLite is given one statement at a time");
        }

        @Override
        public Columns row() {
            return this;
        }

        @Override
        public void close() {
            of.release(sql, address);
        }

        @Override
        public int count() throws SQLException {
            return calls().columns(address);
        }

        @Override
        public String name(int column) throws SQLException {
            return calls().name(address, column - 1);
        }

        @Override
        public boolean isNull(int column) throws SQLException {
            return calls().isNull(address, column - 1);
        }

        @Override
        @SuppressWarnings("NullAway")
        public String text(int column) throws SQLException {
            return calls().text(address, column - 1);
        }

        @Override
        public long number(int column) throws SQLException {
            return calls().number(address, column - 1);
        }

        @Override
        @SuppressWarnings("NullAway")
        public byte[] bytes(int column) throws SQLException {
            return calls().bytes(address, column - 1);
        }

        @Override
        public @Nullable Object value(int column) throws SQLException {
            int at = column - 1;
            if (calls().isNull(address, at)) {
                return null;
            }
            if (calls().isNumber(address, at)) {
                return calls().number(address, at);
            }
            return calls().isBytes(address, at)
                    ? calls().bytes(address, at)
                    : calls().text(address, at);
        }
    }
}
