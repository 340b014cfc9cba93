package org.imipagent.store;

import java.util.List;

/** Looks at a file of SQLite. */
final class SqliteVerification extends Verification {

    private static final String TABLES =
            """
            SELECT type || ' ' || name || ': ' || COALESCE(sql, '') FROM sqlite_master
            WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name""";

    private final SqliteFile file;
    private final SqliteStore store;

    SqliteVerification(SqliteFile file, SqliteStore store) {
        super(file.path().toString());
        this.file = file;
        this.store = store;
    }

    @Override
    SqlReadTransaction view() {
        return store.view();
    }

    @Override
    List<String> faults(Session session) {
        return session.rows(Rows::text, "PRAGMA integrity_check").stream()
                .filter(found -> !found.equals("ok"))
                .toList();
    }

    @Override
    List<String> tables(Session session) {
        return session.rows(Rows::text, TABLES);
    }

    @Override
    List<String> newTables() {
        try (Session fresh = file.inMemory()) {
            Schema.make(fresh);
            return tables(fresh);
        }
    }
}
