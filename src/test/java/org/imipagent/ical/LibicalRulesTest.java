package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.Zones;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The rules of libical: every block gives the times it says. */
@Tag("outside")
@EnabledIfSystemProperty(named = "imip.suites", matches = ".+")
class LibicalRulesTest {

    /** libical itself says of this one that it is not implemented, and gives no times. */
    private static final String NO_TIMES = "*** UNIMPLEMENTED";

    @Test
    void everyBlockGivesTheTimesItSays() throws IOException {
        Path file =
                Path.of(System.getProperty("imip.suites"), "recurrence/libical/icalrecur_test.txt");
        int agree = 0;
        int without = 0;
        var differ = new ArrayList<String>();
        String rule = "";
        String start = "";
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("RRULE:")) {
                rule = line.substring(6);
            } else if (line.startsWith("DTSTART:")) {
                start = line.substring(8).strip();
            } else if (line.startsWith("INSTANCES:")) {
                String said = line.substring(10).strip();
                if (said.startsWith(NO_TIMES)) {
                    without++;
                    continue;
                }
                String found = found(rule, start, said.split(",", -1).length, said);
                if (found.equals(said)) {
                    agree++;
                } else {
                    differ.add(
                            rule + " from " + start + "\n  said  " + said + "\n  found " + found);
                }
            }
        }
        System.out.println(
                "recurrence/libical: agree "
                        + agree
                        + ", no times said "
                        + without
                        + ", differ "
                        + differ.size());
        assertEquals(List.of(), differ);
    }

    private static String found(String rule, String start, int most, String said) {
        try {
            var first = Objects.requireNonNull(Times.read(start, null, Zones.NONE));
            boolean day = first.isDay();
            Rule read = Rule.read(rule);
            if (day) {
                read = read.withoutTimesOfDay();
            }
            var until = read.until();
            var last =
                    until == null
                            ? null
                            : until.isDay() ? until.wall().plusDays(1).minusNanos(1) : until.wall();
            var series = new Series(read, first.wall(), last, false, new Steps(400_000));
            var times = new ArrayList<String>();
            for (LocalDateTime t = series.next();
                    t != null && times.size() < most;
                    t = series.next()) {
                times.add(
                        day
                                ? Times.date(t.toLocalDate())
                                : Times.dateTime(t) + (start.endsWith("Z") ? "Z" : ""));
            }
            return String.join(",", times);
        } catch (IllegalArgumentException wrong) {
            return said.startsWith("***") ? said : "refused: " + wrong.getMessage();
        }
    }
}
