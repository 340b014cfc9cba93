package org.imipagent.store;

import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.HostSpec;

/** Opens connections to PostgreSQL, with as few questions to the server as possible. */
final class PostgreSqlConnection {

    /** Beyond what a statement may wait and take the server is taken for dead, in seconds. */
    private static final long GRACE = 10;

    private final PostgreSqlServer server;
    private final PostgreSqlTrouble trouble;
    private final AtomicLong statements = new AtomicLong();

    PostgreSqlConnection(PostgreSqlServer server) {
        this.server = server;
        this.trouble = new PostgreSqlTrouble(server.name());
    }

    PostgreSqlServer server() {
        return server;
    }

    PostgreSqlTrouble trouble() {
        return trouble;
    }

    long statements() {
        return statements.get();
    }

    Session open() {
        var host = new HostSpec(server.isSocket() ? "localhost" : server.host(), server.port());
        try {
            // begin and commit are statements of ours: the driver begins nothing by itself
            return new Session(
                    new JdbcConnection(
                            new PgConnection(
                                    new HostSpec[] {host}, properties(), "jdbc:postgresql:")),
                    trouble,
                    PostgreSqlStore.DIALECT,
                    statements);
        } catch (SQLException failure) {
            throw trouble.of(failure);
        }
    }

    private Properties properties() {
        var properties = new Properties();
        PGProperty.PG_DBNAME.set(properties, server.database());
        PGProperty.USER.set(properties, server.user());
        password(properties, PasswordFile.password(server, trouble));
        PGProperty.APPLICATION_NAME.set(properties, "imip-agent");
        // no prepared statement outlives its transaction: PgBouncer gives each another connection
        PGProperty.PREPARE_THRESHOLD.set(properties, 0);
        // what the driver would else set by statements goes with the first message
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "12");
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        PGProperty.CONNECT_TIMEOUT.set(properties, (int) server.connecting().toSeconds());
        PGProperty.SOCKET_TIMEOUT.set(
                properties,
                (int) (server.statement().toSeconds() + server.waiting().toSeconds() + GRACE));
        way(properties);
        return properties;
    }

    private static void password(Properties properties, @Nullable String password) {
        if (password != null) {
            PGProperty.PASSWORD.set(properties, password);
        }
    }

    private void way(Properties properties) {
        if (server.isSocket()) {
            PGProperty.SOCKET_FACTORY.set(properties, UnixSocketFactory.class.getName());
            PGProperty.SOCKET_FACTORY_ARG.set(properties, server.socket().toString());
            PGProperty.SSL_MODE.set(properties, "disable");
            return;
        }
        PGProperty.SSL_MODE.set(properties, server.sslMode().word());
        if (server.rootCertificate() != null) {
            PGProperty.SSL_ROOT_CERT.set(properties, server.rootCertificate().toString());
        }
    }
}
