package org.imipagent.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.imipagent.web.Command;
import org.imipagent.web.RunningSlapd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The resources of a real directory: {@code ldapsearch ... | imip-agent resources import}. */
class ResourcesOfADirectoryIT {

    /** Text that is no ASCII, lines that are folded, two addresses, an owner, and little more. */
    private static final String ROOMS =
            """

            dn: cn=hall,ou=Resources,dc=example,dc=com
            objectClass: room
            objectClass: extensibleObject
            cn: hall
            displayName: Große Halle
            mail: hall@example.com
            mail: stube@example.com
            roomNumber: 2.14
            l: Tromsø
            x-capacity: 40
            description: The key is at the desk. Whoever comes last in the evening closes the windows, \
            switches off the lights and takes the key back to the desk, where somebody is until nine.
            owner: uid=harriet,ou=People,dc=example,dc=com

            dn: cn=beamer,ou=Resources,dc=example,dc=com
            objectClass: device
            objectClass: extensibleObject
            cn: beamer
            mail: beamer@example.com
            """
                    .replace("x-capacity", "capacity");

    @TempDir private Path folder = Path.of("");

    @Test
    void whatLdapsearchPrintsIsTakenAndTwiceChangesNothing() throws IOException {
        TestShell shell = TestShell.with(folder);
        String schema =
                "attributetype ( 1.3.6.1.4.1.4203.666.1.77 NAME 'capacity' SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 )\n";
        try (var directory = RunningSlapd.with(folder.resolve("ldap"), schema, ROOMS)) {
            String found =
                    Command.of(
                                    "ldapsearch",
                                    "-x",
                                    "-LLL",
                                    "-H",
                                    directory.server(),
                                    "-b",
                                    "dc=example,dc=com",
                                    "(|(objectClass=room)(objectClass=device)(objectClass=inetOrgPerson))")
                            .succeed()
                            .out();
            assertTrue(found.contains("displayName:: ") && found.contains("\n "), found);
            String first = shell.given(found, "resources", "import", "--ldif", "-").is(0).out();
            assertEquals(
                    3, first.lines().filter(line -> line.startsWith("added\t")).count(), first);
            String second = shell.given(found, "resources", "import", "--ldif", "-").is(0).out();
            assertEquals(
                    3,
                    second.lines().filter(line -> line.startsWith("unchanged\t")).count(),
                    second);
        }
        assertEquals(
                """
                beamer@example.com\tequipment\t0\t-\tbeamer
                burrow@example.com\troom\t0\t-\tburrow
                hall@example.com\troom\t40\t2.14, Tromsø\tGroße Halle
                """,
                shell.run("resources", "list").is(0).out());
        String hall = shell.run("resources", "show", "hall@example.com").is(0).out();
        assertTrue(hall.contains("where somebody is until nine.\n"), hall);
        assertTrue(hall.contains("owners\tharriet.hare@example.com\n"), hall);
    }
}
