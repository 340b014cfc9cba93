package org.imipagent.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.imipagent.settings.SslMode;
import org.imipagent.store.PostgreSqlServer;

/**
 * A PostgreSQL server of a test's own, from Debian's package: in its own folder, with a Unix socket
 * there and a free port of this machine. It runs as the user who runs the programs; the role {@link
 * #ROLE} owns the databases, by socket without a password, by TCP with {@link #PASSWORD}.
 */
public final class RunningPostgreSql implements AutoCloseable {

    /** Tests that need a server run where this system property is true. */
    public static final String PROPERTY = "imip.postgresql";

    public static final String ROLE = "imip-agent";
    public static final String PASSWORD = "under:the\\hedge";

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Path folder;
    private final Port port;
    private final ServerProcess process;
    private int databases;

    private RunningPostgreSql(Path folder, Port port, ServerProcess process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts a server.
     *
     * @param settings lines of its configuration, such as {@code max_connections = 5}
     */
    public static RunningPostgreSql start(String... settings) {
        return start(false, settings);
    }

    /** One that offers TLS, with {@link #certificate} for 127.0.0.1 alone. */
    public static RunningPostgreSql startWithTls(String... settings) {
        return start(true, settings);
    }

    /** Makes a certificate that signs itself, and its key. */
    public static void makeCertificate(Path key, Path certificate, String name) {
        Command.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-nodes",
                        "-days",
                        "3650",
                        "-subj",
                        "/CN=a server of a test",
                        "-addext",
                        "subjectAltName=" + name,
                        "-keyout",
                        key,
                        "-out",
                        certificate)
                .succeed();
    }

    private static RunningPostgreSql start(boolean tls, String... settings) {
        try {
            var folder = TestInstance.temporary();
            if (tls) {
                makeCertificate(folder.resolve("key"), folder.resolve("crt"), "IP:127.0.0.1");
                Files.setAttribute(folder.resolve("key"), "unix:mode", 0600);
            }
            own(folder);
            var data = folder.resolve("data");
            as(
                    "initdb",
                    "-D",
                    data,
                    "-U",
                    "admin",
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "-N");
            var port = Port.free();
            Files.writeString(data.resolve("pg_hba.conf"), RULES);
            Files.writeString(
                    data.resolve("postgresql.conf"),
                    CONFIGURATION.replace("FOLDER", folder.toString())
                            + (tls ? TLS.replace("FOLDER", folder.toString()) : "")
                            + "port = "
                            + port.number()
                            + "\n"
                            + String.join("\n", settings)
                            + "\n");
            own(data);
            var process =
                    ServerProcess.start(
                            Command.of(program("postgres"), "-D", data).unprivileged(),
                            folder.resolve("log"));
            port.awaitListening(process);
            return ready(new RunningPostgreSql(folder, port, process));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whoever is on this machine may use the socket; by TCP a password is asked for. */
    private static final String RULES =
            """
            local all all trust
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /** What a test keeps need not outlast the machine. */
    private static final String CONFIGURATION =
            """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = 'FOLDER'
            fsync = off
            full_page_writes = off
            shared_buffers = 32MB
            max_connections = 90
            log_min_messages = warning
            log_min_error_statement = panic
            """;

    private static final String TLS =
            """
            ssl = on
            ssl_cert_file = 'FOLDER/crt'
            ssl_key_file = 'FOLDER/key'
            """;

    private static void own(Path path) {
        if (Command.isRoot()) {
            Command.of("chown", "-hR", "www-data:", path).succeed();
        }
    }

    private static void as(Object program, Object... words) {
        var all = new ArrayList<Object>(List.of(program(program.toString())));
        all.addAll(List.of(words));
        Command.of(all.toArray()).unprivileged().succeed();
    }

    /** Debian has a folder for each version. */
    static Path program(String name) {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.max(
                            Comparator.comparing(v -> Integer.valueOf(v.getFileName().toString())))
                    .orElseThrow()
                    .resolve("bin")
                    .resolve(name);
        } catch (IOException failure) {
            throw new UncheckedIOException("scripts/test installs PostgreSQL", failure);
        }
    }

    /** It listens before it lets anybody in. */
    private static RunningPostgreSql ready(RunningPostgreSql server) {
        try {
            long begin = System.nanoTime();
            while (!server.letsIn()) {
                if (System.nanoTime() - begin > LONGEST.toNanos()) {
                    throw new AssertionError("PostgreSQL lets nobody in: " + server.process.log());
                }
            }
            server.makeRole();
            return server;
        } catch (RuntimeException | AssertionError failure) {
            server.close();
            throw failure;
        }
    }

    private boolean letsIn() {
        var ask = Command.of(program("pg_isready"), "-q", "-h", folder, "-p", port.number());
        return ask.run().status() == 0;
    }

    private void makeRole() {
        sql("postgres", "CREATE ROLE \"" + ROLE + "\" LOGIN PASSWORD '" + PASSWORD + "'");
    }

    /** Runs statements as the administrator; gives what they find. */
    public String sql(String database, String statements) {
        var outcome =
                Command.of(
                                program("psql"),
                                "-qAtX",
                                "-v",
                                "ON_ERROR_STOP=1",
                                "-h",
                                folder,
                                "-p",
                                port.number(),
                                "-U",
                                "admin",
                                "-d",
                                database,
                                "-c",
                                statements)
                        .succeed();
        return outcome.out().strip();
    }

    /** A new database of the role's, by its socket. */
    public synchronized PostgreSqlServer database() {
        String name = "calendar-" + ++databases;
        sql("postgres", "CREATE DATABASE \"" + name + "\" OWNER \"" + ROLE + "\"");
        return bySocket(name);
    }

    public PostgreSqlServer bySocket(String database) {
        return server(folder.toString(), database);
    }

    /** By TCP, with the password in its file. */
    public PostgreSqlServer byTcp(String database) throws IOException {
        var file = folder.resolve("pgpass");
        if (!Files.exists(file)) {
            Files.writeString(file, "#a comment\n" + line("other", "wrong") + line("*", escaped()));
            Files.setAttribute(file, "unix:mode", 0600);
            own(file);
        }
        return server("127.0.0.1", database);
    }

    private String line(String database, String password) {
        return "127.0.0.1:" + port.number() + ":" + database + ":" + ROLE + ":" + password + "\n";
    }

    private static String escaped() {
        return PASSWORD.replace("\\", "\\\\").replace(":", "\\:");
    }

    private PostgreSqlServer server(String host, String database) {
        return new PostgreSqlServer(
                host,
                port.number(),
                database,
                ROLE,
                folder.resolve("pgpass"),
                SslMode.PREFER,
                null,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60));
    }

    /** Of the server, and of who signed it. */
    public Path certificate() {
        return folder.resolve("crt");
    }

    public Path folder() {
        return folder;
    }

    public int port() {
        return port.number();
    }

    /** Ends it at once, with the connections it has: the signal INT. */
    @Override
    public void close() {
        process.end(() -> Command.of("kill", "-INT", process.id()).run());
        TestFolders.remove(folder);
    }
}
