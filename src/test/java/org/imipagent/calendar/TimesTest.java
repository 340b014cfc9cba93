package org.imipagent.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.imipagent.freebusy.VFreeBusy;
import org.junit.jupiter.api.Test;

/** Times and durations at the edge of what there is. */
class TimesTest {

    private static final Zone NEW_YORK = Zone.of(ZoneId.of("America/New_York"));
    private static final Zone TOKYO = Zone.of(ZoneId.of("Asia/Tokyo"));
    private static final Zones ZONES = new Zones(Map.of("NY", NEW_YORK, "T", TOKYO), Map.of());

    @Test
    void aDurationIsNoLongerThanThereAreYears() {
        assertNull(Times.duration("PT" + "1000000000H".repeat(9_000)));
        assertNull(Times.duration("PT1000000000H"));
        assertNull(Times.duration("P4000000DT1S"));
        assertNull(Times.duration("P571429W"));
        assertNotNull(Times.duration("P4000000D"));
        assertNotNull(Times.duration("PT1000000000S"));
    }

    @Test
    void aWindowOfFreeBusyIsReadWhateverItsDuration() {
        var request =
                new Component(
                        "VFREEBUSY",
                        List.of(
                                Property.of("DTSTART", "20261101T000000Z"),
                                Property.of("DURATION", "PT" + "1000000000H".repeat(9_000)),
                                Property.of(
                                        "FREEBUSY",
                                        "20261101T000000Z/PT" + "1000000000H".repeat(9_000))),
                        List.of());
        var freeBusy = new VFreeBusy(request, Zones.NONE);
        assertNull(freeBusy.window());
        assertEquals(List.of(), freeBusy.periods());
    }

    private static VEvent occurrence(String id, String tzid) {
        return new VEvent(
                new Component(
                        "VEVENT",
                        List.of(
                                Property.of("UID", "1"),
                                Property.of("RECURRENCE-ID", id).with("TZID", tzid)),
                        List.of()),
                ZONES);
    }

    @Test
    void anOccurrenceIsNamedByATimeThatCanBeWritten() {
        assertThrows(IllegalArgumentException.class, () -> occurrence("99991231T230000", "NY"));
        assertThrows(IllegalArgumentException.class, () -> occurrence("00000101T000000", "T"));
        var last = occurrence("99991231T120000", "NY").recurrenceId();
        assertNotNull(last);
        assertEquals(Instant.parse("9999-12-31T17:00:00Z"), last.instant(Zone.UTC));
    }

    @Test
    void theEndOfTheDayIsMidnightOfTheNext() {
        assertEquals(
                Instant.parse("2027-01-01T00:00:00Z"), time("20261231T240000Z").instant(Zone.UTC));
        assertNull(Times.read("20261231T240001", null, ZONES));
        assertNull(Times.read("20261231T241000", null, ZONES));
        assertNull(Times.read("99991231T240000", null, ZONES));
        assertEquals(
                Instant.parse("2026-12-31T15:00:00Z"),
                java.util.Objects.requireNonNull(Times.read("20261231T240000", "T", ZONES))
                        .instant(Zone.UTC));
    }

    private static CalendarTime time(String text) {
        return java.util.Objects.requireNonNull(Times.read(text, null, ZONES));
    }
}
