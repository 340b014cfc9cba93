package org.imipagent.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;

/**
 * A store in one file of SQLite, {@code imip-agent.sqlite} in its folder, with write-ahead logging:
 * writers come one after the other, and those who read neither wait nor are waited for.
 *
 * <p>A view that is open keeps what it sees; it should be short. May be used by several threads;
 * each {@link ReadTransaction} and {@link WriteTransaction} by one.
 */
public final class SqliteStore implements Store {

    /** The name of the file in the folder of the store. */
    public static final String FILE = "imip-agent.sqlite";

    /** The version of the tables that this program reads and writes. */
    public static final int SCHEMA = Schema.VERSION;

    /** CROSS JOIN: SQLite joins in the order that is written. */
    static final Dialect DIALECT =
            new Dialect(
                    "TEXT",
                    "BLOB",
                    "INTEGER PRIMARY KEY AUTOINCREMENT",
                    Sql.occurrences("CROSS JOIN"),
                    "",
                    " WITHOUT ROWID",
                    "PRAGMA secure_delete = ON",
                    List.of());

    /** A writer waits here and not later, in the midst of its work. */
    static final String BEGIN_WRITING = "BEGIN IMMEDIATE";

    /**
     * How a store is made and waited for.
     *
     * @param fileMode of the file and of SQLite's files beside it, whatever the umask: the users of
     *     the web server and of the mail system both write
     * @param folderMode of the folder, when it is made; set-group-ID hands its group on to the
     *     files
     * @param timeouts how long to wait for another writer
     */
    public record Options(int fileMode, int folderMode, Duration timeouts) {
        public static final Options USUAL = new Options(0660, 02770, Duration.ofSeconds(10));
    }

    private final SqliteFile file;
    private final IdleSession idle = new IdleSession();

    private SqliteStore(SqliteFile file) {
        this.file = file;
    }

    /** The store in a folder; see {@link #open(Path, Options)}. */
    public static SqliteStore open(Path folder) {
        return open(folder, Options.USUAL);
    }

    /**
     * The store in a folder, or of a file whose name ends in {@code .sqlite}. Touches nothing until
     * it is read or written.
     */
    public static SqliteStore open(Path folder, Options options) {
        Path path = folder.toString().endsWith(".sqlite") ? folder : folder.resolve(FILE);
        return new SqliteStore(new SqliteFile(path, options));
    }

    @Override
    public ReadTransaction read() {
        try {
            return view();
        } catch (OlderStore older) {
            upgrade(older);
            return view();
        }
    }

    @Override
    public void upgrade() {
        change(_ -> {});
    }

    /** Whoever comes first after a new program was put in place brings the tables up to date. */
    private void upgrade(OlderStore older) {
        try {
            upgrade();
        } catch (StoreTrouble trouble) {
            if (trouble.kind() == StoreTrouble.Kind.READ_ONLY) {
                throw older;
            }
            throw trouble;
        }
    }

    /**
     * {@link #read}, for those in this package that run statements of their own; it leaves a store
     * of an older program as it is.
     */
    SqlReadTransaction view() {
        long began = System.nanoTime();
        while (true) {
            try {
                return viewNow();
            } catch (StoreTrouble trouble) {
                file.waitOrThrow(trouble, began);
            }
        }
    }

    private SqlReadTransaction viewNow() {
        Session session = file.toRead();
        if (session == null) {
            return empty();
        }
        try {
            return view(session);
        } catch (StoreTrouble trouble) {
            session.abandon();
            Session unchanging = file.isUnchanging() ? file.toReadUnchanging() : null;
            if (unchanging == null) {
                throw trouble;
            }
            return view(unchanging);
        }
    }

    private SqlReadTransaction view(Session session) {
        SiteRow site = begin(session, "BEGIN");
        if (site.version() < Schema.VERSION) {
            throw file.trouble().older(site.version());
        }
        return new SqlReadTransaction(session, site.secret(), false);
    }

    /** What is read where there is nothing yet. */
    private SqlReadTransaction empty() {
        Session session = file.inMemory();
        Schema.make(session);
        SiteRow site = session.one(SiteRow::of, Sql.SITE);
        return new SqlReadTransaction(session, site == null ? new byte[0] : site.secret(), true);
    }

    /** One writer at a time has the whole file, so whoever's the data are. */
    @Override
    public <T> T effect(CalendarAddress address, Work<T> work) {
        return effect(work);
    }

    @Override
    public <T> T effect(Work<T> work) {
        try (SqlWriteTransaction writing = write()) {
            T answer = work.with(writing);
            writing.commit();
            return answer;
        }
    }

    /** A transaction that {@link SqlWriteTransaction#commit} makes hold. */
    SqlWriteTransaction write() {
        long began = System.nanoTime();
        while (true) {
            try {
                return writeNow();
            } catch (StoreTrouble trouble) {
                file.waitOrThrow(trouble, began);
            }
        }
    }

    private SqlWriteTransaction writeNow() {
        Session session = idle.take();
        if (session == null) {
            session = file.toWrite();
        }
        try {
            return new SqlWriteTransaction(session, current(session).secret(), idle, null);
        } catch (StoreTrouble trouble) {
            session.abandon();
            throw trouble;
        }
    }

    /** Begins to write, in tables that are up to date. */
    private SiteRow current(Session session) {
        SiteRow site = begin(session, BEGIN_WRITING);
        if (site.version() == Schema.VERSION) {
            return site;
        }
        Schema.upgrade(session, (int) site.version());
        session.run("COMMIT");
        return current(session);
    }

    /**
     * Begins a transaction in a file that is there. Nobody ever sees one that is made only by half,
     * so one without our tables is not ours, or what was in it is lost.
     */
    private SiteRow begin(Session session, String how) {
        session.run(how);
        SiteRow site = session.begin(SiteRow::of, Sql.SITE);
        if (site == null) {
            throw holdsTables(session) ? file.trouble().foreign() : file.trouble().empty();
        }
        if (site.version() > Schema.VERSION) {
            throw file.trouble().newer(site.version());
        }
        return site;
    }

    private static boolean holdsTables(Session session) {
        return session.one(Rows::number, "SELECT 1 FROM sqlite_master LIMIT 1") != null;
    }

    @Override
    public List<Damage> verify() {
        return new SqliteVerification(file, this).damages();
    }

    /**
     * Copies the store as it is now to a new file; writers go on meanwhile.
     *
     * @throws StoreTrouble also when the target is there already, or cannot be made
     */
    public void backup(Path target) {
        file.copyTo(target);
    }

    /**
     * Writes the file anew without what was ever deleted, so that nobody reads it there: what
     * {@link WriteTransaction#forget} overwrote, what was deleted before, and the log. Others wait
     * meanwhile, up to their time-out; it takes a second for a hundred megabytes, and as much room
     * again on the disk.
     *
     * @throws StoreTrouble also when somebody reads or writes for so long that this cannot be done
     */
    public void overwriteDeleted() {
        file.overwriteDeleted();
    }

    /**
     * How many SQL statements ran since the store was opened, BEGIN, COMMIT and PRAGMA among them:
     * what tests of the cost of a start count.
     */
    public long statements() {
        return file.statements();
    }

    @Override
    public void close() {
        idle.close();
    }
}
