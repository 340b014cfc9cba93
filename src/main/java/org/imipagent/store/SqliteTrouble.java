package org.imipagent.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import org.imipagent.store.StoreTrouble.Kind;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite says. */
record SqliteTrouble(Path file) implements DatabaseTrouble {

    // Primary result codes, https://www.sqlite.org/rescode.html
    private static final int ERROR = 1;
    private static final int PERM = 3;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    private static final String ALLOW =
            "make it and its folder writable for this user (the group of STORE_DIR)";
    private static final String MEND =
            "run 'imip-agent store verify', restore a backup, and look for disk errors in the"
                    + " system log";

    @Override
    public String where() {
        return file.toString();
    }

    @Override
    public StoreTrouble of(SQLException trouble) {
        return switch (trouble.getErrorCode()) {
            case BUSY, LOCKED ->
                    of(
                            Kind.LOCKED,
                            "locked by another process",
                            "try again, or use 'fuser' to see which process hangs",
                            trouble);
            case FULL -> full(trouble);
            case READ_ONLY, PERM -> of(Kind.READ_ONLY, "is read-only", ALLOW, trouble);
            case IO_ERROR -> isRoomForIndex(trouble) ? full(trouble) : unread(trouble);
            case CORRUPT -> of(Kind.DAMAGED, "damaged", MEND, trouble);
            case NOT_A_DATABASE ->
                    of(Kind.DAMAGED, "damaged: it is not an SQLite database", MEND, trouble);
            case CANNOT_OPEN ->
                    of(
                            mayBeWritten() ? Kind.UNUSABLE : Kind.READ_ONLY,
                            "cannot be opened",
                            ALLOW,
                            trouble);
            default ->
                    of(
                            Kind.UNUSABLE,
                            "refused: " + DatabaseTrouble.line(trouble.getMessage()),
                            MEND,
                            trouble);
        };
    }

    @Override
    public StoreTrouble of(RuntimeException wrong) {
        return of(Kind.DAMAGED, "damaged: an impossible row: " + wrong.getMessage(), MEND, wrong);
    }

    @Override
    public boolean isMissingTable(SQLException trouble) {
        return trouble.getErrorCode() == ERROR
                && String.valueOf(trouble.getMessage()).contains("no such table");
    }

    StoreTrouble foreign() {
        return of(
                Kind.UNUSABLE,
                "a database, but not one of imip-agent",
                "set STORE_DIR to another folder",
                null);
    }

    /** SQLite itself would take it for a new database: what was in it would not be missed. */
    StoreTrouble empty() {
        return of(
                Kind.DAMAGED,
                "an empty file",
                "restore a backup; to start with an empty calendar, remove the file",
                null);
    }

    StoreTrouble withoutWal(String mode) {
        return of(
                Kind.UNUSABLE,
                "its file system does not support write-ahead logging (journal mode " + mode + ")",
                "set STORE_DIR to a folder on a local disk",
                null);
    }

    StoreTrouble notOverwritten() {
        return of(
                Kind.LOCKED,
                "what was deleted is not overwritten yet, because another process reads the file",
                "run the same command again, or use 'fuser' to see which process hangs",
                null);
    }

    StoreTrouble notMade(IOException trouble) {
        return of(
                trouble instanceof AccessDeniedException ? Kind.READ_ONLY : Kind.UNUSABLE,
                "cannot be created: " + trouble,
                "create the folder of STORE_DIR and make it writable for this user",
                trouble);
    }

    StoreTrouble notMade(ReadOnlyFileSystemException trouble) {
        return of(Kind.READ_ONLY, "cannot be created: read-only file system", ALLOW, trouble);
    }

    StoreTrouble notCopied(IOException trouble) {
        return of(
                Kind.UNUSABLE,
                "the copy cannot be created: " + trouble,
                "name a file that does not exist, in a folder that is writable for this user",
                trouble);
    }

    StoreTrouble noLibrary(SQLException trouble) {
        return of(
                Kind.UNUSABLE,
                "SQLite's library cannot be loaded: " + DatabaseTrouble.line(trouble.getMessage()),
                "let the system property org.sqlite.lib.path name its folder",
                trouble);
    }

    private StoreTrouble full(SQLException trouble) {
        return of(Kind.FULL, "no space left on its disk", "free some space", trouble);
    }

    private StoreTrouble unread(SQLException trouble) {
        return of(
                Kind.DAMAGED,
                "cannot be read or written: " + DatabaseTrouble.line(trouble.getMessage()),
                MEND,
                trouble);
    }

    /** Whether a file could not be opened or written that this user may open and write. */
    boolean mayPass(StoreTrouble wrong) {
        if (!(wrong.getCause() instanceof SQLException cause)) {
            return false;
        }
        int code = cause.getErrorCode();
        return (code == CANNOT_OPEN || code == READ_ONLY || code == PERM) && mayBeWritten();
    }

    /** SQLite cannot open a file whose index beside it is missing and cannot be made. */
    private boolean mayBeWritten() {
        return Files.isWritable(file) && Files.isWritable(file.resolveSibling(""));
    }

    /** No room for the shared index (the -shm file) is told as an error of the disk. */
    private static boolean isRoomForIndex(SQLException trouble) {
        return trouble instanceof SQLiteException sqlite
                && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE;
    }
}
