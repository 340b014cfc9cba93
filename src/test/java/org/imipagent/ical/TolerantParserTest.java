package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Property;
import org.junit.jupiter.api.Test;

/** ical4j's handlers are told by our parser what our reader reads. */
class TolerantParserTest {

    /** Builds our component of what a parser of ical4j tells. */
    private static final class ToComponent implements ContentHandler {
        private static final class Open {
            final String name;
            final List<String> lines = new ArrayList<>();
            final List<Component> inner = new ArrayList<>();

            Open(String name) {
                this.name = name;
            }

            Component closed() {
                var properties = new ArrayList<Property>();
                for (String line : lines) {
                    var problems = new org.imipagent.calendar.Problems(Limits.STANDARD);
                    properties.add(
                            java.util.Objects.requireNonNull(ContentLine.read(line, problems)));
                }
                return new Component(name, properties, inner);
            }
        }

        private final Deque<Open> open = new ArrayDeque<>();
        private final StringBuilder line = new StringBuilder();
        final List<Component> calendars = new ArrayList<>();

        @Override
        public void startCalendar() {
            open.push(new Open("VCALENDAR"));
        }

        @Override
        public void endCalendar() {
            calendars.add(open.pop().closed());
        }

        @Override
        public void startComponent(String name) {
            open.push(new Open(name));
        }

        @Override
        public void endComponent(String name) {
            Component closed = open.pop().closed();
            assertEquals(closed.name(), name);
            open.element().inner.add(closed);
        }

        @Override
        public void startProperty(String name) {
            line.append(name);
        }

        @Override
        public void parameter(String name, String value) {
            line.append(';').append(name).append('=').append(value);
        }

        @Override
        public void propertyValue(String value) {
            line.append(':').append(value);
        }

        @Override
        public void endProperty(String name) {
            open.element().lines.add(line.toString());
            line.setLength(0);
        }
    }

    private static final String ODD =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//x//EN
            BEGIN:VEVENT
            UID:1
            DTSTAMP:20261101T000000Z
            a line of garbage
            DTSTART:20261103T090000Z
            ORGANIZER;CN="A, B";SENT-BY="mailto:s@example.net":mailto:a@example.net
            ATTENDEE;DELEGATED-TO="mailto:x@example.net","mailto:y@example.net";CN=Z^'s:mailto:z@example.net
            SUMMARY:one\\, two
            END:VEVENT
            """;

    private static List<Component> told(String text) throws IOException, ParserException {
        var handler = new ToComponent();
        new TolerantParser(Limits.STANDARD).parse(new StringReader(text), handler);
        return handler.calendars;
    }

    private static List<Component> read(String text) {
        return CalendarReader.read(text, Limits.STANDARD).objects().stream()
                .map(CalendarObject::calendar)
                .toList();
    }

    @Test
    void aHandlerIsToldWhatOurReaderReads() throws IOException, ParserException {
        assertEquals(read(ODD), told(ODD));
        assertEquals(read(ODD + "END:VCALENDAR\n" + ODD), told(ODD + "END:VCALENDAR\n" + ODD));
    }

    @Test
    void allThatIsReadOfTheFuzzCorpusIsTold() throws IOException, ParserException {
        Path corpus =
                Path.of("src/test/resources/org/imipagent/fuzz/CalendarFuzzTestInputs/anyBytes");
        int texts = 0;
        try (Stream<Path> files = Files.list(corpus)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (!read(text).isEmpty()) {
                    texts++;
                    assertEquals(read(text), told(text), file.toString());
                }
            }
        }
        assertEquals(10, texts);
    }

    @Test
    void theModelOfIcal4jIsBuiltOfATextThatItsOwnParserRefuses()
            throws IOException, ParserException {
        var own = new CalendarBuilder(new CalendarParserImpl());
        assertThrows(ParserException.class, () -> own.build(new StringReader(ODD)));
        Calendar calendar =
                new CalendarBuilder(new TolerantParser(Limits.STANDARD))
                        .build(
                                new ByteArrayInputStream(
                                        ODD.replace(",\"mailto:y@example.net\"", "")
                                                .getBytes(StandardCharsets.UTF_8)));
        VEvent event = (VEvent) calendar.getComponents().getFirst();
        assertEquals("one, two", event.getRequiredProperty("SUMMARY").getValue());
        assertEquals(
                "A, B",
                event.getRequiredProperty("ORGANIZER").getRequiredParameter("CN").getValue());
        assertEquals("20261103T090000Z", event.getRequiredProperty("DTSTART").getValue());
    }

    @Test
    void whatIsNoCalendarOrTooLongIsAParserException() {
        assertThrows(ParserException.class, () -> told("Dear all,\n"));
        var small = new TolerantParser(Limits.STANDARD.withText(100));
        assertThrows(
                ParserException.class, () -> small.parse(new StringReader(ODD), new ToComponent()));
    }
}
