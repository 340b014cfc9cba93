package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Names of zones as programs write them, by facts and not by anybody's table. */
class ZoneNamesTest {

    private static @Nullable String named(String tzid) {
        Zone zone = ZoneNames.zone(tzid);
        return zone == null ? null : zone.name();
    }

    private static void assertZone(String expected, String... tzids) {
        for (String tzid : tzids) {
            assertEquals(expected, named(tzid), tzid);
        }
    }

    @Test
    void aDisplayNameIsTheZoneOfItsFirstPlace() {
        assertZone(
                "Europe/Amsterdam", "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna");
        assertZone("Europe/Sarajevo", "(GMT+01.00) Sarajevo/Warsaw/Zagreb");
        assertZone("Europe/London", "Greenwich Mean Time; Edinburgh, London");
        assertZone("America/Mexico_City", "(UTC-06:00) Guadalajara, Mexico City, Monterrey");
        assertZone("America/New_York", "(UTC-05:00) Eastern Time (US & Canada)");
        assertZone("Asia/Yangon", "(UTC+06:30) Yangon (Rangoon)");
    }

    @Test
    void ofTwoPlacesTheOneWithTheOffsetSaidIsMeant() {
        assertZone("America/Mazatlan", "(UTC-07:00) La Paz, Mazatlan");
        assertZone("America/La_Paz", "(UTC-04:00) La Paz, Manaus, San Juan");
    }

    @Test
    void anOffsetThatNoPlaceHasIsForgotten() {
        assertZone("Asia/Tokyo", "(GMT+01.00) Osaka, Sapporo, Tokyo");
    }

    @Test
    void aBracketAloneOrBeforeUnknownPlacesIsItsOffset() {
        assertZone("UTC+01:00", "(UTC+01:00)", "(GMT+01.00) Atlantis", "UTC+1:00", "gmt +01:00");
        assertZone("UTC-11:00", "(UTC-11:00) Coordinated Universal Time-11");
        assertZone("UTC", "(UTC) Coordinated Universal Time");
    }

    @Test
    void quotesEscapesControlCharactersAndNumbersDoNotMatter() {
        assertZone(
                "Europe/Berlin",
                "\"Europe/Berlin\"",
                "'europe/berlin'",
                "Europe/Berlin\u0000",
                "\u200eEurope/Berlin 1",
                "Europe-Berlin",
                "W. Europe Standard Time",
                "W.\u00a0Europe  standard time 3",
                "W. Europe Daylight Time",
                "/example.org/20260101_1/Europe/Berlin");
        assertZone("Europe/Brussels", "Brussels\\, Copenhagen\\, Madrid\\, Paris");
    }

    @Test
    void windowsSpeaksOtherLanguagesToo() {
        assertZone(
                "Europe/Berlin",
                "Mitteleuropäische Zeit",
                "West-Europa (standaardtijd)",
                "Västeuropa, normaltid");
        assertZone("Europe/Amsterdam", "(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien");
        assertZone(
                "Europe/Brussels",
                "Brüssel, Kopenhagen, Madrid, Paris",
                "Bruxelles, Copenhague, Madrid, Paris");
        assertZone("Asia/Tokyo", "東京 (標準時)");
        assertZone("Asia/Seoul", "대한민국 표준시");
        assertZone("America/Sao_Paulo", "Brasília");
    }

    @Test
    void outlooksUtcIsUtc() {
        assertZone("UTC", "tzone://Microsoft/Utc");
    }

    @Test
    void oldNamesThatTheJdkLeavesOutAreKnown() {
        assertZone("-05:00", "EST");
        assertZone("-07:00", "MST");
        assertZone("-10:00", "HST");
        assertZone("Asia/Taipei", "ROC");
        assertZone("UTC", "Factory");
    }

    @Test
    void whatNamesNoZoneIsNone() {
        for (String none :
                List.of(
                        "",
                        " ",
                        "\"\"",
                        "Customized Time Zone",
                        "Customized Time Zone 1",
                        "tzone://Microsoft/Custom",
                        "Nowhere",
                        "GMT +0100 (Standard) / GMT +0200 (Daylight)",
                        "(",
                        ")",
                        ",,,",
                        "Berlin".repeat(100),
                        "(((((((((UTC")) {
            assertNull(named(none), none);
        }
    }
}
