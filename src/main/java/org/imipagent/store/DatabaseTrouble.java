package org.imipagent.store;

import java.sql.SQLException;
import org.imipagent.store.StoreTrouble.Kind;
import org.jspecify.annotations.Nullable;

/** What a database says, in one line: which one, what is wrong, and the remedy. */
sealed interface DatabaseTrouble permits SqliteTrouble, PostgreSqlTrouble {

    /** Which database it is, as an administrator names it. */
    String where();

    /** What went wrong with a statement or with the connection. */
    StoreTrouble of(SQLException trouble);

    /** A row that no value can be made of. */
    StoreTrouble of(RuntimeException wrong);

    boolean isMissingTable(SQLException trouble);

    default StoreTrouble of(Kind kind, String what, String remedy, @Nullable Exception cause) {
        return new StoreTrouble(kind, where() + ": " + what, remedy, cause);
    }

    /** Another process changed an event between reading and writing it. */
    default StoreTrouble changedMeanwhile(String uid) {
        return of(
                Kind.CONFLICT,
                "another process changed the event " + line(uid) + " at the same time",
                "try again",
                null);
    }

    default StoreTrouble newer(long version) {
        return of(
                Kind.OTHER_VERSION,
                "made by a newer version of imip-agent (schema "
                        + version
                        + ", this program knows "
                        + Schema.VERSION
                        + ")",
                "upgrade this program",
                null);
    }

    default OlderStore older(long version) {
        return new OlderStore(
                where()
                        + ": made by an older version of imip-agent (schema "
                        + version
                        + ", this program needs "
                        + Schema.VERSION
                        + ")");
    }

    /** A message on one line. */
    static String line(@Nullable String message) {
        return String.valueOf(message).replace('\n', ' ').replace('\r', ' ');
    }
}
