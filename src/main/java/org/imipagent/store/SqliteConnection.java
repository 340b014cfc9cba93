package org.imipagent.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.SqliteCalls;

/** Without JDBC, whose classes took half of the time of a page (decision 0026). */
record SqliteConnection(SqliteCalls calls) implements DatabaseConnection {

    @Override
    public PreparedQuery prepare(String sql) throws SQLException {
        return new Statement(calls, calls.prepare(sql), sql.equals(SqliteStore.BEGIN_WRITING));
    }

    @Override
    public void close() throws SQLException {
        calls.close();
    }

    /**
     * One statement.
     *
     * @param waits whether it is the one that waits for other writers
     */
    private record Statement(SqliteCalls calls, long address, boolean waits)
            implements PreparedQuery, Columns {

        @Override
        public void bindNull(int place) throws SQLException {
            calls.bindNull(address, place);
        }

        @Override
        public void bind(int place, long number) throws SQLException {
            calls.bind(address, place, number);
        }

        @Override
        public void bind(int place, String text) throws SQLException {
            calls.bind(address, place, text);
        }

        @Override
        public void bind(int place, byte[] bytes) throws SQLException {
            calls.bind(address, place, bytes);
        }

        @Override
        public int update() throws SQLException {
            try {
                if (waits) {
                    calls.stepInTurn(address);
                    return 0;
                }
                while (calls.step(address)) {
                    // what it finds is not wanted
                }
                return calls.changes();
            } finally {
                calls.reset(address);
            }
        }

        @Override
        public boolean next() throws SQLException {
            return calls.step(address);
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
            calls.end(address);
        }

        @Override
        public int count() throws SQLException {
            return calls.columns(address);
        }

        @Override
        public String name(int column) throws SQLException {
            return calls.name(address, column - 1);
        }

        @Override
        public boolean isNull(int column) throws SQLException {
            return calls.isNull(address, column - 1);
        }

        @Override
        @SuppressWarnings("NullAway")
        public String text(int column) throws SQLException {
            return calls.text(address, column - 1);
        }

        @Override
        public long number(int column) throws SQLException {
            return calls.number(address, column - 1);
        }

        @Override
        @SuppressWarnings("NullAway")
        public byte[] bytes(int column) throws SQLException {
            return calls.bytes(address, column - 1);
        }

        @Override
        public @Nullable Object value(int column) throws SQLException {
            int at = column - 1;
            if (calls.isNull(address, at)) {
                return null;
            }
            if (calls.isNumber(address, at)) {
                return calls.number(address, at);
            }
            return calls.isBytes(address, at) ? calls.bytes(address, at) : calls.text(address, at);
        }
    }
}
