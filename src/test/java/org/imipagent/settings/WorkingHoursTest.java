package org.imipagent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingHoursTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon-Fri 09:00-17:00 | Mon-Fri 09:00-17:00",
                "Mon-Thu 09:00-17:00, Fri 09:00-15:00 | Mon-Thu 09:00-17:00, Fri 09:00-15:00",
                "monday-fri 9-17 | Mon-Fri 09:00-17:00",
                "FRI 8:30 - 24:00 | Fri 08:30-24:00",
                "Sun-Thu 08:00-16:00 | Mon-Thu 08:00-16:00, Sun 08:00-16:00",
                "Tue 00:00-00:01 | Tue 00:00-00:01",
                "none | none",
                "None | none",
            })
    void hoursAreReadAndWrittenInOneForm(String text, String written) {
        var hours = read(text);
        assertEquals(written, hours.text());
        assertEquals(hours, read(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mon",
                "Mon-Fri",
                "09:00-17:00",
                "Mo 09:00-17:00",
                "Mondays 09:00-17:00",
                "Mon 17:00-09:00",
                "Mon 09:00-09:00",
                "Mon 09:00-24:01",
                "Mon 09:60-17:00",
                "Mon 09:0-17:00",
                "Mon 9-17, Mon 18-20",
                "Mon-Wed 9-17, Tue 9-17",
                "Mon 9-17,",
                "Mon 9--17",
                "Mon ٩-١٧",
                "none, Mon 9-17",
            })
    void whatIsNoHoursIsToldWhatWouldBe(String text) {
        var bad = assertInstanceOf(Checked.Bad.class, WorkingHours.parse(text));
        assertTrue(bad.reason().startsWith("must be hours such as Mon-Thu 09:00-17:00"));
    }

    @Test
    void eachDayHasItsOwnHours() {
        var hours = read("Mon-Thu 09:00-17:30, Fri 09:00-15:00");
        assertEquals(new WorkingHours.Span(540, 1050), hours.on(DayOfWeek.MONDAY));
        assertEquals(new WorkingHours.Span(540, 900), hours.on(DayOfWeek.FRIDAY));
        assertNull(hours.on(DayOfWeek.SATURDAY));
    }

    @Test
    void theSiteSaysWhenPeopleWorkWhoDidNotChoose() {
        var site = Settings.defaults();
        assertEquals("Mon-Fri 09:00-17:00", standard(site));
        assertEquals(
                "Sat 08:00-16:00",
                standard(site.with(SiteSettings.WORKING_HOURS_DEFAULT, read("sat 8-16"))));
        assertEquals(
                WorkingHours.NONE,
                Preferences.of(site, Map.of("working_hours", "none"))
                        .value(PersonalPreferences.WORKING_HOURS));
    }

    @Test
    void aWeekBeginsAsInTheLanguageOrAsChosen() {
        assertEquals(6, FirstWeekday.LANGUAGE.number(6));
        assertEquals(1, FirstWeekday.MONDAY.number(6));
        assertEquals(7, FirstWeekday.SUNDAY.number(1));
    }

    private static String standard(Settings site) {
        return Preferences.of(site, Map.of()).value(PersonalPreferences.WORKING_HOURS).text();
    }

    private static WorkingHours read(String text) {
        return switch (WorkingHours.parse(text)) {
            case Checked.Good<WorkingHours>(var hours) -> hours;
            case Checked.Bad<WorkingHours>(var reason) -> throw new AssertionError(reason);
        };
    }
}
