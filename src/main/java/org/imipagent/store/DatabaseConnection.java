package org.imipagent.store;

import java.sql.SQLException;

/**
 * A connection to a database: SQLite's own calls, or JDBC for PostgreSQL. It begins and commits
 * nothing by itself.
 */
interface DatabaseConnection extends AutoCloseable {

    PreparedQuery prepare(String sql) throws SQLException;

    /** A transaction that was not committed is undone. */
    @Override
    void close() throws SQLException;
}
