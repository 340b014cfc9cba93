package org.imipagent.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The lines that README.md and src/docs give to be typed: each is run by a test, or it is said here
 * why it is not; and imip-agent knows each of its own.
 */
class DocumentedCommandsTest {

    /**
     * Commands that a test runs.
     *
     * @param start how they begin
     * @param file the test
     * @param text what stands in it, where it runs them
     */
    private record Run(String start, String file, String text) {}

    private static final String PACKAGE = "scripts/test-package";
    private static final String MAILS = "src/test/java/org/imipagent/mailserver/";
    private static final String WEB = "src/test/java/org/imipagent/web/";
    private static final String COMMANDS =
            "src/test/java/org/imipagent/main/AdministrationTest.java";

    private static final List<Run> RUN =
            List.of(
                    new Run("scripts/run", "scripts/test", "scripts/run\" --check"),
                    new Run("scripts/test", ".ci/run", "scripts/test"),
                    new Run("apt install", PACKAGE, "dpkg --force-confold -i"),
                    new Run("apt-get install", "scripts/lib.sh", "apt-get -q -y"),
                    new Run("htpasswd -B", PACKAGE, "htpasswd -bcB"),
                    new Run("echo \"MESSAGE_SENDER", PACKAGE, "MESSAGE_SENDER = '"),
                    new Run("echo \"MANAGER_URL", PACKAGE, "MANAGER_URL = '"),
                    new Run("imip-agent check", PACKAGE, "agent check"),
                    new Run("imip-agent store backup", PACKAGE, "agent store backup"),
                    new Run("imip-agent store verify", PACKAGE, "agent store verify"),
                    new Run(
                            "imip-agent freebusy publish",
                            WEB + "WebServersIT.java",
                            "\"freebusy\", \"publish\""),
                    new Run("imip-agent user remove", PACKAGE, "agent user remove"),
                    new Run("imip-agent export", COMMANDS, "\"export\""),
                    new Run("imip-agent resources add", COMMANDS, "\"resources\", \"add\""),
                    new Run("imip-agent resources list", COMMANDS, "\"resources\", \"list\""),
                    new Run("imip-agent resources show", COMMANDS, "\"resources\", \"show\""),
                    new Run(
                            "imip-agent resources import",
                            "src/test/java/org/imipagent/main/ResourceImportTest.java",
                            "\"resources\", \"import\""),
                    new Run(
                            "ldapsearch -x",
                            "src/test/java/org/imipagent/main/ResourcesOfADirectoryIT.java",
                            "\"ldapsearch\""),
                    new Run("imip-agent quota limit", COMMANDS, "\"quota\", \"limit\""),
                    new Run("imip-agent quota group", COMMANDS, "\"quota\", \"group\""),
                    new Run("imip-agent quota show", COMMANDS, "\"quota\", \"show\""),
                    new Run("imip-agent web-config", WEB + "WebConfigIT.java", "\"web-config\""),
                    new Run("rm -f /var/lib/imip-agent", PACKAGE, "imip-agent.sqlite-wal"),
                    new Run("install -o imip-agent", PACKAGE, "install -o imip-agent"),
                    new Run(
                            "cp conf/dovecot/",
                            MAILS + "RunningDovecot.java",
                            "dovecot/imip-agent"),
                    new Run("cp conf/exim/", MAILS + "RunningExim.java", "_imip-agent"),
                    new Run("mkdir /etc/exim4/", MAILS + "RunningExim.java", "imip-agent"),
                    new Run("update-exim4.conf", MAILS + "RunningExim.java", "update-exim4.conf"),
                    new Run("cp conf/cyrus/", MAILS + "RunningCyrus.java", "cyrus/tmpfiles.conf"),
                    new Run("sed -i '/^SERVICES", MAILS + "RunningCyrus.java", "SERVICES {"),
                    new Run("sed -i -E '/^(virt", MAILS + "RunningCyrus.java", "^(virtdomains"),
                    new Run("cat conf/cyrus/", MAILS + "RunningCyrus.java", "imapd.conf"),
                    new Run("a2enmod", WEB + "RunningApache.java", "a2enmod"),
                    new Run("a2ensite", WEB + "RunningApache.java", "a2ensite"),
                    new Run("a2dissite", PACKAGE, "a2dissite"),
                    new Run("apachectl configtest", PACKAGE, "apache2ctl configtest"),
                    new Run(
                            "echo 'Define IMIP_LDAP_URL",
                            WEB + "ApacheAuthenticationIT.java",
                            "IMIP_LDAP_URL"),
                    new Run(
                            "cp /usr/lib/imip-agent/conf/apache/imip-tls",
                            WEB + "ApacheSamplesIT.java",
                            "imip-tls"));

    /** Commands that no test runs, and why. */
    private record Known(String start, String why) {}

