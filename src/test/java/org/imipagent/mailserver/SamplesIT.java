package org.imipagent.mailserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.imipagent.web.Command;
import org.imipagent.web.InstalledProgram;
import org.imipagent.web.TestFolders;
import org.imipagent.web.TestInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The samples of conf, joined with Debian's own settings as the documents say: no server has
 * anything to warn of.
 *
 * <p>A Postfix that warns is one that can stand still: each of its processes warns at its start,
 * the one that writes the log, too, to itself.
 */
class SamplesIT {

    /** The ways of the documents, each with or without local SMTP. */
    enum Way {
        LISTS(false, false),
        LISTS_LOCAL(false, true),
        DIRECTORY(true, false),
        DIRECTORY_LOCAL(true, true);

        final boolean directory;
        final boolean local;

        Way(boolean directory, boolean local) {
            this.directory = directory;
            this.local = local;
        }
    }

    /** What Debian's postfix.postinst sets beside main.cf.debian and main.cf.tls. */
    private static final String DEBIAN =
            """
            smtpd_relay_restrictions = permit_mynetworks permit_sasl_authenticated defer_unauth_destination
            myhostname = mail.example.com
            alias_maps = hash:/etc/aliases
            alias_database = hash:/etc/aliases
            myorigin = /etc/mailname
            mydestination = $myhostname, example.com, localhost.example.com, localhost
            relayhost =
            mynetworks = 127.0.0.0/8 [::ffff:127.0.0.0]/104 [::1]/128
            mailbox_size_limit = 0
            recipient_delimiter = +
            inet_interfaces = all
            inet_protocols = all
            """;

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = TestInstance.temporary();
    }

    @AfterEach
    void removeFolder() {
        TestFolders.remove(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "README.md, LISTS",
        "src/docs/mail.md, LISTS",
        "src/docs/mail.md, LISTS_LOCAL",
        "src/docs/mail.md, DIRECTORY",
        "src/docs/mail.md, DIRECTORY_LOCAL"
    })
    void postfixWarnsOfNothing(String document, Way way) throws IOException {
        var main = joined(document);
        var chosen = RunningPostfix.chosen(Files.readString(main), way.directory, way.local);
        // Postfix opens the files of the directory where main.cf says they are.
        Files.writeString(main, chosen.replace("/etc/postfix", folder.toString()));
        assertEquals("", postconf().err());
        assertNothingTwice(Files.readString(main));
    }

    /** Debian's Postfix after the commands of a document; its main.cf. */
    private Path joined(String document) throws IOException {
        var debian = Path.of("/usr/share/postfix");
        var main = folder.resolve("main.cf");
        Files.writeString(
                main,
                Files.readString(debian.resolve("main.cf.debian"))
                        + Files.readString(debian.resolve("main.cf.tls"))
                        + DEBIAN);
        Files.copy(debian.resolve("master.cf.dist"), folder.resolve("master.cf"));
        for (var command : commands(document)) {
            var told = withOurs(Command.of("sh", "-c", command)).run();
            assertEquals("", told.out() + told.err(), command);
        }
        directory();
        return main;
    }

    /** Those that are about Postfix's settings, for a folder in the place of Debian's. */
    private List<String> commands(String document) throws IOException {
        var commands = new ArrayList<String>();
        for (var line : Files.readAllLines(InstalledProgram.checkout(document))) {
            if (line.equals("## Postfix with a directory")) {
                break;
            }
            if (line.startsWith("    ") && line.matches(".*(/etc/postfix|postconf ).*")) {
                commands.add(
                        line.replace("/etc/postfix", folder.toString())
                                .replace("postfix reload", "true"));
            }
        }
        assertEquals(5, commands.size(), commands::toString);
        return commands;
    }

    /** The commands of a directory, told in words. */
    private void directory() throws IOException {
        for (var name : List.of("people.ldap.cf", "resources.ldap.cf")) {
            Files.writeString(
                    folder.resolve("imip-agent").resolve(name), Samples.read("postfix/" + name));
        }
    }

    private Command.Outcome postconf() {
        return withOurs(Command.of("postconf")).succeed();
    }

    private Command withOurs(Command command) {
        return command.with("MAIL_CONFIG", folder);
    }

    /** Postfix itself says so only where the two differ. */
    private static void assertNothingTwice(String settings) {
        var names = new HashSet<String>();
        var parameter = Pattern.compile("(?m)^([A-Za-z0-9_-]+) *=").matcher(settings);
        while (parameter.find()) {
            assertTrue(names.add(parameter.group(1)), parameter.group(1));
        }
        assertFalse(names.isEmpty());
    }

    /** Whatever somebody takes the # away from, no parameter is there a second time. */
    @Test
    void noLineOfPostfixsSampleIsASecondDefinition() throws IOException {
        var all = Samples.read("postfix/main.cf").replaceAll("(?m)^( *)#(?=\\S)", "$1");
        assertNotEquals(Samples.read("postfix/main.cf"), all);
        assertNothingTwice(all);
    }

    @ParameterizedTest
    @EnumSource
    void eximWarnsOfNothing(Way way) throws IOException {
        var samples =
                new Samples(
                        folder,
                        folder.resolve("imip-agent"),
                        way.local ? "-L" : "-l " + folder.resolve("lmtp"),
                        folder.resolve("lmtp"),
                        way.directory ? "ldap://127.0.0.1" : "",
                        List.of(TestInstance.VINCENT));
        var told = RunningExim.check(samples);
        assertEquals(0, told.status(), told::toString);
        assertEquals("", told.err());
        assertFalse(told.out().matches("(?si).*(warn|error|panic).*"), told.out());
    }

    @Test
    void dovecotWarnsOfNothing() throws IOException {
        Command.of(
                        "cp",
                        "-r",
                        "/usr/share/dovecot/dovecot.conf",
                        "/usr/share/dovecot/conf.d",
                        folder)
                .succeed();
        Files.writeString(
                folder.resolve("conf.d/95-imip-agent.conf"), RunningDovecot.sample(Path.of("/")));
        var told = Command.of("doveconf", "-n", "-c", folder.resolve("dovecot.conf")).run();
        assertEquals(0, told.status(), told::toString);
        assertEquals("", told.err());
    }
}
