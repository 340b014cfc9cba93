package org.imipagent.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.store.StoreTrouble.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Copies all that a store keeps into another, of whatever database: each user in one transaction,
 * read back and compared. What is there already and the same is left as it is, so that a copy that
 * was killed goes on where it was.
 *
 * <p>Nobody may use either store meanwhile: a mail in the outbox of both would be sent twice.
 */
public final class StoreCopy {

    /** A table of what belongs to a user, and the order of one user's rows. */
    private record Table(String name, String order) {
        String rows() {
            return "SELECT * FROM " + name + " WHERE user_ = ? ORDER BY " + order;
        }
    }

    private static final List<Table> TABLES =
            List.of(
                    new Table("user_", "user_"),
                    new Table("alias", "alias"),
                    new Table("preference", "name"),
                    new Table("event", "uid"),
                    new Table("search_word", "word, uid"),
                    new Table("occurrence", "uid, number"),
                    new Table("request", "uid, recurrence_id, kind, sender"),
                    new Table("counter", "uid, recurrence_id, sender"),
                    new Table("offer", "uid, recurrence_id"),
                    new Table("peer_free_busy", "peer, start_"),
                    new Table("peer_free_busy_said", "peer"),
                    new Table("import_file", "draft, number"),
                    new Table("activity", "number"),
                    new Table("undo", "activity, uid"),
                    new Table("undo_request", "activity, uid, recurrence_id, kind, sender"),
                    new Table("undo_counter", "activity, uid, recurrence_id, sender"),
                    new Table("outbox", "number"),
                    new Table("sent_mail", "message_id"),
                    new Table("quota_limit", "quota"),
                    new Table("quota_group", "quota"),
                    new Table("idempotency_key", "name"),
                    new Table("feed", "user_"),
                    new Table("alias_code", "alias, asked"),
                    new Table("publication", "user_"));

    /** So many rows are written in one go. */
    private static final int CHUNK = 500;

    private final Store from;
    private final Store to;
    private final boolean overwriting;

    /**
     * @param overwriting whether what is different in the other store is replaced; else that is
     *     told, since somebody may have used it meanwhile
     */
    public StoreCopy(Store from, Store to, boolean overwriting) {
        this.from = from;
        this.to = to;
        this.overwriting = overwriting;
    }

    /** Hears how far it is. */
    @FunctionalInterface
    public interface Progress {
        void done(int users, int all);
    }

    /**
     * What was done.
     *
     * @param copied users whose data were written
     * @param same users whose data were there already
     */
    public record Copied(int copied, int same) {}

    /**
     * Copies.
     *
     * @throws StoreTrouble also when the other store has something else, or when what is read back
     *     is not what was written
     */
    public Copied run(Progress progress) {
        to.upgrade();
        try (SqlReadTransaction reading = view(from)) {
            List<CalendarAddress> users = owners(reading.session());
            begin(reading, users);
            int copied = 0;
            int done = 0;
            for (CalendarAddress user : users) {
                copied += copy(reading, user) ? 1 : 0;
                progress.done(++done, users.size());
            }
            return new Copied(copied, done - copied);
        }
    }

    static SqlReadTransaction view(Store store) {
        return switch (store) {
            case SqliteStore sqlite -> sqlite.view();
            case PostgreSqlStore postgreSql -> postgreSql.view();
        };
    }

    private static SqlWriteTransaction write(Store store) {
        return switch (store) {
            case SqliteStore sqlite -> sqlite.write();
            case PostgreSqlStore postgreSql -> postgreSql.write();
        };
    }

    /** Whoever has something, known or not. */
    private static List<CalendarAddress> owners(Session session) {
        var owners = new TreeSet<String>();
        for (Table table : TABLES) {
            owners.addAll(session.rows(Rows::text, "SELECT DISTINCT user_ FROM " + table.name));
        }
        return owners.stream().map(CalendarAddress::new).toList();
    }

    /** The secret comes first: forms that are open go on to hold, and it names a begun copy. */
    private void begin(SqlReadTransaction reading, List<CalendarAddress> users) {
        try (SqlWriteTransaction writing = write(to)) {
            Session session = writing.session();
            List<CalendarAddress> others = new ArrayList<>(owners(session));
            if (!others.isEmpty() && !overwriting) {
                holdToSecret(session, reading, writing);
            }
            others.removeAll(users);
            for (CalendarAddress other : others) {
                holdToOverwriting(session, other);
                forget(writing, other);
            }
            session.run(Sql.SET_SECRET, reading.secret());
            writing.commit();
        }
    }

