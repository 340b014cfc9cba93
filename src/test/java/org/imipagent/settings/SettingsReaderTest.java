package org.imipagent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.imipagent.calendar.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    @Test
    void anEmptyFileGivesTheDefaults() {
        var settings = good("");
        assertEquals("calendar@example.com", settings.value(SiteSettings.MESSAGE_SENDER));
        assertEquals(StoreType.SQLITE, settings.value(SiteSettings.STORE_TYPE));
        assertEquals(0660, settings.value(SiteSettings.DEFAULT_PERMISSIONS));
        assertEquals(02770, settings.value(SiteSettings.DEFAULT_DIR_PERMISSIONS));
        assertEquals(31_457_280, settings.value(SiteSettings.MAX_MESSAGE_BYTES));
        assertEquals(List.of("/usr/sbin/sendmail"), settings.value(SiteSettings.SENDMAIL));
        assertTrue(settings.value(SiteSettings.MANAGER_INTERFACE));
        assertNull(settings.value(SiteSettings.MANAGER_URL));
        assertNull(settings.value(SiteSettings.TZID));
    }

    @Test
    void valuesOfEveryKindAreRead() {
        var settings =
                good(
                        """
                # a comment

                MESSAGE_SENDER = 'calendar@example.org'   # the agent
                SENDMAIL="/usr/sbin/sendmail -C  /etc/other"
                SMTP_HOST = 'mail.example.org'
                MANAGER_INTERFACE = False # no links
                MANAGER_URL = "https://calendar.example.org/"
                MANAGER_PATH = '/calendar'
                DEFAULT_PERMISSIONS = 0640
                DEFAULT_DIR_PERMISSIONS = 0o750
                HORIZON_DAYS =500
                PUBLISH_DIR = '/srv/free busy/\\'x\\''
                INCOMING_DEFAULT = 'message-only'
                SHARING_DEFAULT = 'share'
                TZID = 'Europe/Oslo'
                FREEBUSY_OFFER_DEFAULT = 'PT10M'
                LANG = 'nb'
                """);
        assertEquals("calendar@example.org", settings.value(SiteSettings.MESSAGE_SENDER));
        assertEquals(
                List.of("/usr/sbin/sendmail", "-C", "/etc/other"),
                settings.value(SiteSettings.SENDMAIL));
        assertEquals("mail.example.org", settings.value(SiteSettings.SMTP_HOST));
        assertFalse(settings.value(SiteSettings.MANAGER_INTERFACE));
        assertEquals("https://calendar.example.org", settings.value(SiteSettings.MANAGER_URL));
        assertEquals("/calendar/", settings.value(SiteSettings.MANAGER_PATH));
        assertEquals(0640, settings.value(SiteSettings.DEFAULT_PERMISSIONS));
        assertEquals(0750, settings.value(SiteSettings.DEFAULT_DIR_PERMISSIONS));
        assertEquals(500, settings.value(SiteSettings.HORIZON_DAYS));
        assertEquals(Path.of("/srv/free busy/'x'"), settings.value(SiteSettings.PUBLISH_DIR));
        assertEquals(Incoming.MESSAGE_ONLY, settings.value(SiteSettings.INCOMING_DEFAULT));
        assertTrue(settings.value(SiteSettings.SHARING_DEFAULT));
        assertEquals(Zone.of(ZoneId.of("Europe/Oslo")), settings.value(SiteSettings.TZID));
        assertEquals(Duration.ofMinutes(10), settings.value(SiteSettings.FREEBUSY_OFFER_DEFAULT));
    }

    @Test
    void linesOfWindowsAndAByteOrderMarkAreNoMatter() {
        assertEquals(
                "nb", good("\uFEFFLANG = 'nb'\r\nHORIZON_DAYS = 7\r\n").value(SiteSettings.LANG));
    }

    @Test
    void noneIsReadWhereItMayBe() {
        assertNull(good("SMTP_HOST = None # by sendmail").value(SiteSettings.SMTP_HOST));
        assertEquals(
                "x.txt:1: SMTP_PORT cannot be None: the default is 25",
                problem("SMTP_PORT = None"));
    }

    @Test
    void aPoundSignInQuotesIsNoComment() {
        assertEquals(
                "/srv/a#b",
                good("STORE_TYPE='sqlite'\nSTORE_DIR='/srv/a#b'").value(SiteSettings.STORE_DIR));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MESSAGE_SENDR = 'a@b.c'     | unknown setting MESSAGE_SENDR: did you mean MESSAGE_SENDER?",
                "manager_url = None          | unknown setting manager_url: did you mean MANAGER_URL?",
                "HORIZONDAYS = 4             | unknown setting HORIZONDAYS: did you mean HORIZON_DAYS?",
                "FROBNICATE = 4              | unknown setting FROBNICATE: run imip-agent settings for the list",
                "STORE_TYPE = 'file'         | STORE_TYPE must be one of sqlite, postgresql, not 'file': the file store of the "
                        + "Python imip-agent was replaced by SQLite, write 'sqlite'",
                "SHARING_DEFAULT = 'yes'     | SHARING_DEFAULT must be one of no, share, not 'yes'",
                "SHARING_DEFAULT = True      | SHARING_DEFAULT must be text in quotes, such as 'no'; not True",
                "MANAGER_INTERFACE = 'True'  | MANAGER_INTERFACE must be True or False, such as True; not 'True'",
                "MANAGER_INTERFACE = true    | MANAGER_INTERFACE: write True, not true",
                "MANAGER_INTERFACE = none    | MANAGER_INTERFACE must be True or False, such as True; not none",
                "MANAGER_URL = none          | MANAGER_URL: write None, not none",
                "MESSAGE_SENDER = a@b.c      | MESSAGE_SENDER must be text in quotes, such as 'calendar@example.com'; not a@b.c",
                "MESSAGE_SENDER = 'a'        | MESSAGE_SENDER must be one email address such as calendar@example.com, not 'a'",
                "HORIZON_DAYS = 0            | HORIZON_DAYS must be a number from 1 to 3660, not 0",
                "HORIZON_DAYS = 99999999999  | HORIZON_DAYS must be a number from 1 to 3660, not 99999999999",
                "HORIZON_DAYS = 0400         | HORIZON_DAYS must not start with 0: write 400",
                "HORIZON_DAYS = -5           | HORIZON_DAYS must be a number without quotes, such as 400; not -5",
                "HORIZON_DAYS = '400'        | HORIZON_DAYS must be a number without quotes, such as 400; not '400'",
                "HORIZON_DAYS =              | HORIZON_DAYS must be a number without quotes, such as 400; not",
                "DEFAULT_PERMISSIONS = 0998  | DEFAULT_PERMISSIONS must be octal permissions as for chmod, such as 0660, not 0998",
                "DEFAULT_PERMISSIONS = 1660  | DEFAULT_PERMISSIONS must be octal permissions as for chmod, such as 0660, not 1660",
                "PUBLISH_DIR = 'static'      | PUBLISH_DIR must be an absolute path that starts with /, not 'static'",
                "MANAGER_URL = 'example.com' | MANAGER_URL must be a scheme and host such as https://webserver.example.com, not 'example.com'",
                "MANAGER_PATH = 'm'          | MANAGER_PATH must be a path such as /imip-manager/, not 'm'",
                "TZID = 'Europe/Olso'        | TZID must be a time zone such as Europe/Oslo, not 'Europe/Olso': did you mean Europe/Oslo?",
                "TZID = 'Z'                  | TZID must be a time zone such as Europe/Oslo, not 'Z'",
                "FREEBUSY_OFFER_DEFAULT='10' | FREEBUSY_OFFER_DEFAULT must be a duration such as PT10M (ten minutes) or P1D (one day), not '10'",
                "STORE_TYPE = 'postgres'     | STORE_TYPE must be one of sqlite, postgresql, not 'postgres'",
                "STORE_HOST = 'run/socket'   | STORE_HOST must be the name of a host, or the folder of a socket that starts with /, not 'run/socket'",
                "STORE_SSLMODE = 'allow'     | STORE_SSLMODE must be one of disable, prefer, require, verify-ca, verify-full, not 'allow'",
                "STORE_DIR = 'dbname=x'      | STORE_DIR must be an absolute path that starts with /, not 'dbname=x'",
                "USER_ADDRESS = 'x@y.z'      | USER_ADDRESS must be %s, or contain %s once in place of the name, such as %s@example.com; not 'x@y.z'",
                "LANG = 'english'            | LANG must be one of en, nb, de, fr, es, ar, not 'english'",
                "hello                       | expected NAME = value, or a comment that starts with #",
                "= 4                         | expected NAME = value, or a comment that starts with #",
                "[section]                   | expected NAME = value, or a comment that starts with #",
            })
    void aProblemNamesFileLineAndRemedy(String line, String what) {
        assertEquals("x.txt:1: " + what, problem(line).strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'nb",
                "nb'",
                "\"nb'",
                "'nb' 'en'",
                "'nb' x",
                "'n\\b'",
                "'nb\\",
                "u'nb'",
                "'",
                "\\'nb\\'"
            })
    void quotesAreWrittenInOneWay(String value) {
        assertTrue(
                problem("LANG = " + value)
                        .startsWith("x.txt:1: LANG must be text in quotes, such as 'en'; not "));
    }

    @Test
    void allProblemsAreToldAtOnceWithTheirLines() {
        var problems =
                problems(
                        """
                # one
                LANGG = 'en'

                HORIZON_DAYS = many
                LANG = 'en'
                LANG = 'nb'
                """);
        assertEquals(
                List.of(
                        "x.txt:2: unknown setting LANGG: did you mean LANG?",
                        "x.txt:4: HORIZON_DAYS must be a number without quotes, such as 400; not many",
                        "x.txt:6: LANG is set twice: remove this line or line 5"),
                problems);
    }

    @Test
    void problemsAreBounded() {
        assertEquals(50, problems("x\n".repeat(100_000)).size());
    }

    @Test
    void everySettingHasOneNameAndAHelpOfItsOwn() {
        var names = new HashSet<String>();
        var helps = new HashSet<String>();
        for (var setting : SiteSettings.all()) {
            assertTrue(names.add(setting.name()), setting.name());
            assertTrue(helps.add(setting.help()), setting.name());
            assertTrue(setting.help().endsWith("."), setting.name());
        }
    }

    @Test
    void everyDefaultIsReadBackAsItself() {
        for (var setting : SiteSettings.all()) {
            assertDefault(setting);
        }
    }

    private static <T> void assertDefault(Setting<T> setting) {
        var settings = good(setting.name() + " = " + setting.standardText());
        switch (setting) {
            case Setting.Always<T> always ->
                    assertEquals(always.standard(), settings.value(always));
            case Setting.OrNone<T> orNone ->
                    assertEquals(orNone.standard(), settings.value(orNone));
        }
    }

    @Test
    void aSettingIsOverriddenWithoutTouchingTheOthers() {
        var settings = Settings.defaults();
        var changed =
                settings.with(SiteSettings.STORE_DIR, "/tmp/store")
                        .with(SiteSettings.TZID, Zone.of(ZoneId.of("UTC")));
        assertEquals("/tmp/store", changed.value(SiteSettings.STORE_DIR));
        assertEquals(Zone.UTC, changed.value(SiteSettings.TZID));
        assertNull(changed.without(SiteSettings.TZID).value(SiteSettings.TZID));
        assertEquals("/var/lib/imip-agent/store", settings.value(SiteSettings.STORE_DIR));
    }

    @ParameterizedTest
    @CsvSource({
        "%s, vole@example.com, vole@example.com", "%s, vole, ''",
                "%s@example.com, vole, vole@example.com",
        "%s@example.com, vole@other.org, vole@other.org", "%s@example.com, 'a b', ''",
                "%s@example.com, '', ''",
        "%s@example.com, 'x@y, z@w', ''", "%s@example.com, %s, %s@example.com"
    })
    void theNameSomebodyLogsInWithBecomesAnAddress(String template, String user, String address) {
        var settings = good("USER_ADDRESS = '" + template + "'");
        assertEquals(address, settings.value(SiteSettings.USER_ADDRESS).of(user));
    }

    private static Settings good(String text) {
        return switch (SettingsReader.read("x.txt", text)) {
            case SettingsReading.Good(var settings) -> settings;
            case SettingsReading.Wrong(var problems) -> fail(problems.getFirst().sentence());
        };
    }

    private static List<String> problems(String text) {
        return switch (SettingsReader.read("x.txt", text)) {
            case SettingsReading.Good good -> fail("no problem was found");
            case SettingsReading.Wrong(var problems) ->
                    problems.stream().map(SettingsProblem::sentence).toList();
        };
    }

    private static String problem(String text) {
        var problems = problems(text);
        assertEquals(1, problems.size(), problems.toString());
        return problems.getFirst();
    }
}
