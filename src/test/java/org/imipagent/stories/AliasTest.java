package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.imipagent.agent.IdempotencyKey;
import org.imipagent.agent.Installation;
import org.imipagent.agent.ProfileAction;
import org.imipagent.agent.ProfileHandler;
import org.imipagent.agent.ProfileHandler.Outcome;
import org.imipagent.agent.ProfileHandler.Reason;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address is a person's only where a code that was mailed to it comes back. */
class AliasTest {

    private static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");
    private static final CalendarAddress HARRIET = new CalendarAddress("harriet.hare@example.com");
    private static final String ALIAS = "vole@example.org";
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00.5Z");
    private static final Pattern CODE = Pattern.compile("Code: (\\d{4} \\d{4})");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteStore store;

    @SuppressWarnings("NullAway.Init")
    private Installation site;

    private Instant now = NOW;
    private int forms;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("store"));
        site =
                new Installation(
                        Settings.defaults()
                                .with(SiteSettings.PUBLISH_DIR, folder.resolve("published")),
                        store,
                        Zone.UTC,
                        "host.example.com");
        store.change(writing -> writing.add(HARRIET, NOW));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Outcome act(CalendarAddress user, ProfileAction.Step step) {
        return new ProfileHandler(site)
                .act(
                        user,
                        new ProfileAction(Map.of(), step),
                        "",
                        IdempotencyKey.of("form " + ++forms),
                        now);
    }

    private Outcome ask(CalendarAddress user, String address) {
        return act(user, new ProfileAction.AskForCode(address));
    }

    private Outcome prove(CalendarAddress user, String address, String code) {
        return act(user, new ProfileAction.ProveAlias(address, code));
    }

    private void later(Duration by) {
        now = now.plus(by);
    }

    private static void assertDone(Outcome outcome) {
        assertInstanceOf(Outcome.Done.class, outcome);
    }

    private static void assertRefused(Reason reason, Outcome outcome) {
        assertEquals(
                reason,
                assertInstanceOf(Outcome.Refused.class, outcome, String.valueOf(outcome)).reason());
    }

    /** What was mailed, newest last. */
    private List<String> mails() {
        try (var reading = store.read()) {
            return reading.outbox(now.plus(Duration.ofDays(1)), 100).stream()
                    .map(
                            mail ->
                                    String.join(" ", mail.recipients())
                                            + "\n"
                                            + new String(mail.message(), StandardCharsets.UTF_8)
                                                    .replace("=\r\n", "")
                                                    .replace("=2E", "."))
                    .toList();
        }
    }

    private String code() {
        var code = CODE.matcher(mails().getLast());
        assertTrue(code.find(), mails().getLast());
        return code.group(1);
    }

    private static String other(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }

    private List<CalendarAddress> aliases(CalendarAddress user) {
        try (var reading = store.read()) {
            return site.participant(reading, user).person().aliases();
        }
    }

    @Test
    void theCodeGoesToTheAddressAloneAndMakesItThePersons() {
        assertDone(ask(VINCENT, " Vole@Example.org "));
        assertEquals(1, mails().size());
        String mail = mails().getFirst();
        assertEquals(ALIAS, mail.lines().findFirst().orElse(""));
        assertTrue(mail.contains("vincent.vole@example.com wants to add"), mail);
        assertEquals(List.of(), aliases(VINCENT), "not before the code");
        assertDone(prove(VINCENT, ALIAS, code()));
        assertEquals(List.of(new CalendarAddress(ALIAS)), aliases(VINCENT));
        assertRefused(Reason.NO_CODE, prove(VINCENT, ALIAS, code()));
        try (var reading = store.read()) {
            assertEquals(VINCENT, reading.owner(new CalendarAddress(ALIAS)));
            assertEquals(
                    List.of("alias-added", "alias-asked"),
                    reading.activity(VINCENT, 9).stream().map(a -> a.verdict().word()).toList());
        }
        assertDone(act(VINCENT, new ProfileAction.DropAlias(ALIAS)));
        assertEquals(List.of(), aliases(VINCENT));
    }

    @Test
    void aCodeIsEnteredAsPeopleWriteIt() {
        assertDone(ask(VINCENT, ALIAS));
        var arabic = new StringBuilder(" ");
        for (char digit : code().replace(' ', '-').toCharArray()) {
            arabic.append(digit == '-' ? digit : (char) ('\u0660' + (digit - '0')));
        }
        assertDone(prove(VINCENT, ALIAS, arabic.toString()));
    }

    @Test
    void aCodeIsOnePersonsAndOneAddresses() {
        assertDone(ask(VINCENT, ALIAS));
        String code = code();
        assertRefused(Reason.NO_CODE, prove(HARRIET, ALIAS, code));
        assertRefused(Reason.NO_CODE, prove(VINCENT, "other@example.org", code));
        assertDone(ask(HARRIET, ALIAS));
        assertRefused(Reason.WRONG_CODE, prove(HARRIET, ALIAS, code));
        assertDone(ask(VINCENT, "other@example.org"));
        assertRefused(Reason.WRONG_CODE, prove(VINCENT, "other@example.org", code));
        assertDone(prove(VINCENT, ALIAS, code));
        assertEquals(List.of(), aliases(HARRIET));
    }

    @Test
    void fiveWrongCodesEndIt() {
        assertDone(ask(VINCENT, ALIAS));
        String code = code();
        for (int i = 0; i < 4; i++) {
            assertRefused(Reason.WRONG_CODE, prove(VINCENT, ALIAS, other(code)));
        }
        assertRefused(Reason.NO_CODE, prove(VINCENT, ALIAS, other(code)));
        assertRefused(Reason.NO_CODE, prove(VINCENT, ALIAS, code));
        later(Duration.ofMinutes(2));
        assertDone(ask(VINCENT, ALIAS));
        assertNotEquals(code, code());
        assertRefused(Reason.WRONG_CODE, prove(VINCENT, ALIAS, code));
        assertDone(prove(VINCENT, ALIAS, code()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1234567", "123456789", "12345678 ", "%", "\u0000"})
    void whatIsNoCodeCountsAsAWrongOne(String entered) {
        assertDone(ask(VINCENT, ALIAS));
        if (!entered.strip().equals(code().replace(" ", ""))) {
            assertRefused(Reason.WRONG_CODE, prove(VINCENT, ALIAS, entered));
        }
    }

    @Test
    void aCodeHoldsForTwoHours() {
        assertDone(ask(VINCENT, ALIAS));
        later(Duration.ofHours(2));
        assertRefused(Reason.NO_CODE, prove(VINCENT, ALIAS, code()));
    }

    @Test
    void onlyTheNewestCodeOfAnAddressIsGood() {
        assertDone(ask(VINCENT, ALIAS));
        String first = code();
        later(Duration.ofMinutes(5));
        assertDone(ask(VINCENT, ALIAS));
        assertRefused(Reason.WRONG_CODE, prove(VINCENT, ALIAS, first));
        assertDone(prove(VINCENT, ALIAS, code()));
    }

    @Test
    void nobodyIsMailedMoreThanThreeCodesADayWhoeverAsksAndWhateverTheDetail() {
        assertDone(ask(VINCENT, ALIAS));
        assertRefused(Reason.TOO_MANY_CODES, ask(VINCENT, ALIAS));
        assertRefused(Reason.TOO_MANY_CODES, ask(VINCENT, "vole+1@example.org"));
        assertDone(ask(HARRIET, "vole+2@example.org"));
        later(Duration.ofHours(1));
        assertDone(ask(VINCENT, "VOLE+3@example.org"));
        later(Duration.ofHours(20));
        assertRefused(Reason.TOO_MANY_CODES, ask(VINCENT, ALIAS));
        assertRefused(Reason.TOO_MANY_CODES, ask(HARRIET, ALIAS));
        assertEquals(3, mails().size());
        later(Duration.ofHours(5));
        assertDone(ask(HARRIET, ALIAS));
    }

    @Test
    void nobodyMailsMoreThanFiveCodesADay() {
        for (int i = 0; i < 5; i++) {
            assertDone(ask(VINCENT, "victim" + i + "@example.org"));
        }
        assertRefused(Reason.TOO_MANY_CODES, ask(VINCENT, "victim5@example.org"));
        assertEquals(5, mails().size());
        assertDone(ask(HARRIET, "victim5@example.org"));
    }

    @Test
    void theMailHasNoWordsOfThePersonsChoice() {
        store.change(
                VINCENT,
                writing -> {
                    writing.add(VINCENT, NOW);
                    writing.prefer(VINCENT, "CN", "Buy pills at evil.example");
                });
        assertDone(ask(VINCENT, ALIAS));
        assertTrue(!mails().getFirst().contains("pills"), mails().getFirst());
    }

    @Test
    void thePersonsOwnAddressAndTheAgentsAreRefusedAndNothingMailed() {
        for (String taken : List.of("calendar@example.com", "calendar+1@example.com")) {
            assertRefused(Reason.TAKEN, ask(VINCENT, taken));
        }
        for (String own : List.of("vincent.vole@example.com", "Vincent.Vole+a@example.com")) {
            assertRefused(Reason.OWN_ADDRESS, ask(VINCENT, own));
        }
        assertEquals(List.of(), mails());
    }

    /** Only who reads the mail of an address is told whether it is somebody's here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "harriet.hare@example.com",
                "HARRIET.hare+x@example.com",
                "hare@example.org"
            })
    void theAddressOfSomebodyElseHereIsAskedAsAnyOtherAndRefusedByItsCode(String taken) {
        store.change(HARRIET, writing -> writing.prefer(HARRIET, "aliases", "hare@example.org"));
        assertDone(ask(VINCENT, "first@example.org"));
        long statements = statementsOfAsking("nobody" + taken.substring(taken.indexOf('e')));
        assertEquals(statements, statementsOfAsking(taken));
        assertRefused(Reason.TAKEN, prove(VINCENT, taken, code()));
        assertEquals(List.of(), aliases(VINCENT));
    }

    private long statementsOfAsking(String address) {
        long before = store.statements();
        assertDone(ask(VINCENT, address));
        return store.statements() - before;
    }

    /** Two ask for the same address, which both can read; the first has it. */
    @Test
    void anAddressThatBecameAnothersMeanwhileIsRefused() {
        assertDone(ask(VINCENT, ALIAS));
        String code = code();
        assertDone(ask(HARRIET, ALIAS));
        assertDone(prove(HARRIET, ALIAS, code()));
        assertRefused(Reason.TAKEN, prove(VINCENT, ALIAS, code));
        assertEquals(List.of(), aliases(VINCENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vole",
                "a@b@c",
                "a@example.org,b@example.org",
                "a@example.org\nb@example.org",
                "Vole <vole@example.org>",
                "mailto:",
                "vole@example.org\r\nBcc: x@example.org",
                "vole @example.org"
            })
    void whatIsNotOneAddressIsRefused(String text) {
        assertRefused(Reason.NO_ADDRESS, ask(VINCENT, text));
        assertEquals(List.of(), mails());
    }

    @Test
    void aliasesAreNotSetAsAPreference() {
        var action = new ProfileAction(Map.of("aliases", ALIAS, "LANG", "nb"), null);
        var outcome =
                new ProfileHandler(site).act(VINCENT, action, "", IdempotencyKey.of("x"), now);
        assertRefused(Reason.NO_VALUE, outcome);
        assertEquals(List.of(), aliases(VINCENT));
    }

    @Test
    void theSameFormAgainMailsNothingMore() {
        var asking = new ProfileAction(Map.of(), new ProfileAction.AskForCode(ALIAS));
        var form = new IdempotencyKey("form", "content");
        assertDone(new ProfileHandler(site).act(VINCENT, asking, "", form, now));
        assertDone(new ProfileHandler(site).act(VINCENT, asking, "", form, now));
        assertEquals(1, mails().size());
        assertInstanceOf(
                Outcome.Stale.class,
                new ProfileHandler(site)
                        .act(VINCENT, asking, "", new IdempotencyKey("form", "other"), now));
    }

    @Test
    void aFormOfOtherPreferencesIsStaleAndOneThatDoesNotMindIsNot() {
        var handler = new ProfileHandler(site);
        var german = new ProfileAction(Map.of("LANG", "de"), null);
        var sami = new ProfileAction(Map.of("CN", "Vincent"), null);
        String before = ProfileHandler.version(Map.of());
        assertDone(handler.act(VINCENT, german, before, IdempotencyKey.of("1"), now));
        assertInstanceOf(
                Outcome.Stale.class,
                handler.act(VINCENT, sami, before, IdempotencyKey.of("2"), now));
        assertDone(handler.act(VINCENT, sami, "", IdempotencyKey.of("3"), now));
        try (var reading = store.read()) {
            assertEquals(Map.of("LANG", "de", "CN", "Vincent"), reading.preferences(VINCENT));
        }
    }
}