    private static final List<Known> KNOWN =
            List.of(
                    new Known(
                            "systemctl",
                            "there is no systemd in the tests, which start servers by themselves"),
                    new Known("service", "as systemctl"),
                    new Known(
                            "systemd-tmpfiles",
                            "as systemctl; RunningCyrus makes the folder as the file says"),
                    new Known(
                            "doveconf",
                            "only looks at the sample, with which DovecotIT starts Dovecot"),
                    new Known("certbot", "needs a name that the whole Internet finds"),
                    new Known("ldapsearch", "asks the administrator's own directory"),
                    new Known("createuser", "RunningPostgreSql makes the role by SQL"),
                    new Known("createdb", "RunningPostgreSql makes the database by SQL"),
                    new Known(
                            "psql",
                            "asks for a password at the terminal; RunningPostgreSql sets it by SQL"));

    /** What SamplesIT takes from the documents by itself, and runs word by word. */
    private static final Pattern BY_SAMPLES_IT = Pattern.compile(".*(/etc/postfix|postconf ).*");

    /** Lines of files and of logs, and formulas. */
    private static final Pattern NO_COMMAND =
            Pattern.compile(
                    "[\\w-]+ = .*|\\s.*|}|(passdb|userdb).* \\{|imip-(manager|agent): .*|(imip|local|hostssl) +imip-agent .*|imip +www-data .*");

    /** One command of a line, after the user whom runuser starts it as. */
    private record Typed(String where, String command) {}

    private static List<Path> documents() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("src/docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), all)
                    // Its figures are no commands.
                    .filter(
                            file ->
                                    file.toString().endsWith(".md")
                                            && !file.endsWith("architecture.md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Typed> typed() throws IOException {
        var typed = new ArrayList<Typed>();
        for (Path document : documents()) {
            boolean inBlock = true;
            List<String> lines = Files.readAllLines(document);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                boolean isIndented = line.startsWith("    ");
                if (isIndented && inBlock) {
                    add(typed, document + ":" + (i + 1), line.substring(4));
                }
                inBlock = line.isEmpty() || (isIndented && inBlock);
            }
        }
        assertTrue(typed.size() > 60, "only " + typed);
        return typed;
    }

    private static void add(List<Typed> typed, String where, String line) {
        boolean isSample = where.startsWith("README.md") || where.startsWith("src/docs/mail.md");
        if (NO_COMMAND.matcher(line).matches()
                || (isSample && BY_SAMPLES_IT.matcher(line).matches())) {
            return;
        }
        String said = line.replaceFirst("\\s+# .*", "");
        for (String command : said.split(" (?:&&|\\|\\|) ", -1)) {
            String own = command.strip().replaceFirst("^runuser -u \\S+ -- ", "");
            typed.add(new Typed(where, own));
        }
    }

    @Test
    void everyCommandIsRunByATestOrItIsSaidWhyNot() throws IOException {
        var wrong = new ArrayList<String>();
        Set<Object> used = new LinkedHashSet<>();
        for (Typed each : typed()) {
            var run =
                    RUN.stream().filter(one -> each.command().startsWith(one.start())).findFirst();
            var known =
                    KNOWN.stream()
                            .filter(one -> each.command().startsWith(one.start() + " "))
                            .findFirst();
            run.ifPresent(used::add);
            known.ifPresent(used::add);
            if (run.isEmpty() && known.isEmpty()) {
                wrong.add(each.where() + ": no test runs it: " + each.command());
            }
        }
        for (Run run : RUN) {
            if (!Files.readString(Path.of(run.file())).contains(run.text())) {
                wrong.add(run.file() + " does not run " + run.start());
            }
        }
        Stream.concat(RUN.stream(), KNOWN.stream())
                .filter(one -> !used.contains(one))
                .forEach(one -> wrong.add("no document has it any more: " + one));
        assertEquals("", String.join("\n", wrong));
    }

    /** Read as the program reads them, with their options and how many words they take. */
    @Test
    void imipAgentKnowsItsOwn() throws IOException {
        var wrong = new ArrayList<String>();
        int seen = 0;
        for (Typed each : typed()) {
            if (each.command().startsWith("imip-agent ")) {
                seen++;
                try {
                    Administration.line(new Commands()).parseArgs(words(each.command()));
                } catch (CommandLine.ParameterException refused) {
                    wrong.add(each.where() + ": " + refused.getMessage());
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(seen > 12, "only " + seen);
    }

    /** Without the program, redirections and quotes. */
    private static String[] words(String command) {
        return Pattern.compile("\"([^\"]*)\"|(\\S+)")
                .matcher(command.replaceFirst(" >\\S+$", "").substring("imip-agent ".length()))
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
    }

    /** Else the first test would prove nothing. */
    @Test
    void aCommandThatNobodyRunsIsSeen() {
        var typed = new ArrayList<Typed>();
        add(typed, "x.md:1", "rm -rf / && runuser -u imip-agent -- imip-agent nosuch     # all");
        assertEquals(
                List.of(new Typed("x.md:1", "rm -rf /"), new Typed("x.md:1", "imip-agent nosuch")),
                typed);
        assertTrue(
                typed.stream()
                        .noneMatch(
                                each ->
                                        RUN.stream()
                                                .anyMatch(
                                                        run ->
                                                                each.command()
                                                                        .startsWith(run.start()))));
        assertEquals("[a, b c]", Arrays.toString(words("imip-agent a \"b c\" >x")));
    }
}
