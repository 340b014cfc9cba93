package org.imipagent.mailserver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.imipagent.web.TestInstance.PAUL;
import static org.imipagent.web.TestInstance.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.imipagent.web.Command;
import org.imipagent.web.InstalledProgram;
import org.imipagent.web.TestFolders;
import org.imipagent.web.TestInstance;
import org.junit.jupiter.api.Test;

/** The samples of conf/cyrus, in the real server: what the agent hands on, and when it cannot. */
class CyrusIT {

    @Test
    void anInvitationIsHandedOnWithItsSummaryOnceCyrusIsThere() throws Exception {
        var folder = TestInstance.temporary();
        try (var cyrus = RunningCyrus.start(Files.createDirectories(folder.resolve("c")))) {
            var instance = TestInstance.in(InstalledProgram.reachable(folder), folder.resolve("i"));
            var invitation = TestMail.invitation("berries", VINCENT);
            cyrus.stop();
            var down = person(instance, cyrus, VINCENT, invitation);
            assertEquals(75, down.status(), down::toString);

            cyrus.startAgain();
            var up = person(instance, cyrus, VINCENT, invitation);
            assertEquals(0, up.status(), up::toString);
            var mails = cyrus.mails(VINCENT);
            assertEquals(1, mails.size(), cyrus::log);
            var mail = mails.getFirst();
            assertTrue(mail.contains(lines(invitation)), mail);
            assertTrue(mail.contains("message/rfc822"), mail);
            assertTrue(mail.contains("/event/berries"), mail);
            assertEquals(List.of("berries"), instance.uids(VINCENT));
            assertEquals(List.of(), cyrus.mails(PAUL));

            // In any case, and with a detail, it is the same mailbox; and Cyrus keeps one of
            // equals.
            for (var to : List.of("Vincent.Vole@Example.COM", "vincent.vole+news@example.com")) {
                for (var subject : List.of("same", "to-" + to.length())) {
                    var more = person(instance, cyrus, to, TestMail.plain(PAUL, subject));
                    assertEquals(0, more.status(), more::toString);
                }
            }
            assertEquals(4, cyrus.mails(VINCENT).size(), cyrus::log);
        } finally {
            TestFolders.remove(folder);
        }
    }

    private static Command.Outcome person(
            TestInstance instance, RunningCyrus cyrus, String recipient, byte[] mail) {
        return instance.agent("person", "-l", cyrus.socket(), "-o", recipient).run(mail);
    }

    /** As Cyrus keeps them, each ended by CRLF. */
    private static String lines(byte[] mail) {
        return new String(mail, ISO_8859_1).replace("\r\n", "\n").replace("\n", "\r\n");
    }
}
