package org.imipagent.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** What JDBC has of a database. */
record JdbcConnection(Connection connection) implements DatabaseConnection {

    @Override
    public PreparedQuery prepare(String sql) throws SQLException {
        return new Prepared(connection.prepareStatement(sql));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static final class Prepared implements PreparedQuery, Columns {

        private final PreparedStatement statement;
        private @Nullable ResultSet found;

        Prepared(PreparedStatement statement) {
            this.statement = statement;
        }

        @Override
        public void bindNull(int place) throws SQLException {
            statement.setNull(place, Types.NULL);
        }

        @Override
        public void bind(int place, long number) throws SQLException {
            statement.setLong(place, number);
        }

        @Override
        public void bind(int place, String text) throws SQLException {
            statement.setString(place, text);
        }

        @Override
        public void bind(int place, byte[] bytes) throws SQLException {
            statement.setBytes(place, bytes);
        }

        @Override
        public int update() throws SQLException {
            return statement.executeUpdate();
        }

        @Override
        public boolean next() throws SQLException {
            if (found == null) {
                found = statement.executeQuery();
            }
            return found.next();
        }

        @Override
        public boolean last() throws SQLException {
            statement.execute();
            do {
                found = statement.getResultSet();
            } while (statement.getMoreResults(Statement.KEEP_CURRENT_RESULT)
                    || statement.getUpdateCount() != -1);
            return found != null && found.next();
        }

        @Override
        public Columns row() {
            return this;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }

        private ResultSet found() throws SQLException {
            if (found == null) {
                throw new SQLException("not run yet");
            }
            return found;
        }

        @Override
        public int count() throws SQLException {
            return found().getMetaData().getColumnCount();
        }

        @Override
        public String name(int column) throws SQLException {
            return found().getMetaData().getColumnName(column);
        }

        @Override
        public boolean isNull(int column) throws SQLException {
            return found().getObject(column) == null;
        }

        @Override
        public String text(int column) throws SQLException {
            return found().getString(column);
        }

        @Override
        public long number(int column) throws SQLException {
            return found().getLong(column);
        }

        @Override
        public byte[] bytes(int column) throws SQLException {
            return found().getBytes(column);
        }

        @Override
        public @Nullable Object value(int column) throws SQLException {
            return found().getObject(column);
        }
    }
}
