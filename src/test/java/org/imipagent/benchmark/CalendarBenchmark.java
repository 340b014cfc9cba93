package org.imipagent.benchmark;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntSupplier;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Recur;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.ical.CalendarReader;
import org.imipagent.recurrence.Recurrences;

/**
 * What a calendar costs in a warm Java machine, ours beside ical4j's. A plain loop and not JMH:
 * each measured thing takes tens of milliseconds, so that the clock and dead code do not matter
 * (every result is added up and printed), and the pairs run in turn, so that the load of the
 * machine falls on both; for that JMH's forks and one more dependency would buy nothing.
 */
public final class CalendarBenchmark {

    private static final int SERIES = 1_000;
    private static final int PERIODS = 100_000;
    private static final Zone OSLO = Objects.requireNonNull(Zone.named("Europe/Oslo"));
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");
    private static final List<String> RULES =
            List.of(
                    "FREQ=DAILY",
                    "FREQ=WEEKLY;BYDAY=MO,WE",
                    "FREQ=WEEKLY;INTERVAL=2",
                    "FREQ=MONTHLY;BYDAY=2TU",
                    "FREQ=MONTHLY;BYMONTHDAY=-1");

    private record Measured(String name, IntSupplier work, List<Long> nanos) {
        Measured(String name, IntSupplier work) {
            this(name, work, new ArrayList<>());
        }

        long median() {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }

    private CalendarBenchmark() {}

    /** The number of rounds; a third as many go before, to warm up. */
    public static void main(String[] arguments) {
        int rounds = arguments.length == 0 ? 30 : Integer.parseInt(arguments[0]);
        List<String> texts = texts();
        // ical4j runs out of ids for zones after some hundred VTIMEZONEs (its issue 894).
        List<String> bare = texts.stream().map(CalendarBenchmark::withoutZone).toList();
        List<Event> events = texts.stream().map(CalendarBenchmark::event).toList();
        List<Recur<ZonedDateTime>> recurs =
                RULES.stream().map(rule -> new Recur<ZonedDateTime>(rule)).toList();
        List<Occurrence> occurrences = occurrences();
        var measured =
                List.of(
                        new Measured("expand a month of 1,000 series", () -> expanded(events)),
                        new Measured(
                                "  the rules alone, by ical4j", () -> expandedByIcal4j(recurs)),
                        new Measured("read 1,000 events", () -> read(texts)),
                        new Measured("  without VTIMEZONE", () -> read(bare)),
                        new Measured("  the same, by ical4j", () -> readByIcal4j(bare)),
                        new Measured(
                                "merge 100,000 periods",
                                () -> FreeBusy.of(occurrences, FROM, TO).periods().size()));
        int sum = 0;
        for (int round = -rounds / 3; round < rounds; round++) {
            for (Measured one : measured) {
                long start = System.nanoTime();
                sum += one.work().getAsInt();
                if (round >= 0) {
                    one.nanos().add(System.nanoTime() - start);
                }
            }
        }
        for (Measured one : measured) {
            System.out.println(
                    one.name()
                            + " ".repeat(34 - one.name().length())
                            + tenths(one.median())
                            + " ms");
        }
        System.out.println("(" + rounds + " rounds, median; sum " + sum + ")");
    }

    private static String tenths(long nanos) {
        long tenths = nanos / 100_000;
        String text = tenths / 10 + "." + tenths % 10;
        return " ".repeat(Math.max(0, 8 - text.length())) + text;
    }

    private static int expanded(List<Event> events) {
        return events.stream()
                .mapToInt(
                        event ->
                                Recurrences.expand(event, FROM, TO, OSLO, Limits.STANDARD)
                                        .instances()
                                        .size())
                .sum();
    }

    private static int expandedByIcal4j(List<Recur<ZonedDateTime>> recurs) {
        ZoneId oslo = ZoneId.of("Europe/Oslo");
        int sum = 0;
        for (int i = 0; i < SERIES; i++) {
            ZonedDateTime start = start(i).atTime(9, 0).atZone(oslo);
            sum +=
                    recurs.get(i % RULES.size())
                            .getDates(start, FROM.atZone(oslo), TO.atZone(oslo))
                            .size();
        }
        return sum;
    }

