package org.sqlite.core;

import java.io.File;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * SQLite's own calls, as sqlite-jdbc has them below JDBC. They lie in its package, since some of
 * them are only to be had there (decision 0026: what JDBC adds took half of the time of a page).
 * Addresses of statements are those of {@code sqlite3_stmt}; places and columns as SQLite counts
 * them, from 1 and from 0.
 */
@NullMarked
public final class SqliteCalls implements AutoCloseable {

    // https://www.sqlite.org/rescode.html, https://www.sqlite.org/c3ref/open.html
    private static final int OK = 0;
    private static final int BUSY = 5;
    private static final int ROW = 100;
    private static final int DONE = 101;
    private static final int TYPE_INTEGER = 1;
    private static final int TYPE_BLOB = 4;
    private static final int TYPE_NULL = 5;
    private static final int URI = 0x40;

    private static final long MILLISECOND = 1_000_000;

    private final NativeDB database;
    private final int wait;

    private SqliteCalls(NativeDB database, int wait) {
        this.database = database;
        this.wait = wait;
    }

    /**
     * A connection to a file.
     *
     * @param flags of sqlite3_open_v2
     * @param wait how long to wait for another process, in milliseconds
     */
    public static SqliteCalls open(String uri, int flags, int wait) throws SQLException {
        load();
        @SuppressWarnings("NullAway") // its settings are those of JDBC's connection
        var database = new NativeDB("", "", null);
        database._open_utf8(NativeDB.stringToUtf8ByteArray(uri), flags | URI);
        database.busy_timeout(wait);
        return new SqliteCalls(database, wait);
    }

    /** The library that lies beside the program; else the one that the driver unpacks. */
    @SuppressWarnings("restricted")
    private static void load() throws SQLException {
        String folder = System.getProperty("org.sqlite.lib.path");
        File library = new File(folder, System.mapLibraryName("sqlitejdbc"));
        try {
            if (folder != null && library.canRead()) {
                System.load(library.getAbsolutePath());
            } else if (!NativeDB.load()) {
                throw new SQLException("it is not for this machine");
            }
        } catch (SQLException failure) {
            throw failure;
        } catch (Exception | UnsatisfiedLinkError failure) {
            throw new SQLException(failure.toString(), failure);
        }
    }

    public long prepare(String sql) throws SQLException {
        return database.prepare_utf8(NativeDB.stringToUtf8ByteArray(sql));
    }

    /** Whether there is a row. */
    public boolean step(long statement) throws SQLException {
        int code = database.step(statement);
        if (code != ROW && code != DONE) {
            throw failure(code);
        }
        return code == ROW;
    }

    /**
     * Runs a statement that others may have to end their work for: it asks again and again, the
     * more often the longer it has waited. SQLite itself asks ever more seldom, up to ten times a
     * second: where many wait, whoever came last comes first, and some come never.
     */
    public void stepInTurn(long statement) throws SQLException {
        long began = System.nanoTime();
        database.busy_timeout(0);
        try {
            int code = database.step(statement);
            while (code != DONE) {
                long waited = (System.nanoTime() - began) / MILLISECOND;
                if ((code & 0xff) != BUSY || waited >= wait) {
                    throw failure(code);
                }
                database.reset(statement);
                LockSupport.parkNanos(pause(waited) * MILLISECOND);
                code = database.step(statement);
            }
        } finally {
            database.busy_timeout(wait);
        }
    }

    /** In milliseconds: shorter and shorter. */
    private static long pause(long waited) {
        return waited < 200 ? 10 : waited < 600 ? 5 : waited < 1500 ? 2 : 1;
    }

    /** How many rows the last statement changed. */
    public int changes() throws SQLException {
        return (int) database.changes();
    }

    /** Ready to run again, with the values that it has. */
    public void reset(long statement) {
        database.reset(statement);
    }

    /** What went wrong with it was told by {@link #step}. */
    public void end(long statement) {
        database.finalize(statement);
    }

    public void bindNull(long statement, int place) throws SQLException {
        check(database.bind_null(statement, place));
    }

    public void bind(long statement, int place, long number) throws SQLException {
        check(database.bind_long(statement, place, number));
    }

    public void bind(long statement, int place, String text) throws SQLException {
        check(database.bind_text(statement, place, text));
    }

    public void bind(long statement, int place, byte[] bytes) throws SQLException {
        check(database.bind_blob(statement, place, bytes));
    }

    public int columns(long statement) throws SQLException {
        return database.column_count(statement);
    }

    public String name(long statement, int column) throws SQLException {
        return database.column_name(statement, column);
    }

    public boolean isNull(long statement, int column) throws SQLException {
        return database.column_type(statement, column) == TYPE_NULL;
    }

    public boolean isNumber(long statement, int column) throws SQLException {
        return database.column_type(statement, column) == TYPE_INTEGER;
    }

    public boolean isBytes(long statement, int column) throws SQLException {
        return database.column_type(statement, column) == TYPE_BLOB;
    }

    public long number(long statement, int column) throws SQLException {
        return database.column_long(statement, column);
    }

    public @Nullable String text(long statement, int column) throws SQLException {
        return database.column_text(statement, column);
    }

    public byte @Nullable [] bytes(long statement, int column) throws SQLException {
        return database.column_blob(statement, column);
    }

    @Override
    public void close() throws SQLException {
        database._close();
    }

    private void check(int code) throws SQLException {
        if (code != OK) {
            throw failure(code);
        }
    }

    private SQLException failure(int code) throws SQLException {
        return DB.newSQLException(code, database.errmsg());
    }
}
