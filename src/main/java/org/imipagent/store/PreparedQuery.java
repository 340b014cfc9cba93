package org.imipagent.store;

import java.sql.SQLException;

/** A prepared statement. The first place for a value is 1. */
interface PreparedQuery extends AutoCloseable {

    void bindNull(int place) throws SQLException;

    void bind(int place, long number) throws SQLException;

    void bind(int place, String text) throws SQLException;

    void bind(int place, byte[] bytes) throws SQLException;

    /** Runs it; gives how many rows it changed. May be bound and run again. */
    int update() throws SQLException;

    /** Runs it at first; whether there is another row, which {@link #row} then has. */
    boolean next() throws SQLException;

    /** Runs several statements in one go; whether the last of them found a row. */
    boolean last() throws SQLException;

    Columns row();

    @Override
    void close() throws SQLException;
}