    private static int read(List<String> texts) {
        return texts.stream().mapToInt(text -> event(text).parts().size()).sum();
    }

    private static int readByIcal4j(List<String> texts) {
        int sum = 0;
        var builder = new CalendarBuilder();
        for (String text : texts) {
            try {
                sum += builder.build(new StringReader(text)).getComponents().size();
            } catch (IOException io) {
                throw new UncheckedIOException(io);
            } catch (ParserException wrong) {
                throw new IllegalStateException(wrong);
            }
        }
        return sum;
    }

    private static Event event(String text) {
        return CalendarReader.read(text, Limits.STANDARD).objects().getFirst().events().getFirst();
    }

    private static String withoutZone(String text) {
        String end = "END:VTIMEZONE\r\n";
        return text.substring(0, text.indexOf("BEGIN:VTIMEZONE"))
                + text.substring(text.indexOf(end) + end.length());
    }

    private static LocalDate start(int i) {
        return LocalDate.of(2016, 1, 1).plusDays(i % 365);
    }

    /** As Outlook and Google write them: a VTIMEZONE, ten attendees, an alarm. */
    private static List<String> texts() {
        var texts = new ArrayList<String>();
        for (int i = 0; i < SERIES; i++) {
            String day = start(i).toString().replace("-", "");
            var attendees = new StringBuilder();
            for (int a = 0; a < 10; a++) {
                attendees.append(
                        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;\r\n CN=Person "
                                + a
                                + ":mailto:person"
                                + a
                                + "@example.com\r\n");
            }
            texts.add(
                    """
                    BEGIN:VCALENDAR
                    PRODID:-//Example//Benchmark//EN
                    VERSION:2.0
                    METHOD:REQUEST
                    BEGIN:VTIMEZONE
                    TZID:Europe/Oslo
                    BEGIN:STANDARD
                    DTSTART:19961027T030000
                    TZOFFSETFROM:+0200
                    TZOFFSETTO:+0100
                    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                    END:STANDARD
                    BEGIN:DAYLIGHT
                    DTSTART:19960331T020000
                    TZOFFSETFROM:+0100
                    TZOFFSETTO:+0200
                    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                    END:DAYLIGHT
                    END:VTIMEZONE
                    BEGIN:VEVENT
                    UID:event-%s@example.com
                    DTSTAMP:20151201T090000Z
                    DTSTART;TZID=Europe/Oslo:%sT090000
                    DTEND;TZID=Europe/Oslo:%sT100000
                    RRULE:%s
                    SUMMARY:Planning of what is to come\\, as every time
                    DESCRIPTION:Bring what you have.\\nThe room is on the second floor.
                    LOCATION:Room 2
                    ORGANIZER;CN=Anna:mailto:anna@example.com
                    %sBEGIN:VALARM
                    ACTION:DISPLAY
                    DESCRIPTION:Reminder
                    TRIGGER:-PT15M
                    END:VALARM
                    END:VEVENT
                    END:VCALENDAR
                    """
                            .formatted(i, day, day, RULES.get(i % RULES.size()), attendees)
                            .replace("\r\n", "\n")
                            .replace("\n", "\r\n"));
        }
        return texts;
    }

    private static List<Occurrence> occurrences() {
        var random = new Random(20261122);
        var occurrences = new Occurrence[PERIODS];
        Arrays.setAll(
                occurrences,
                i -> {
                    Instant start = FROM.plusSeconds(random.nextInt(30 * 86_400));
                    Instant end = start.plusSeconds(60L + random.nextInt(600));
                    var busy =
                            random.nextInt(4) == 0
                                    ? Occurrence.Busy.TENTATIVE
                                    : Occurrence.Busy.BUSY;
                    return new Occurrence(
                            "u", null, start, end, null, null, "", "", false, false, null, busy);
                });
        return List.of(occurrences);
    }
}
