package org.imipagent.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.imipagent.mailserver.Wait;

/**
 * An Apache of a test's own in Debian's layout: the files of its package, not those of
 * /etc/apache2, which an administrator may have changed, and in which our own sites may be. What a
 * fresh installation has on is on, and what our two sites need, the sites as they ship, and the
 * places they name defined beside them.
 *
 * <p>scripts/test unpacks the package into target/apache.
 */
final class RunningApache implements WebServer {

    private static final Path UNPACKED = InstalledProgram.checkout("target/apache/etc/apache2");

    /** As the package's postinst has them. */
    private static final String[] MODULES = {
        "authz_core",
        "authz_host",
        "authn_core",
        "auth_basic",
        "access_compat",
        "authn_file",
        "authz_user",
        "alias",
        "dir",
        "autoindex",
        "env",
        "mime",
        "negotiation",
        "setenvif",
        "filter",
        "deflate",
        "status",
        "reqtimeout"
    };

    private static final String[] SETTINGS = {
        "charset", "localized-error-pages", "other-vhosts-access-log", "security", "serve-cgi-bin"
    };

    /**
     * How it serves many at once; a2enmod cgi takes mod_cgid with the first, mod_cgi with the
     * second.
     */
    enum Mpm {
        EVENT,
        PREFORK;

        private String module() {
            return this == EVENT ? "mpm_event" : "mpm_prefork";
        }
    }

    private final Port port;
    private final ServerProcess process;
    private final Path log;
    private final HttpClient browser = HttpClient.newHttpClient();

    private RunningApache(Port port, ServerProcess process, Path log) {
        this.port = port;
        this.process = process;
        this.log = log;
    }

    /**
     * What is to be started.
     *
     * @param folder an empty folder with a short name: a socket lies in it
     * @param defines what the sites leave open, such as {@code IMIP_AUTH}
     * @param more further lines of configuration
     * @param modules beside those that a fresh installation has on
     * @param edits of the sites: lines, and what stands in their place
     * @param sites that are enabled
     */
    record Plan(
            Path folder,
            Port port,
            Map<String, String> defines,
            String more,
            Mpm mpm,
            List<String> modules,
            Map<String, String> edits,
            List<String> sites) {

        static Plan in(Path folder, Port port, Map<String, String> defines) {
            return new Plan(
                    folder,
                    port,
                    defines,
                    "",
                    Mpm.EVENT,
                    List.of("cgi", "headers", "rewrite", "authnz_ldap"),
                    Map.of(),
                    List.of("000-default", "imip-agent", "imip-manager"));
        }

        Plan more(String lines) {
            return new Plan(folder, port, defines, lines, mpm, modules, edits, sites);
        }

        Plan mpm(Mpm other) {
            return new Plan(folder, port, defines, more, other, modules, edits, sites);
        }

        Plan modules(String... names) {
            return new Plan(folder, port, defines, more, mpm, List.of(names), edits, sites);
        }

        Plan edits(Map<String, String> lines) {
            return new Plan(folder, port, defines, more, mpm, modules, lines, sites);
        }

        Plan sites(String... names) {
            return new Plan(folder, port, defines, more, mpm, modules, edits, List.of(names));
        }

        Path etc() {
            return folder.resolve("etc");
        }
    }

    static RunningApache start(Path folder, Port port, Map<String, String> defines, String more)
            throws IOException {
        return start(Plan.in(folder, port, defines).more(more));
    }

    static RunningApache start(Plan plan) throws IOException {
        layOut(plan);
        var log = plan.folder.resolve("log/error.log");
        // In a session of its own: with prefork, Apache ends its whole group of processes.
        var start = apache(plan, "setsid", "-D FOREGROUND");
        var process = ServerProcess.start(start, plan.folder.resolve("log/console"), log);
        plan.port.awaitListening(process);
        return new RunningApache(plan.port, process, log);
    }

    /** What Apache says of the configuration: {@code Syntax OK}, or what is wrong. */
    static String configtest(Plan plan) throws IOException {
        layOut(plan);
        var told = apache(plan, "", "-t").run();
        return (told.out() + told.err()).strip();
    }

