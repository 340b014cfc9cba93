package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.DecodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.imipagent.agent.Installation;
import org.imipagent.agent.ProfileHandler;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Language;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preference;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the settings, with the agent and a store behind it. */
class ProfilePageTest {

    private static final CalendarAddress VINCENT = Sample.VINCENT;
    private static final Instant NOW = Sample.NOW;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteStore store;

    @SuppressWarnings("NullAway.Init")
    private Installation site;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("store"));
        site =
                new Installation(
                        Settings.defaults()
                                .with(SiteSettings.TZID, Zone.of(ZoneId.of("Europe/Oslo")))
                                .with(SiteSettings.MANAGER_URL, "https://web.example.com")
                                .with(SiteSettings.PUBLISH_DIR, folder.resolve("published")),
                        store,
                        Zone.UTC,
                        "host.example.com");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Manager manager(String language) {
        return new Manager(
                store::read,
                (reading, _) -> {
                    var participant = site.participant(reading, VINCENT);
                    return new Visitor(
                            participant.person(),
                            "Vincent",
                            Messages.of(language),
                            site.schedule(reading, participant),
                            participant.preferences());
                },
                site::event,
                _ -> new Outcome.Stale(),
                _ -> new Outcome.Stale(),
                Sample::preview,
                asked ->
                        new ProfileHandler(site)
                                .act(
                                        asked.user(),
                                        asked.action(),
                                        asked.version(),
                                        asked.form(),
                                        NOW),
                site.settings(),
                Sample.IMPORTING,
                Sample.PEERS,
                () -> Messages.of(language),
                NOW);
    }

    private String page(String path) {
        var answer = Sample.get(manager("en"), path);
        assertEquals(200, answer.status(), answer.body());
        return answer.body();
    }

    private Sample.Answer post(String... namesAndValues) {
        var form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&").append(encoded(namesAndValues[i]));
            form.append('=').append(encoded(namesAndValues[i + 1]));
        }
        return Sample.post(manager("en"), "/profile", form.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void assertDone(String done, Sample.Answer answer) {
        assertEquals(303, answer.status(), answer.body());
        assertTrue(answer.head().contains("Location: /cal/profile?done=" + done), answer.head());
    }

    private Map<String, String> kept() {
        try (var reading = store.read()) {
            return reading.preferences(VINCENT);
        }
    }

    private static String only(String page, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(page);
        assertTrue(matcher.find(), pattern + " in " + page);
        return matcher.group(1);
    }

    // ---- What is there

    @ParameterizedTest
    @EnumSource
    void everyPreferenceOfAPersonIsOnThePageWithHelpInEveryLanguage(Language language) {
        String page = Sample.get(manager(language.tag()), "/profile").body();
        var texts = Messages.of(language.tag());
        for (Preference<?> preference : PersonalPreferences.ALL) {
            String name = preference.name();
            boolean isHere =
                    page.contains(" name=\"" + name + "\"")
                            || page.contains(" id=\"" + name + "\"");
            assertEquals(
                    !PersonalPreferences.OF_RESOURCES.contains(preference),
                    isHere || name.equals("aliases"),
                    name);
            if (isHere) {
                assertFalse(texts.preference(name).startsWith("preference-"), name);
                assertFalse(texts.preferenceHelp(name).startsWith("preference-"), name);
                for (String word : preference.kind().words()) {
                    boolean isText = !texts.preferenceChoice(name, word).equals(word);
                    assertTrue(isText || name.equals("LANG"), name + ": " + word);
                }
            }
        }
        assertFalse(
                Pattern.compile("[>\"](preference|profile|alias|feed|zone)-[a-z-]+<")
                        .matcher(page)
                        .find(),
                page);
    }

    @Test
    void theDefaultIsSaidAndTheChoiceIsChosen() {
        assertDone("saved", post("action", "save", "cancelled", "remove"));
        String page = page("/profile");
        assertTrue(page.contains("<option value=\"\" selected>Default (Free)</option>"), page);
        assertTrue(page.contains("<option value=\"remove\" selected>Hide them</option>"), page);
        assertTrue(page.contains("<option value=\"\" selected>Default (Europe/Oslo)</option>"));
        assertTrue(page.contains("Default (Mon–Fri 09:00–17:00)"), page);
        assertTrue(page.contains("<option value=\"\" selected>As in my browser</option>"), page);
        assertTrue(page.contains("<option value=\"\" selected>Default (1 hour)</option>"), page);
    }

    // ---- What is saved

    @Test
    void whatTheFormHasIsSavedAndNothingElseIsTouched() {
        assertDone("saved", post("action", "save", "LANG", "nb", "CN", " Vincent  Vole "));
        assertEquals(Map.of("LANG", "nb", "CN", "Vincent  Vole"), kept());
        assertDone("saved", post("action", "save", "theme", "dark", "CN", ""));
        assertEquals(Map.of("LANG", "nb", "theme", "dark"), kept());
        try (var reading = store.read()) {
            var newest = reading.activity(VINCENT, 1).getFirst();
            assertEquals("preferred", newest.verdict().word());
            assertEquals("CN, theme", newest.detail());
        }
    }

    @Test
    void anUnchangedFormSavesNothingAndNotesNothing() {
        assertDone("saved", post("action", "save", "theme", "dark"));
        assertDone("saved", post("action", "save", "theme", "dark"));
        try (var reading = store.read()) {
            assertEquals(1, reading.activity(VINCENT, 9).size());
        }
    }

    @Test
    void hoursAreEnteredDayByDay() {
        var fields = new ArrayList<String>(List.of("action", "save"));
        for (int day = 1; day <= 7; day++) {
            fields.addAll(
                    List.of(
                            "working_hours-" + day + "-from",
                            day < 5 ? "08:00" : day == 5 ? "18:00" : "",
                            "working_hours-" + day + "-to",
                            day < 5 ? "16:30" : day == 5 ? "00:00" : ""));
        }
        assertDone("saved", post(fields.toArray(String[]::new)));
        assertEquals("Mon-Thu 08:00-16:30, Fri 18:00-24:00", kept().get("working_hours"));
        String page = page("/profile");
        assertTrue(
                page.contains("name=\"working_hours-5-to\" type=\"time\" value=\"00:00\""), page);
        assertTrue(page.contains("name=\"working_hours-6-to\" type=\"time\" value=\"\""), page);
        for (int i = 3; i < fields.size(); i += 2) {
            fields.set(i, i < 22 ? (i % 4 == 3 ? "09:00" : "17:00") : "");
        }
        assertDone("saved", post(fields.toArray(String[]::new)));
        assertEquals(null, kept().get("working_hours"), "the site's own are no choice");
        for (int i = 3; i < fields.size(); i += 2) {
            fields.set(i, "");
        }
        assertDone("saved", post(fields.toArray(String[]::new)));
        assertEquals("none", kept().get("working_hours"));
    }

    @Test
    void theSameFormTwiceSavesOnceAndAnOlderOneIsStaleWithWhatWasEntered() {
        String version = only(page("/profile"), "name=\"version\" value=\"([^\"]+)\"");
        assertDone("saved", post("action", "save", "version", version, "theme", "dark"));
        var late = post("action", "save", "version", version, "CN", "Late <b>Vincent</b>");
        assertEquals(409, late.status());
        assertTrue(late.body().contains("value=\"Late &lt;b>Vincent&lt;/b>\""), late.body());
        assertTrue(late.body().contains("<title>Error: Settings"), late.body());
        assertEquals(Map.of("theme", "dark"), kept());
        String now = only(late.body(), "name=\"version\" value=\"([^\"]+)\"");
        assertDone("saved", post("action", "save", "version", now, "CN", "Late Vincent"));
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndInASummaryAndAllIsKept() {
        var answer =
                post(
                        "action", "save",
                        "CN", "Kept",
                        "LANG", "tlh",
                        "deputies", "harriet\r\nhare@example.com\r\n<i>@example.com>",
                        "automatic_replies", "ask_me\r\naccept <b>\r\naccept_when_free x.example",
                        "working_hours-1-from", "09:00",
                        "working_hours-1-to", "08:00");
        assertEquals(422, answer.status());
        String page = answer.body();
        assertTrue(page.contains("<title>Error: Settings"), page);
        for (String field : List.of("LANG", "working_hours", "deputies", "automatic_replies")) {
            assertTrue(page.contains("<li><a href=\"#" + field + "\">"), field + page);
            assertTrue(page.contains("id=\"" + field + "-error\""), field + page);
        }
        assertTrue(
                page.contains("Not an email address: harriet, &lt;i&gt;@example.com&gt;")
                        || page.contains("Not an email address: harriet, &lt;i>@example.com>"),
                page);
        assertTrue(page.contains("Not a rule: accept &lt;b"), page);
        assertTrue(page.contains("name=\"CN\" type=\"text\" value=\"Kept\""), page);
        assertTrue(page.contains("hare@example.com\n"), page);
        assertTrue(
                page.contains("name=\"working_hours-1-to\" type=\"time\" value=\"08:00\""), page);
        assertEquals(Map.of(), kept());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\n\n",
                "\"><script>alert(1)</script>",
                "' onfocus='x",
                "\u202eevil",
                "\ud800",
                "💣",
                "../../etc/passwd",
                "none",
                "True\nFalse",
                "${x}"
            })
    void hostileTextsAreSavedAsTextOrRefusedAndNeverMarkup(String text) {
        for (Preference<?> preference : PersonalPreferences.ALL) {
            var answer = post("action", "save", preference.name(), text);
            // A NUL is no text of a form: the site refuses it before any page.
            assertTrue(
                    List.of(303, text.equals("\u0000") ? 400 : 422).contains(answer.status()),
                    preference.name() + ": " + answer.status());
            assertFalse(
                    ScriptTest.withoutOurs(answer.body()).contains("<script"), preference.name());
            String outsideOfFields =
                    answer.body().replaceAll("value=\"[^\"]*\"|(?s)<textarea.*?</textarea>", "");
            assertFalse(outsideOfFields.contains("\u202e"), preference.name());
        }
        for (String field :
                List.of("confirm-alias", "remove-alias", "alias", "action", "version", "code x")) {
            var answer = post("action", "ask-code", field, text, "alias", text);
            assertTrue(List.of(303, 400, 409, 422).contains(answer.status()), field);
            assertFalse(ScriptTest.withoutOurs(answer.body()).contains("<script"), field);
        }
        assertFalse(ScriptTest.withoutOurs(page("/profile")).contains("<script"));
        if (text.equals("\u0000")) {
            return;
        }
        assertFalse(ScriptTest.withoutOurs(page("/?done=" + encoded(text))).contains("<script"));
        assertFalse(
                ScriptTest.withoutOurs(page("/profile?done=" + encoded(text))).contains("<script"));
    }

    @Test
    void aLongNameAndManyDeputiesAreRefusedWithoutALoss() {
        var name = post("action", "save", "CN", "x".repeat(1001));
        assertEquals(422, name.status());
        assertTrue(name.body().contains("Enter one line of at most 1000 characters."));
        var many = new StringBuilder();
        for (int i = 0; i < 51; i++) {
            many.append("a").append(i).append("@example.com\n");
        }
        assertEquals(422, post("action", "save", "deputies", many.toString()).status());
        assertEquals(Map.of(), kept());
    }

    @Test
    void preferencesOfResourcesAreNotSetHere() {
        assertDone("saved", post("action", "save", "acl", "decline", "nonsense", "x"));
        assertEquals(Map.of(), kept());
    }

    @Test
    void aButtonThatIsNoneOfOursDoesNothing() {
        assertEquals(422, post("action", "destroy", "CN", "x").status());
        assertEquals(422, post("CN", "x").status());
        assertEquals(Map.of(), kept());
    }

    // ---- How pages follow

    @Test
    void pagesFollowTheThemeTheFirstWeekdayAndTheView() {
        assertTrue(page("/").contains("<html lang=\"en\" dir=\"ltr\">"), page("/"));
        assertDone("saved", post("action", "save", "theme", "dark", "default_view", "list"));
        assertTrue(page("/").contains("<html lang=\"en\" dir=\"ltr\" class=\"dark\">"));
        assertTrue(page("/").contains("<meta name=\"color-scheme\" content=\"dark\">"));
        assertTrue(page("/").contains("class=\"agenda"), page("/"));
        assertTrue(page("/?view=month").contains("class=\"month"), page("/?view=month"));
        assertFalse(page("/?view=month").contains("unnumbered"));
        assertDone("saved", post("action", "save", "week_numbers", "False"));
        assertTrue(page("/?view=month").contains(" unnumbered\" id=\"days\""));
        assertDone("saved", post("action", "save", "event_length", "PT30M"));
        assertTrue(
                page("/new?date=2026-12-01").contains("value=\"09:30\""),
                page("/new?date=2026-12-01"));
    }

    @Test
    void theZoneIsAskedForUntilItIsChosenWithoutAScript() {
        String page = page("/");
        assertTrue(page.contains("Is this your time zone?"), page);
        assertFalse(page("/profile").contains("Is this your time zone?"));
        String zone = only(page, "name=\"TZID\" value=\"([^\"]+)\"");
        assertEquals("Europe/Oslo", zone);
        var answer = post("action", "zone", "TZID", zone);
        assertEquals(303, answer.status());
        assertTrue(answer.head().contains("Location: /cal/\r\n"), answer.head());
        assertEquals(Map.of("TZID", "Europe/Oslo"), kept());
        assertFalse(page("/").contains("Is this your time zone?"));
    }

    // ---- Free/busy and the feed

    @Test
    void theAddressesOfPublishedFreeBusyAreSaidWhereItIsPublished() {
        assertFalse(page("/profile").contains("/freebusy/"));
        assertDone(
                "saved",
                post(
                        "action",
                        "save",
                        "freebusy_sharing",
                        "share",
                        "freebusy_publishing",
                        "publish"));
        String page = page("/profile");
        for (String address :
                List.of(
                        "/mailto%3Avincent.vole%40example.com/freebusy",
                        "/vincent.vole@example.com.ifb",
                        "/vincent.vole@example.com.vfb",
                        "/vincent.vole@example.com",
                        "?vincent.vole@example.com.ifb")) {
            assertTrue(
                    page.contains("<code>https://web.example.com/freebusy" + address + "</code>"),
                    address + page);
        }
    }

    @Test
    void aFeedHasAnAddressACodeThatCameraReadAndANewOneOnDemand() throws Exception {
        assertFalse(page("/profile").contains("class=\"qr\""));
        assertDone("saved", post("action", "save", "feed", "busy"));
        String page = page("/profile");
        String address =
                only(page, "value=\"(https://web.example.com/freebusy/feeds/[0-9a-f]{32}\\.ics)\"");
        assertEquals("webcal" + address.substring(5), decoded(page));
        assertTrue(page.contains("href=\"webcal" + address.substring(5) + "\""), page);
        assertDone("renewed", post("action", "renew-feed", "CN", "Saved, too"));
        String renewed = only(page("/profile"), "value=\"(https://[^\"]+\\.ics)\"");
        assertNotEquals(address, renewed);
        assertEquals("Saved, too", kept().get("CN"));
        assertDone("saved", post("action", "save", "feed", ""));
        assertFalse(page("/profile").contains(".ics"));
    }

    /** The dark bars of the picture as a camera would see them. */
    private static String decoded(String page) throws Exception {
        int side = Integer.parseInt(only(page, "viewbox=\"0 0 (\\d+) \\d+\""));
        int quiet = 4;
        var matrix = new BitMatrix(side - 2 * quiet);
        var bars =
                Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z")
                        .matcher(only(page, " d=\"([^\"]+)\""));
        int dark = 0;
        while (bars.find()) {
            for (int i = 0; i < Integer.parseInt(bars.group(3)); i++) {
                matrix.set(
                        Integer.parseInt(bars.group(1)) - quiet + i,
                        Integer.parseInt(bars.group(2)) - quiet);
                dark++;
            }
        }
        assertTrue(dark > 100, "dark modules");
        return new Decoder().decode(matrix, Map.<DecodeHintType, Object>of()).getText();
    }

    // ---- Aliases

    @Test
    void anAliasIsAddedByItsCodeAndRemoved() {
        assertDone(
                "code", post("action", "ask-code", "alias", "vole@example.org", "theme", "dark"));
        assertEquals(Map.of("theme", "dark"), kept(), "what else was entered is saved");
        String page = page("/profile?done=code");
        assertTrue(page.contains("Code from the email to vole@example.org"), page);
        var wrong =
                post(
                        "confirm-alias",
                        "vole@example.org",
                        "code vole@example.org",
                        "123",
                        "CN",
                        "V.");
        assertEquals(422, wrong.status());
        assertTrue(wrong.body().contains("This is not the code from the email."), wrong.body());
        assertTrue(wrong.body().contains("<a href=\"#code-1\">"), wrong.body());
        assertTrue(wrong.body().contains("value=\"V.\""), "the rest is kept");
        String code;
        try (var reading = store.read()) {
            String mail =
                    new String(reading.outbox(NOW, 1).getFirst().message(), StandardCharsets.UTF_8);
            code = only(mail, "Code: (\\d{4} \\d{4})");
        }
        assertDone(
                "added", post("confirm-alias", "vole@example.org", "code vole@example.org", code));
        assertTrue(page("/profile").contains("aria-label=\"Remove vole@example.org\""));
        assertEquals("vole@example.org", kept().get("aliases"));
        assertDone("removed", post("remove-alias", "vole@example.org"));
        assertEquals(Map.of("theme", "dark"), kept());
    }

    @Test
    void anAddressThatMayNotBeIsRefusedBesideItsField() {
        var answer = post("action", "ask-code", "alias", "calendar@example.com");
        assertEquals(422, answer.status());
        assertTrue(answer.body().contains("<a href=\"#alias\">"), answer.body());
        assertTrue(answer.body().contains("used by someone else here"), answer.body());
        assertTrue(answer.body().contains("value=\"calendar@example.com\""), answer.body());
    }
}
