package org.imipagent.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A row that a query found. The first column is 1. */
interface Columns {

    int count() throws SQLException;

    String name(int column) throws SQLException;

    boolean isNull(int column) throws SQLException;

    /**
     * Where the column is null, null: only a column that may be is asked by those who expect it.
     */
    String text(int column) throws SQLException;

    /** 0 where the column is null. */
    long number(int column) throws SQLException;

    byte[] bytes(int column) throws SQLException;

    /** Whatever it holds: a {@link Long}, a {@link String}, bytes, or null. */
    @Nullable Object value(int column) throws SQLException;
}
