package org.imipagent.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.SqliteCalls;

/** The file of a store: made with its modes, and opened with as little as possible. */
final class SqliteFile {

    // Flags of sqlite3_open_v2
    private static final int READ = 1;
    private static final int WRITE = 2;

    /** How the name of a file ends that is being made; a process that is killed may leave one. */
    private static final String NEW = ".new";

    // In nanoseconds.
    private static final long MOMENT = 500_000_000;
    private static final long PAUSE = 5_000_000;

    private static final String IN_MEMORY = ":memory:";

    private final Path path;
    private final SqliteStore.Options options;
    private final SqliteTrouble trouble;
    private final AtomicLong statements = new AtomicLong();

    SqliteFile(Path path, SqliteStore.Options options) {
        this.path = path.toAbsolutePath().normalize();
        this.options = options;
        this.trouble = new SqliteTrouble(this.path);
    }

    Path path() {
        return path;
    }

    SqliteTrouble trouble() {
        return trouble;
    }

    long statements() {
        return statements.get();
    }

    /**
     * Waits a little where a session could not begin and may in a moment, else throws what went
     * wrong. SQLite makes the files beside the store with the mode that the umask leaves and mends
     * the mode after it: a process of another user that comes between the two may not open them.
     *
     * @param began when the first try was, by {@link System#nanoTime}
     */
    void waitOrThrow(StoreTrouble wrong, long began) {
        if (!trouble.mayPass(wrong) || System.nanoTime() - began > MOMENT) {
            throw wrong;
        }
        LockSupport.parkNanos(PAUSE);
    }

    /** A session that cannot write, or null where there is no file. */
    @Nullable Session toRead() {
        return open(READ, uri(path, ""));
    }

    /**
     * A session that takes the file for one that nobody writes, and so needs no index beside it.
     */
    @Nullable Session toReadUnchanging() {
        return open(READ, uri(path, "?immutable=1"));
    }

    /** Whether nobody on this machine can write the file, and nothing waits beside it. */
    boolean isUnchanging() {
        try {
            Path log = path.resolveSibling(path.getFileName() + "-wal");
            return Files.getFileStore(path).isReadOnly()
                    && (!Files.exists(log) || Files.size(log) == 0);
        } catch (IOException unknown) {
            return false;
        }
    }

    /** A session that can write; the store is made where there is none. */
    Session toWrite() {
        // Looked for first: of a file that is not there yet, and is when SQLite tries once more to
        // read it only, SQLite gives a connection that cannot write.
        if (Files.notExists(path)) {
            make();
        }
        Session session = open(WRITE, uri(path, ""));
        if (session == null) {
            throw trouble.notMade(new NoSuchFileException(path.toString()));
        }
        return waitingForDisk(session);
    }

    /** Every commit is on the disk before it is told. */
    private static Session waitingForDisk(Session session) {
        session.run("PRAGMA synchronous = FULL");
        return session;
    }

    /** From now on, whoever opens the file: the header of the file says so. */
    void writeAhead(Session session) {
        String mode = session.one(Rows::text, "PRAGMA journal_mode = WAL");
        if (!"wal".equals(mode)) {
            throw trouble.withoutWal(String.valueOf(mode));
        }
    }

    /** A database of its own that is gone when closed. */
    Session inMemory() {
        Session session = open(WRITE, IN_MEMORY);
        if (session == null) {
            throw new IllegalStateException("there is always memory to open");
        }
        return session;
    }

    private @Nullable Session open(int mode, String name) {
        try {
            return connect(mode, name);
        } catch (SQLException failure) {
            if (failure.getErrorCode() == 0) {
                throw trouble.noLibrary(failure);
            }
            if (failure.getErrorCode() != SqliteTrouble.CANNOT_OPEN) {
                throw trouble.of(failure);
            }
        }
        if (Files.notExists(path)) {
            return null;
        }
        try {
            // another process may have made it between the first try and the look
            return connect(mode, name);
        } catch (SQLException failure) {
            throw trouble.of(failure);
        }
    }

