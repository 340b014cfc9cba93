package org.imipagent.store;

import java.io.IOException;
import java.sql.SQLException;
import org.imipagent.store.StoreTrouble.Kind;

/**
 * What PostgreSQL says.
 *
 * @param where database and server
 */
record PostgreSqlTrouble(String where) implements DatabaseTrouble {

    private static final String MEND =
            "run 'imip-agent store verify', restore a backup, and look into PostgreSQL's log";
    private static final String SETTINGS =
            "check the settings that begin with STORE_, and pg_hba.conf of the server";
    private static final String START = "start PostgreSQL, or check STORE_HOST and STORE_PORT";
    private static final String SCHEMA =
            "run 'imip-agent store verify'; name a database of imip-agent's own in STORE_DATABASE";

    /** By its SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
    @Override
    public StoreTrouble of(SQLException trouble) {
        String state = String.valueOf(trouble.getSQLState());
        return switch (state) {
            case "40001", "40P01" ->
                    of(
                            Kind.CONFLICT,
                            "another process changed the same data at the same time",
                            "try again",
                            trouble);
            case "55P03" ->
                    of(
                            Kind.LOCKED,
                            "locked by another process",
                            "try again, or look into pg_stat_activity for which process hangs",
                            trouble);
            case "57014" ->
                    of(
                            Kind.LOCKED,
                            "a statement took too long: " + line(trouble),
                            "try again, or raise STORE_STATEMENT_SECONDS",
                            trouble);
            case "53100" -> of(Kind.FULL, "no space left on its disk", "free some space", trouble);
            case "53300" ->
                    of(
                            Kind.UNREACHABLE,
                            "has too many connections",
                            "raise max_connections, or put PgBouncer in front of it",
                            trouble);
            case "25006" ->
                    of(
                            Kind.READ_ONLY,
                            "is read-only",
                            "name the primary server in STORE_HOST",
                            trouble);
            case "42501" ->
                    of(
                            Kind.READ_ONLY,
                            "refused: " + line(trouble),
                            "make the role of STORE_USER the owner of the database",
                            trouble);
            case "08004" ->
                    of(
                            Kind.UNUSABLE,
                            "refused: " + line(trouble),
                            "put the password into STORE_PASSWORD_FILE, and check pg_hba.conf of the"
                                    + " server",
                            trouble);
            case "54000" ->
                    of(
                            Kind.UNUSABLE,
                            "has no place for it: " + line(trouble),
                            "remove the event with that UID or address",
                            trouble);
            case "42P01", "42703" ->
                    of(Kind.UNUSABLE, "not made as needed: " + line(trouble), SCHEMA, trouble);
            default -> ofClass(state.substring(0, Math.min(2, state.length())), trouble);
        };
    }

    /** By the class of its SQLSTATE. */
    private StoreTrouble ofClass(String kind, SQLException trouble) {
        return switch (kind) {
            case "08", "57" ->
                    of(Kind.UNREACHABLE, "does not answer: " + reason(trouble), START, trouble);
            case "28", "3D" -> of(Kind.UNUSABLE, "refused: " + line(trouble), SETTINGS, trouble);
            case "53" -> of(Kind.FULL, "out of resources: " + line(trouble), "try again", trouble);
            case "58", "XX" -> of(Kind.DAMAGED, "damaged: " + line(trouble), MEND, trouble);
            default -> of(Kind.UNUSABLE, "refused: " + line(trouble), MEND, trouble);
        };
    }

    @Override
    public StoreTrouble of(RuntimeException wrong) {
        return of(
                Kind.DAMAGED,
                "damaged: an impossible row: " + DatabaseTrouble.line(wrong.getMessage()),
                MEND,
                wrong);
    }

    @Override
    public boolean isMissingTable(SQLException trouble) {
        return "42P01".equals(trouble.getSQLState());
    }

    StoreTrouble foreign() {
        return of(Kind.UNUSABLE, "not a database of imip-agent", SCHEMA, null);
    }

    StoreTrouble otherEncoding(String encoding) {
        return of(
                Kind.UNUSABLE,
                "its encoding is " + encoding,
                "make the database with createdb --encoding=UTF8 --template=template0",
                null);
    }

    StoreTrouble passwordFile(String what, String remedy) {
        return of(Kind.UNUSABLE, what, remedy, null);
    }

    private static String line(SQLException trouble) {
        return DatabaseTrouble.line(trouble.getMessage());
    }

    /** Below "the connection attempt failed" is why. */
    private static String reason(SQLException trouble) {
        return trouble.getCause() instanceof IOException cause
                ? DatabaseTrouble.line(cause.getMessage())
                : line(trouble);
    }
}
