package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Recur;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.RecurrenceRule;
import org.imipagent.recurrence.Series;
import org.imipagent.recurrence.Steps;
import org.junit.jupiter.api.Test;

/** ical4j as a second opinion: on the rules that it follows rightly, and on what we write. */
class Ical4jAgreesTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 9, 0);
    private static final LocalDateTime END = LocalDateTime.of(2031, 1, 1, 0, 0);

    private final Random random = new Random(4);

    @Test
    void onPlainRules() {
        var differ = new ArrayList<String>();
        for (int i = 0; i < 1500; i++) {
            String rule = rule();
            var theirs = new Recur<LocalDateTime>(rule).getDates(START, START, END);
            var ours = ours(rule);
            if (!theirs.equals(ours)) {
                var more = new ArrayList<>(theirs);
                more.removeAll(ours);
                var less = new ArrayList<>(ours);
                less.removeAll(theirs);
                differ.add(
                        rule
                                + " ical4j adds "
                                + more.stream().limit(3).toList()
                                + " lacks "
                                + less.stream().limit(3).toList());
            }
        }
        assertEquals("", String.join("\n", differ));
    }

    private static List<LocalDateTime> ours(String rule) {
        RecurrenceRule read = RecurrenceRule.read(rule);
        var until = read.until();
        var series =
                new Series(
                        read,
                        START,
                        until == null ? null : until.wall(),
                        false,
                        new Steps(100_000));
        var times = new ArrayList<LocalDateTime>();
        for (LocalDateTime t = series.next(); t != null && !t.isAfter(END); t = series.next()) {
            times.add(t);
        }
        return times;
    }

    private String rule() {
        String frequency = one("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
        var rule = new StringBuilder("FREQ=").append(frequency).append(";WKST=MO");
        if (random.nextBoolean()) {
            rule.append(";INTERVAL=").append(1 + random.nextInt(4));
        }
        switch (random.nextInt(3)) {
            case 0 -> rule.append(";COUNT=").append(1 + random.nextInt(30));
            case 1 ->
                    rule.append(";UNTIL=2028")
                            .append(one("0101", "0731", "1130"))
                            .append("T090000");
            default -> {}
        }
        // By week and month ical4j gives days of the month after too, such as 2028-02-02 for
        // January.
        if (!frequency.equals("WEEKLY") && random.nextBoolean()) {
            rule.append(";BYMONTH=").append(one("1", "2,3", "6,11,12"));
        }
        switch (frequency) {
            case "WEEKLY" -> rule.append(one("", ";BYDAY=MO", ";BYDAY=TU,SU", ";BYDAY=MO,WE,FR"));
            case "MONTHLY" ->
                    rule.append(
                            one(
                                    "",
                                    ";BYDAY=1MO",
                                    ";BYDAY=-1FR",
                                    ";BYDAY=TU,TH",
                                    ";BYMONTHDAY=31",
                                    ";BYMONTHDAY=-1,15",
                                    ";BYDAY=FR;BYMONTHDAY=13"));
            case "YEARLY" -> rule.append(one("", ";BYMONTHDAY=5,29"));
            default -> rule.append(one("", ";BYDAY=MO,SA"));
        }
        if (random.nextInt(3) == 0) {
            rule.append(";BYHOUR=").append(one("8", "9,17"));
        }
        return rule.toString();
    }

    private String one(String... list) {
        return list[random.nextInt(list.length)];
    }

    @Test
    void onTheTextThatWeWrite() throws IOException, ParserException {
        Event event =
                CalendarReader.read(
                                """
                                BEGIN:VCALENDAR
                                BEGIN:VEVENT
                                UID:1
                                DTSTAMP:20261122T090000Z
                                DTSTART;TZID=Europe/Oslo:20261122T090000
                                DTEND;TZID=Europe/Oslo:20261122T100000
                                RRULE:FREQ=WEEKLY
                                SUMMARY:Møte om 😀\\, og mer
                                ORGANIZER;CN="Vole; Vincent":mailto:vincent.vole@example.com
                                ATTENDEE;CN=^'Nils^';PARTSTAT=NEEDS-ACTION:mailto:nils@example.com
                                END:VEVENT
                                END:VCALENDAR
                                """,
                                Limits.STANDARD)
                        .objects()
                        .getFirst()
                        .events()
                        .getFirst();
        var calendar =
                new CalendarBuilder()
                        .build(new StringReader(CalendarWriter.write("REQUEST", event)));
        assertEquals(2, calendar.getComponents().size());
        assertTrue(calendar.validate().getEntries().isEmpty(), calendar.validate().toString());
    }
}
