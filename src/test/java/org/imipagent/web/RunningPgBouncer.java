package org.imipagent.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imipagent.store.PostgreSqlServer;

/** PgBouncer before a server of PostgreSQL, in transaction mode, with few connections for many. */
public final class RunningPgBouncer implements AutoCloseable {

    private final Path folder;
    private final Port port;
    private final ServerProcess process;

    private RunningPgBouncer(Path folder, Port port, ServerProcess process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    public static RunningPgBouncer before(RunningPostgreSql server) {
        try {
            var folder = TestInstance.temporary();
            var port = Port.free();
            Files.writeString(folder.resolve("users"), "\"" + RunningPostgreSql.ROLE + "\" \"\"\n");
            var settings =
                    Files.writeString(
                            folder.resolve("pgbouncer.ini"),
                            SETTINGS.replace("SERVER", server.folder().toString())
                                    .replace("SPORT", Integer.toString(server.port()))
                                    .replace("PORT", Integer.toString(port.number()))
                                    .replace("FOLDER", folder.toString()));
            if (Command.isRoot()) {
                Command.of("chown", "-R", "www-data:", folder).succeed();
            }
            var process =
                    ServerProcess.start(
                            Command.of("pgbouncer", settings).unprivileged(),
                            folder.resolve("log"));
            port.awaitListening(process);
            return new RunningPgBouncer(folder, port, process);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final String SETTINGS =
            """
            [databases]
            * = host=SERVER port=SPORT
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = PORT
            unix_socket_dir = FOLDER
            auth_type = trust
            auth_file = FOLDER/users
            pool_mode = transaction
            default_pool_size = 6
            max_client_conn = 100
            server_idle_timeout = 1
            ignore_startup_parameters = extra_float_digits
            """;

    /** The same database by way of this. */
    public PostgreSqlServer to(PostgreSqlServer server) {
        return new PostgreSqlServer(
                folder.toString(),
                port.number(),
                server.database(),
                server.user(),
                server.passwordFile(),
                server.sslMode(),
                server.rootCertificate(),
                server.connecting(),
                server.waiting(),
                server.statement());
    }

    @Override
    public void close() {
        process.end();
        TestFolders.remove(folder);
    }
}