    private static Command apache(Plan plan, String before, String option) {
        return Command.of(
                        "sh",
                        "-c",
                        ". \"$0/envvars\" && exec " + before + " apache2 -d \"$0\" " + option,
                        plan.etc())
                .with("APACHE_CONFDIR", plan.etc());
    }

    private static void layOut(Plan plan) throws IOException {
        var folder = plan.folder;
        var etc = plan.etc();
        if (!Files.exists(UNPACKED)) {
            throw new AssertionError("no " + UNPACKED + ": scripts/test puts Apache's files there");
        }
        Command.of("cp", "-r", UNPACKED, etc).succeed();
        for (var name : new String[] {"run/socks", "lock", "log", "state"}) {
            Files.createDirectories(folder.resolve(name));
        }
        if (Command.isRoot()) {
            Command.of("chown", "-R", "www-data:", folder.resolve("run"), folder.resolve("lock"))
                    .succeed();
        }
        Files.writeString(etc.resolve("envvars"), variables(folder));
        Files.writeString(
                etc.resolve("ports.conf"),
                "Listen 127.0.0.1:" + plan.port.number() + "\nServerName localhost\n");
        // Debian's own virtual host stays, on our port, with the line that the site asks for: the
        // sites must hold within it.
        var host = etc.resolve("sites-available/000-default.conf");
        Files.writeString(
                host,
                Files.readString(host)
                        .replace(
                                "*:80>",
                                "*:" + plan.port.number() + ">\nAllowEncodedSlashes NoDecode"));
        Files.writeString(
                etc.resolve("conf-enabled/places.conf"), places(plan.defines) + plan.more);
        for (var site : new String[] {"imip-agent", "imip-manager", "imip-tls"}) {
            var sample =
                    Files.readString(InstalledProgram.checkout("conf/apache/" + site + ".conf"));
            for (var edit : plan.edits.entrySet()) {
                sample = sample.replace(edit.getKey(), edit.getValue());
            }
            Files.writeString(etc.resolve("sites-available/" + site + ".conf"), sample);
        }
        debian(folder, "a2enmod", plan.mpm.module());
        debian(folder, "a2enmod", MODULES);
        debian(folder, "a2enconf", SETTINGS);
        debian(folder, "a2enmod", plan.modules.toArray(String[]::new));
        debian(folder, "a2ensite", plan.sites.toArray(String[]::new));
    }

    private static void debian(Path folder, String program, String... names) {
        var words = new ArrayList<Object>(List.of(program, "-q"));
        words.addAll(List.of(names));
        Command.of(words.toArray())
                .with("APACHE_CONFDIR", folder.resolve("etc"))
                .with("APACHE_STATE_DIRECTORY", folder.resolve("state"))
                .succeed();
    }

    private static String variables(Path folder) {
        return """
                export APACHE_RUN_USER=www-data APACHE_RUN_GROUP=www-data
                export APACHE_RUN_DIR=FOLDER/run APACHE_PID_FILE=FOLDER/run/pid
                export APACHE_LOCK_DIR=FOLDER/lock APACHE_LOG_DIR=FOLDER/log
                export LANG=C
                """
                .replace("FOLDER", folder.toString());
    }

    private static String places(Map<String, String> defines) {
        return defines.entrySet().stream()
                .map(define -> "Define " + define.getKey() + " \"" + define.getValue() + "\"\n")
                .sorted()
                .collect(Collectors.joining());
    }

    /** Asks for a path without a login. */
    HttpResponse<String> get(String path, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(address(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Asks for a path as somebody; the browser sends the password with each request (RFC 7617). */
    HttpResponse<String> getAs(String user, String password, String path) throws IOException {
        var login =
                Base64.getEncoder()
                        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return get(path, "Authorization", "Basic " + login);
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port.number() + path);
    }

    HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }

    /** Lets it read its configuration again, until the manager answers so without a login. */
    void reload(IntPredicate isDone) throws Exception {
        Command.of("kill", "-USR1", process.id()).succeed();
        Wait.until(
                Duration.ofSeconds(30),
                () -> isDone.test(get("/imip-manager/").statusCode()),
                () -> "the configuration is not read again");
    }

    long processId() {
        return process.id();
    }

    @Override
    public Port port() {
        return port;
    }

    @Override
    public String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.end();
        browser.close();
    }
}
