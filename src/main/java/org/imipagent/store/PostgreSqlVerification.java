package org.imipagent.store;

import java.util.List;

/**
 * Looks at a database of PostgreSQL: at what imip-agent keeps there. The server's files are for
 * pg_amcheck.
 */
final class PostgreSqlVerification extends Verification {

    /** Columns and indexes of the tables of one schema, whatever it is called. */
    private static final String TABLES =
            """
            SELECT 'table ' || c.relname || ': ' || a.attname || ' '
              || format_type(a.atttypid, a.atttypmod)
              || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
              || CASE WHEN a.attcollation = '"C"'::regcollation THEN ' "C"' ELSE '' END
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
              AND c.relnamespace = {namespace}
            UNION ALL
            SELECT 'index ' || regexp_replace(pg_get_indexdef(i.indexrelid),
              ' ON (ONLY )?[^ ]*[.]', ' ON ')
            FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid
            WHERE c.relkind = 'r' AND c.relnamespace = {namespace}
            ORDER BY 1""";

    private final PostgreSqlConnection connection;
    private final PostgreSqlStore store;

    PostgreSqlVerification(PostgreSqlConnection connection, PostgreSqlStore store) {
        super(connection.trouble().where());
        this.connection = connection;
        this.store = store;
    }

    @Override
    SqlReadTransaction view() {
        return store.view();
    }

    @Override
    List<String> faults(Session session) {
        return List.of();
    }

    /** An empty view has its tables in a place of its own. */
    @Override
    List<String> tables(Session session) {
        return session.rows(
                Rows::text,
                TABLES.replace(
                        "{namespace}",
                        "(SELECT relnamespace FROM pg_class WHERE oid = to_regclass('site'))"));
    }

    @Override
    List<String> newTables() {
        Session session = connection.open();
        try (session) {
            session.run("BEGIN");
            session.run("SET LOCAL search_path = pg_temp");
            Schema.make(session);
            List<String> made = tables(session);
            session.run("ROLLBACK");
            return made;
        }
    }
}
