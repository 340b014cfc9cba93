package org.imipagent.store;

import java.nio.file.Path;
import java.time.Duration;
import org.imipagent.settings.SslMode;
import org.jspecify.annotations.Nullable;

/**
 * Where a database of PostgreSQL is, and how it is reached and waited for.
 *
 * @param host a name, or the folder of a Unix socket, beginning with a slash
 * @param user the role
 * @param passwordFile in the form of ~/.pgpass; it need not be there
 * @param rootCertificate file of the authorities that a server's certificate may be signed by; null
 *     for PostgreSQL's own place, ~/.postgresql/root.crt
 * @param connecting how long to wait for a connection
 * @param waiting how long to wait for another writer
 * @param statement how long one statement may take
 */
public record PostgreSqlServer(
        String host,
        int port,
        String database,
        String user,
        Path passwordFile,
        SslMode sslMode,
        @Nullable Path rootCertificate,
        Duration connecting,
        Duration waiting,
        Duration statement) {

    /** Where Debian's server has its socket; the password file calls it localhost. */
    public static final String SOCKET_FOLDER = "/var/run/postgresql";

    boolean isSocket() {
        return host.startsWith("/");
    }

    /** The socket in its folder. */
    Path socket() {
        return Path.of(host, ".s.PGSQL." + port);
    }

    /** As an administrator names it. */
    String name() {
        return "PostgreSQL database "
                + database
                + " at "
                + (isSocket() ? socket() : host + ":" + port);
    }
}
