package org.imipagent.mailserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imipagent.mail.Delivery;
import org.imipagent.mail.Lmtp;
import org.imipagent.mail.Pieces;
import org.imipagent.mail.Timeouts;
import org.imipagent.web.Command;
import org.imipagent.web.InstalledProgram;
import org.imipagent.web.TestFolders;
import org.imipagent.web.TestInstance;
import org.junit.jupiter.api.Test;

/** The samples for Dovecot 2.3 and 2.4: no complaint, and mail by the agent's door. */
class DovecotIT {

    private static final Path OTHER_DEBIAN = InstalledProgram.checkout("target/dovecot-2.4");

    @Test
    void theDovecotOfThisMachineTakesMailByTheSample() throws Exception {
        delivers(Path.of("/"));
    }

    /** Where this machine has 2.3: that of a Debian 13, which scripts/test makes. */
    @Test
    void dovecot24TakesMailByItsSample() throws Exception {
        assumeTrue(
                Files.exists(OTHER_DEBIAN.resolve("usr/sbin/dovecot")),
                "no " + OTHER_DEBIAN + ": scripts/test makes it");
        delivers(OTHER_DEBIAN);
    }

    /** As Debian has it, with the sample where mail.md puts it. */
    @Test
    void debians24HasNothingToSayOfItsSample() throws Exception {
        assumeTrue(Files.exists(OTHER_DEBIAN.resolve("usr/sbin/dovecot")));
        var folder = Files.createTempDirectory(OTHER_DEBIAN.resolve("tmp"), "imip");
        Command.of("cp", "-r", OTHER_DEBIAN.resolve("etc/dovecot"), folder).succeed();
        Files.writeString(
                folder.resolve("dovecot/conf.d/95-imip-agent.conf"),
                RunningDovecot.sample(OTHER_DEBIAN).replace("= imip-agent", "= " + Samples.user()));
        var told =
                Command.of(
                                "chroot",
                                OTHER_DEBIAN,
                                "doveconf",
                                "-n",
                                "-c",
                                "/tmp/" + folder.getFileName() + "/dovecot/dovecot.conf")
                        .succeed();
        assertEquals("", told.err());
        assertTrue(told.out().contains("lmtp = yes"), told.out());
        assertTrue(told.out().contains("unix_listener imip-agent"), told.out());
        TestFolders.remove(folder);
    }

    private static void delivers(Path root) throws Exception {
        var folder = Files.createTempDirectory(root.resolve("tmp"), "imip");
        Command.of("chmod", "755", folder).succeed();
        try (var dovecot = RunningDovecot.start(root, folder)) {
            assertEquals("", dovecot.complaints());
            String socket = dovecot.socket().toString();
            var mail = "Subject: hello\r\n\r\nhello\r\n".getBytes(UTF_8);
            List<Delivery> deliveries =
                    Lmtp.at(shortened(root, socket))
                            .send(
                                    "harriet.hare@example.com",
                                    List.of("Vincent.Vole+news@Example.com"),
                                    Pieces.of(mail),
                                    Timeouts.DEFAULT);
            assertInstanceOf(Delivery.Delivered.class, deliveries.getFirst(), dovecot.log());
            var mails = dovecot.mails(TestInstance.VINCENT);
            assertEquals(1, mails.size(), dovecot.log());
            assertTrue(mails.getFirst().endsWith("Subject: hello\n\nhello\n"), mails::toString);
            assertEquals("600", Command.of("stat", "-c", "%a", socket).succeed().out().strip());
        } finally {
            TestFolders.remove(folder, short24());
        }
    }

    /** The name of a socket has at most 107 octets; a checkout may lie deep. */
    private static String shortened(Path root, String socket) throws Exception {
        if (root.equals(Path.of("/"))) {
            return socket;
        }
        Files.deleteIfExists(short24());
        return Files.createSymbolicLink(short24(), Path.of(socket)).toString();
    }

    private static Path short24() {
        return Path.of("/tmp/imip-dovecot-" + ProcessHandle.current().pid());
    }
}
