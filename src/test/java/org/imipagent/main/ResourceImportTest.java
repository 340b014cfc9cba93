package org.imipagent.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.main.TestShell.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code resources import}: lists in a file, and entries of a directory. */
class ResourceImportTest {

    private static final String ROOMS =
            """
            address,name,capacity,place,note,owner,chain
            hall@example.com,"The hall, ground floor",40,Main building,"Say ""please""\",olga@example.com;bo@example.com,"check_quota rooms
            schedule_in_freebusy"
            car@example.com,Car,5,,,,
            """;

    @TempDir private Path folder = Path.of("");
    private TestShell shell = new TestShell(folder);

    @BeforeEach
    void setUp() {
        shell = TestShell.with(folder);
    }

    private Ended given(String list, String... options) {
        var words = new ArrayList<>(List.of("resources", "import", "-"));
        words.addAll(List.of(options));
        return shell.given(list, words.toArray(String[]::new));
    }

    private String shown(String resource) {
        return shell.run("resources", "show", resource).is(0).out();
    }

    @Test
    void aListIsTakenAndTwiceInARowChangesNothing() {
        assertEquals(
                """
                added\thall@example.com\tCN,capacity,place,note,owners,scheduling_function,resource\t2
                added\tcar@example.com\tCN,capacity,resource\t4
                """,
                given(ROOMS).is(0).out());
        String hall = shown("hall@example.com");
        assertTrue(hall.contains("CN\tThe hall, ground floor\n"), hall);
        assertTrue(hall.contains("resource\troom\n"), "which is what new ones are: " + hall);
        assertTrue(hall.contains("note\tSay \"please\"\n"), hall);
        assertTrue(hall.contains("owners\tolga@example.com,bo@example.com\n"), hall);
        assertTrue(
                hall.contains("scheduling_function\tcheck_quota rooms,schedule_in_freebusy\n"),
                hall);
        assertEquals(
                """
                unchanged\thall@example.com\t-\t2
                unchanged\tcar@example.com\t-\t4
                """,
                given(ROOMS).is(0).out());
        assertEquals(hall, shown("hall@example.com"));
    }

    @Test
    void whatAListDoesNotNameStaysAndNoneTakesAway() {
        given(ROOMS).is(0);
        assertEquals(
                """
                changed\tcar@example.com\tresource\t2
                changed\thall@example.com\tnote,owners\t3
                """,
                given(
                                "KIND,note,address,owner\r\nvehicle,,car@example.com,\r\n,none,hall@example.com,none\r\n")
                        .is(0)
                        .out());
        String hall = shown("hall@example.com");
        assertTrue(hall.contains("note\t-\n") && hall.contains("owners\t-\n"), hall);
        assertTrue(hall.contains("capacity\t40\n"), hall);
        assertTrue(shown("car@example.com").contains("resource\tvehicle\n"));
    }

    @Test
    void aDryRunSaysTheSameAndKeepsNothing() {
        String said = given(ROOMS, "--dry-run").is(0).out();
        assertEquals("", shell.run("resources", "list").is(0).out());
        assertEquals(said, given(ROOMS).is(0).out());
    }