    private Session connect(int mode, String name) throws SQLException {
        int wait = (int) options.timeouts().toMillis();
        var connection = new SqliteConnection(SqliteCalls.open(name, mode, wait));
        return new Session(connection, trouble, SqliteStore.DIALECT, statements);
    }

    /**
     * A URI, so that no letter of a path means anything to the driver or to SQLite, and the driver
     * looks at no file by itself.
     */
    private static String uri(Path path, String query) {
        return "file:"
                + path.toString().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
                + query;
    }

    /**
     * Makes the store under another name and links it, so that nobody ever sees it by half or with
     * wrong modes. SQLite gives the files beside it the same modes.
     */
    private void make() {
        Path folder = path.resolveSibling("");
        try {
            makeFolder(folder);
            Path fresh = Files.createTempFile(folder, "imip-agent-", NEW);
            try {
                makeTables(fresh);
                setMode(fresh, options.fileMode());
                link(fresh, path);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException failure) {
            throw trouble.notMade(failure);
        } catch (ReadOnlyFileSystemException failure) {
            throw trouble.notMade(failure);
        }
    }

    /** Writing ahead comes last: then nothing is left in a log that has the other name. */
    private void makeTables(Path fresh) throws IOException {
        Session session = open(WRITE, uri(fresh, ""));
        if (session == null) {
            throw new NoSuchFileException(fresh.toString());
        }
        try (session) {
            waitingForDisk(session).run("BEGIN IMMEDIATE");
            Schema.make(session);
            session.run("COMMIT");
            writeAhead(session);
        }
    }

    private void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path above = folder.getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        try {
            Files.createDirectory(folder);
            setMode(folder, options.folderMode());
        } catch (FileAlreadyExistsException another) {
            // another process was quicker
        }
    }

    /** Two processes may make it at once: the second finds that of the first. */
    private static void link(Path fresh, Path path) throws IOException {
        try {
            Files.createLink(path, fresh);
        } catch (FileAlreadyExistsException another) {
            return;
        } catch (UnsupportedOperationException noLinks) {
            Files.move(fresh, path);
        }
        sync(path.resolveSibling(""));
    }

    /** Makes a copy, which appears whole or not at all; the target must not be there. */
    void copyTo(Path target) {
        Path whole = target.toAbsolutePath().normalize();
        var copying = new SqliteTrouble(whole);
        try {
            Path fresh = Files.createTempFile(whole.resolveSibling(""), "imip-agent-", NEW);
            try {
                copyInto(fresh);
                setMode(fresh, options.fileMode());
                Files.createLink(whole, fresh);
                sync(whole.resolveSibling(""));
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException failure) {
            throw copying.notCopied(failure);
        }
    }

    private void copyInto(Path fresh) throws IOException {
        Session session = toRead();
        if (session == null) {
            throw new NoSuchFileException(path.toString());
        }
        try (session) {
            session.run("VACUUM INTO ?", fresh.toString());
        }
        // what is put back from a backup must do write-ahead logging like the first
        try (Session copy = new SqliteFile(fresh, options).toWrite()) {
            writeAhead(copy);
        }
        sync(fresh);
    }

    /** Each page is written over, then the rest cut off; the log is emptied before and after. */
    void overwriteDeleted() {
        try (Session session = toWrite()) {
            session.one(Rows::number, SqliteStore.DIALECT.overwrite());
            emptyLog(session);
            session.run("VACUUM");
            emptyLog(session);
        }
    }

    private void emptyLog(Session session) {
        Long busy = session.one(Rows::number, "PRAGMA wal_checkpoint(TRUNCATE)");
        if (busy == null || busy != 0) {
            throw trouble.notOverwritten();
        }
    }

    private static void setMode(Path path, int mode) throws IOException {
        Files.setAttribute(path, "unix:mode", mode);
    }

    private static void sync(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
