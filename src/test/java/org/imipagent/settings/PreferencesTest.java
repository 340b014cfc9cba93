package org.imipagent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imipagent.calendar.Zone;
import org.imipagent.cgi.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    private static final Settings SITE = Settings.defaults();

    @Test
    void whoChoseNothingHasTheDefaultsOfTheSite() {
        var site =
                SITE.with(SiteSettings.SHARING_DEFAULT, true)
                        .with(SiteSettings.INCOMING_DEFAULT, Incoming.MESSAGE_ONLY)
                        .with(SiteSettings.TZID, Zone.of(ZoneId.of("Europe/Oslo")))
                        .with(SiteSettings.FREEBUSY_OFFER_DEFAULT, Duration.ofDays(1));
        var preferences = Preferences.of(site, Map.of());
        assertTrue(preferences.value(PersonalPreferences.FREEBUSY_SHARING));
        assertFalse(preferences.value(PersonalPreferences.FREEBUSY_PUBLISHING));
        assertEquals(Incoming.MESSAGE_ONLY, preferences.value(PersonalPreferences.INCOMING));
        assertEquals(
                Zone.of(ZoneId.of("Europe/Oslo")), preferences.value(PersonalPreferences.TZID));
        assertEquals(Duration.ofDays(1), preferences.value(PersonalPreferences.FREEBUSY_OFFERS));
        assertNull(preferences.value(PersonalPreferences.CN));
        assertEquals(
                List.of("schedule_in_freebusy"),
                preferences.value(PersonalPreferences.SCHEDULING_FUNCTION));
        assertEquals("P1D", preferences.standardText(PersonalPreferences.FREEBUSY_OFFERS));
        assertEquals("share", preferences.standardText(PersonalPreferences.FREEBUSY_SHARING));
        assertEquals("", preferences.standardText(PersonalPreferences.CN));
    }

    @Test
    void whatAPersonChoseHolds() {
        var preferences =
                Preferences.of(
                        SITE,
                        Map.of(
                                "CN", "Vincent Vole",
                                "LANG", "nb",
                                "TZID", "America/New_York",
                                "freebusy_sharing", "share",
                                "incoming", "summary-only",
                                "freebusy_offers", "PT10M",
                                "acl", "decline\n\naccept organiser mailto:boss@example.com\n",
                                "scheduling_function", "same_domain_only\nschedule_in_freebusy 5"));
        assertEquals("Vincent Vole", preferences.value(PersonalPreferences.CN));
        assertEquals("nb", preferences.value(PersonalPreferences.LANG));
        assertEquals(Zone.of(ZoneId.of("America/New_York")), preferences.zone(Zone.UTC));
        assertTrue(preferences.value(PersonalPreferences.FREEBUSY_SHARING));
        assertEquals(Incoming.SUMMARY_ONLY, preferences.value(PersonalPreferences.INCOMING));
        assertEquals(
                Duration.ofMinutes(10), preferences.value(PersonalPreferences.FREEBUSY_OFFERS));
        assertEquals(
                List.of("decline", "accept organiser mailto:boss@example.com"),
                preferences.value(PersonalPreferences.ACL));
        assertEquals(
                List.of("same_domain_only", "schedule_in_freebusy 5"),
                preferences.value(PersonalPreferences.SCHEDULING_FUNCTION));
        assertEquals(List.of(), preferences.problems());
    }

    @Test
    void withoutAZoneOfPersonOrSiteThatOfTheMachineHolds() {
        assertEquals(
                Zone.of(ZoneId.of("Asia/Tokyo")),
                Preferences.of(SITE, Map.of()).zone(Zone.of(ZoneId.of("Asia/Tokyo"))));
    }

    @Test
    void aPersonMayHaveNoneOfWhatTheSiteGives() {
        var site = SITE.with(SiteSettings.FREEBUSY_OFFER_DEFAULT, Duration.ofDays(1));
        assertNull(
                Preferences.of(site, Map.of("freebusy_offers", "none"))
                        .value(PersonalPreferences.FREEBUSY_OFFERS));
        assertEquals(
                Duration.ofDays(1),
                Preferences.of(site, Map.of("freebusy_offers", ""))
                        .value(PersonalPreferences.FREEBUSY_OFFERS));
    }

    @Test
    void aKeptTextThatIsNoValueCountsAsNoChoiceAndIsTold() {
        var preferences =
                Preferences.of(SITE, Map.of("TZID", "Mars/Base", "incoming", "?", "nonsense", "1"));
        assertNull(preferences.value(PersonalPreferences.TZID));
        assertEquals(
                Incoming.SUMMARY_WRAPS_MESSAGE, preferences.value(PersonalPreferences.INCOMING));
        assertEquals(3, preferences.problems().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TZID | Europe/Olso | TZID must be a time zone such as Europe/Oslo, not 'Europe/Olso': did you mean Europe/Oslo?",
                "participating | maybe | participating must be one of no, participate, not 'maybe'",
                "freebusy_ofers | PT1H | unknown preference freebusy_ofers: did you mean freebusy_offers?",
                "freebusy_offers | PT | freebusy_offers must be a duration such as PT10M (ten minutes) or P1D (one day), not 'PT'",
                "acl | allow all | acl, line 1: must start with accept, decline or reject, not 'allow'",
                "acl | accept friend x | acl, line 1: must be like: accept organiser ADDRESS, or: "
                        + "accept attendee ADDRESS",
                "scheduling_function | schedule_in_freebuzy | scheduling_function, line 1: unknown scheduling "
                        + "function 'schedule_in_freebuzy': did you mean schedule_in_freebusy?",
                "permitted_times | 0,75 | permitted_times must be minutes such as 0,15,30,45, or hours and minutes such as "
                        + "10,12,14:0,30; not '0,75'",
            })
    void aWrongChoiceIsToldWhatWouldBeRight(String name, String text, String problem) {
        assertEquals(problem, PersonalPreferences.problem(name, text));
    }

    @Test
    void controlsAndLongTextsAreNoNames() {
        assertNotNull(PersonalPreferences.problem("CN", "a\nb"));
        assertNotNull(PersonalPreferences.problem("CN", "a".repeat(1001)));
        assertNotNull(PersonalPreferences.problem("acl", "accept\n".repeat(501)));
        assertNull(PersonalPreferences.problem("CN", "Bjørn Å. 😀"));
    }

    @Test
    void everyPreferenceOfTheModelIsThere() {
        var model =
                List.of(
                        "CN",
                        "LANG",
                        "TZID",
                        "acl",
                        "add_method_response",
                        "event_refreshing",
                        "freebusy_bundling",
                        "freebusy_messages",
                        "freebusy_offers",
                        "freebusy_publishing",
                        "freebusy_sharing",
                        "incoming",
                        "organiser_replacement",
                        "participating",
                        "permitted_times",
                        "scheduling_function");
        model.forEach(name -> assertNotNull(PersonalPreferences.named(name), name));
        assertEquals(model.size() + 23, PersonalPreferences.ALL.size());
        assertNull(PersonalPreferences.named("x"));
    }

    @ParameterizedTest
    @CsvSource({
        "PT10M, 600",
        "P1D, 86400",
        "P1W, 604800",
        "PT1H, 3600",
        "P1DT2H3M4S, 93784",
        "PT1H0M10S, 3610",
        "PT90M, 5400"
    })
    void durationsAreThoseOfICalendar(String text, long seconds) {
        var duration = Objects.requireNonNull(Durations.parse(text));
        assertEquals(seconds, duration.toSeconds());
        assertEquals(duration, Durations.parse(Durations.write(duration)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "PD",
                "P1",
                "1D",
                "-P1D",
                "P1H",
                "PT1D",
                "P1WT1H",
                "P1W1D",
                "PT1M1H",
                "P1DT",
                "PT0S",
                "P1D1D",
                "PT1.5H",
                "P99999999999999999999D",
                "P1Y",
                "PTT1H",
                "p1d",
                "P1D ",
                "P٣D"
            })
    void whatIsNoDurationIsNone(String text) {
        assertNull(Durations.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,15,30,45 | 09:15 | true", "0,15,30,45 | 09:20 | false",
                        "0,15,30,45 | 09:15:01 | false",
                "10,12:0,20,40 | 12:40 | true", "10,12:0,20,40 | 11:40 | false",
                        "12::0,30 | 12:07:30 | true",
                "12::0,30 | 12:07:15 | false", ":: | 03:04:05 | true",
            })
    void permittedTimesAreAGrid(String text, String time, boolean allowed) {
        switch (PermittedTimes.parse(text)) {
            case Checked.Good<PermittedTimes>(var times) ->
                    assertEquals(allowed, times.allow(LocalTime.parse(time)));
            case Checked.Bad<PermittedTimes>(var reason) -> throw new AssertionError(reason);
        }
    }

    @Test
    void linksInMessagesAreGovernedByFourSettings() {
        assertEquals("https://host.example.com/imip-manager/event/x", link(SITE, "x"));
        assertEquals(
                "http://host.example.com/imip-manager/event/x",
                link(SITE.with(SiteSettings.MANAGER_URL_SCHEME, "http://"), "x"));
        assertEquals(
                "https://web.example.com/calendar/event/x",
                link(
                        SITE.with(SiteSettings.MANAGER_URL, "https://web.example.com")
                                .with(SiteSettings.MANAGER_PATH, "/calendar/"),
                        "x"));
        assertNull(
                ManagerAddress.of(
                        SITE.with(SiteSettings.MANAGER_INTERFACE, false), "host.example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event1@example.com",
                "a/b",
                "..",
                ".",
                "",
                "~",
                "100%",
                "a b+c",
                "😀 Ærlig",
                "a?b#c&d=e",
                "\\x",
                "a\tb",
                "İı",
                "{1-2}"
            })
    void linksInMessagesAreThoseOfTheSite(String uid) {
        var links = new Links("https://host.example.com/imip-manager");
        var manager = Objects.requireNonNull(ManagerAddress.of(SITE, "host.example.com"));
        assertEquals(links.to("event", uid), manager.event(uid));
        assertEquals(
                links.to("event", uid, "20260105T090000Z"), manager.event(uid, "20260105T090000Z"));
    }

    private static String link(Settings settings, String uid) {
        return Objects.requireNonNull(ManagerAddress.of(settings, "host.example.com")).event(uid);
    }
}