    @Test
    void everyErrorIsNamedWithItsLineAndNothingIsHalfDone() {
        shell.run("user", "add", "vincent.vole@example.com").is(0);
        shell.run(
                        "preferences",
                        "set",
                        "--user",
                        "vincent.vole@example.com",
                        "aliases",
                        "vv@example.com")
                .is(0);
        var wrong =
                given(
                                """
                                address,capacity,kind,chain,photo
                                good@example.com,1,room,,
                                bad@example.com,many,cave,chek_quota,../x.png
                                nobody,1,,,
                                vincent.vole@example.com,1,,,
                                vv@example.com,1,,,
                                good@example.com,2,,,
                                none@example.com,,none,,
                                """)
                        .is(65)
                        .err();
        for (String said :
                new String[] {
                    "-, line 3: bad@example.com: capacity must be a number from",
                    "-, line 3: bad@example.com: resource must be",
                    "-, line 3: bad@example.com: scheduling_function, line 1: unknown scheduling function",
                    "-, line 3: bad@example.com: photo must be the name of",
                    "-, line 4: address: not an email address",
                    "-, line 5: vincent.vole@example.com: is a person's",
                    "-, line 6: vv@example.com: is an alias of vincent.vole@example.com",
                    "-, line 7: good@example.com: stands in line 2, too",
                    "-, line 8: none@example.com: kind cannot be none",
                    "nothing was changed"
                }) {
            assertTrue(wrong.contains(said), () -> said + " in\n" + wrong);
        }
        assertEquals("", shell.run("resources", "list").is(0).out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    '' | the file is empty
                    'address,colour\n' | line 1: unknown column 'colour': columns are address, name
                    'address,name,name\n' | line 1: second column 'name'
                    'name\nx\n' | line 1: no column 'address'
                    'address,name\na@example.com,x,y\n' | line 2: has 3 fields, the first line 2
                    'address,name\na@example.com,"x\n' | line 2: the quote is never closed
                    'address,name\na@example.com,"x" y\n' | line 2: a comma must follow the closing quote
                    """)
    void aListThatIsNoneIsRefused(String list, String why) {
        var refused = given(list.replace("\\n", "\n")).is(65);
        assertTrue(refused.err().contains(why), refused.err());
        assertTrue(refused.err().contains("nothing was changed"), refused.err());
    }

    private static final String DIRECTORY =
            """
            # extended LDIF
            version: 1

            dn: ou=Resources,dc=example,dc=com
            objectClass: organizationalUnit
            ou: Resources

            dn: cn=hall,ou=Resources,dc=example,dc=com
            objectClass: room
            cn: hall
            cn;lang-nb: sal
            displayName:: U3TDpHViZQ==
            mail: stube@example.com
            mail: hall@example.com
            roomNumber: 2.14
            l: Oslo
            description: The key is at
              the desk.
            x-capacity: 12
            owner: UID=Olga, ou=People,dc=example,dc=com

            dn: cn=beamer,ou=Resources,dc=example,dc=com
            objectClass: device
            cn: beamer
            mail: beamer@example.com

            dn: uid=olga,ou=People,dc=example,dc=com
            objectClass: inetOrgPerson
            mail: olga@example.com

            # search result
            search: 2
            result: 0 Success
            """;

    @Test
    void entriesOfADirectoryAreTaken() {
        assertEquals(
                """
                added\tstube@example.com\tCN,resource,capacity,place,note,owners,aliases\t8
                added\tbeamer@example.com\tCN,resource\t22
                """,
                given(DIRECTORY, "--ldif").is(0).out());
        String hall = shown("stube@example.com");
        assertTrue(hall.contains("CN\tStäube\n"), hall);
        assertTrue(hall.contains("place\t2.14, Oslo\n"), hall);
        assertTrue(hall.contains("note\tThe key is at the desk.\n"), hall);
        assertTrue(hall.contains("owners\tolga@example.com\n"), hall);
        assertTrue(shown("beamer@example.com").contains("resource\tequipment\n"));
        assertEquals(
                "hall@example.com\n",
                shell.run("preferences", "get", "--user", "stube@example.com", "aliases")
                        .is(0)
                        .out());
        String otherOrder =
                DIRECTORY.replace(
                        "mail: stube@example.com\nmail: hall@example.com\n",
                        "mail: hall@example.com\nmail: stube@example.com\n");
        assertEquals(
                """
                unchanged\tstube@example.com\t-\t8
                unchanged\tbeamer@example.com\t-\t22
                """,
                given(otherOrder, "--ldif").is(0).out(),
                "a directory keeps no order");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'dn: cn=a\ncn:: !\n' | line 2: no UTF-8 text in base64
                    'dn: cn=a\ncn:: /w==\n' | line 2: no UTF-8 text in base64
                    'dn: cn=a\njpegPhoto:< file:///etc/passwd\n' | line 2: values at other addresses are not read
                    'dn: cn=a\nchangetype: delete\n' | line 2: changes are not read
                    'dn: cn=a\nnonsense\n' | line 2: must be ATTRIBUTE: VALUE
                    'cn: a\n' | line 1: an entry must begin with dn:
                    'dn: cn=a\nobjectClass: room\n' | line 1: cn=a has no mail
                    'dn: cn=a\nmail: a@example.com\nowner: cn=gone\n' | line 1: owner: no mail of cn=gone
                    """)
    void whatIsNoEntryIsRefused(String entries, String why) {
        var refused = given(entries.replace("\\n", "\n"), "--ldif").is(65);
        assertTrue(refused.err().contains(why), refused.err());
        assertTrue(refused.err().contains("nothing was changed"), refused.err());
    }
}