    private static void holdToSecret(
            Session session, SqlReadTransaction reading, SqlWriteTransaction writing) {
        if (!Arrays.equals(reading.secret(), writing.secret())) {
            throw session.explanation()
                    .of(
                            Kind.UNUSABLE,
                            "it has calendars of its own",
                            "name an empty store, or replace its calendars with --overwrite",
                            null);
        }
    }

    private void holdToOverwriting(Session session, CalendarAddress user) {
        if (!overwriting) {
            throw session.explanation()
                    .of(
                            Kind.UNUSABLE,
                            "what it has of " + user.email() + " is not what is to be copied",
                            "find out which of the two was used last; --overwrite replaces it",
                            null);
        }
    }

    private static void forget(SqlWriteTransaction writing, CalendarAddress user) {
        writing.forget(user);
        writing.session().run("DELETE FROM publication WHERE user_ = ?", user);
    }

    /** Whether anything was to be written. */
    private boolean copy(SqlReadTransaction reading, CalendarAddress user) {
        String wanted = digest(reading.session(), user);
        try (SqlWriteTransaction writing = write(to)) {
            String found = digest(writing.session(), user);
            if (found.equals(wanted)) {
                return false;
            }
            if (!found.equals(nothing())) {
                holdToOverwriting(writing.session(), user);
            }
            forget(writing, user);
            for (Table table : TABLES) {
                copy(reading.session(), writing.session(), table, user);
            }
            countOn(writing.session());
            writing.commit();
        }
        readBack(user, wanted);
        return true;
    }

    private void readBack(CalendarAddress user, String wanted) {
        try (SqlReadTransaction back = view(to)) {
            if (!digest(back.session(), user).equals(wanted)) {
                throw back.session()
                        .explanation()
                        .of(
                                Kind.DAMAGED,
                                "what was written of " + user.email() + " is read back different",
                                "copy again, and look for disk errors in the system log",
                                null);
            }
        }
    }

    private static void copy(Session from, Session to, Table table, CalendarAddress user) {
        var rows = new ArrayList<@Nullable Object[]>();
        var statement = new ArrayList<String>();
        from.rows(
                row -> {
                    if (statement.isEmpty()) {
                        statement.add(insert(table, row));
                    }
                    rows.add(values(row));
                    if (rows.size() == CHUNK) {
                        to.runAll(statement.getFirst(), rows);
                        rows.clear();
                    }
                    return true;
                },
                table.rows(),
                user);
        if (!rows.isEmpty()) {
            to.runAll(statement.getFirst(), rows);
        }
    }

    /** Numbers go on after those that were copied. */
    private static void countOn(Session session) {
        for (String statement : session.dialect().countOn()) {
            session.rows(row -> true, statement);
        }
    }

    private static String insert(Table table, Columns row) throws SQLException {
        var names = new ArrayList<String>();
        for (int i = 1; i <= row.count(); i++) {
            names.add(row.name(i));
        }
        return "INSERT INTO "
                + table.name
                + " ("
                + String.join(", ", names)
                + ") VALUES (?"
                + ", ?".repeat(names.size() - 1)
                + ")";
    }

    private static @Nullable Object[] values(Columns row) throws SQLException {
        var values = new @Nullable Object[row.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.value(i + 1);
        }
        return values;
    }

    private static String nothing() {
        return hex(digest());
    }

    /** The same for the same rows, in whatever database. */
    private static String digest(Session session, CalendarAddress user) {
        MessageDigest digest = digest();
        for (Table table : TABLES) {
            session.rows(
                    row -> {
                        add(digest, table.name);
                        for (Object value : values(row)) {
                            add(digest, value);
                        }
                        return true;
                    },
                    table.rows(),
                    user);
        }
        return hex(digest);
    }

    private static void add(MessageDigest digest, @Nullable Object value) {
        byte[] bytes =
                switch (value) {
                    case null -> new byte[0];
                    case byte[] octets -> octets;
                    case Number number ->
                            Long.toString(number.longValue()).getBytes(StandardCharsets.UTF_8);
                    default -> value.toString().getBytes(StandardCharsets.UTF_8);
                };
        digest.update((value == null ? "-" : bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
