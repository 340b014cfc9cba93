package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Zone;
import org.imipagent.recurrence.Recurrences;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A page shows an event without a class of ical4j being loaded. */
class LightnessTest {

    /** What {@link LightnessTest} does with a typical invitation, loaded by a loader of its own. */
    public static final class Typical implements Runnable {
        @Override
        public void run() {
            for (String tzid :
                    List.of("Europe/Oslo", "W. Europe Standard Time", "Customized Time Zone")) {
                String text =
                        """
                        BEGIN:VCALENDAR
                        METHOD:REQUEST
                        BEGIN:VTIMEZONE
                        TZID:%1$s
                        BEGIN:STANDARD
                        DTSTART:16010101T030000
                        TZOFFSETFROM:+0200
                        TZOFFSETTO:+0100
                        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
                        END:STANDARD
                        BEGIN:DAYLIGHT
                        DTSTART:16010101T020000
                        TZOFFSETFROM:+0100
                        TZOFFSETTO:+0200
                        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
                        END:DAYLIGHT
                        END:VTIMEZONE
                        BEGIN:VEVENT
                        UID:1
                        DTSTART;TZID=%1$s:20261122T090000
                        RRULE:FREQ=WEEKLY;BYDAY=SU
                        END:VEVENT
                        END:VCALENDAR
                        """
                                .formatted(tzid);
                Event event =
                        CalendarReader.read(text, Limits.STANDARD)
                                .objects()
                                .getFirst()
                                .events()
                                .getFirst();
                CalendarWriter.write("REQUEST", event);
                Recurrences.expand(
                        event,
                        Instant.parse("2026-11-01T00:00:00Z"),
                        Instant.parse("2026-12-01T00:00:00Z"),
                        Objects.requireNonNull(Zone.named("Europe/Oslo")),
                        Limits.STANDARD);
            }
        }
    }

    private static final class Watched extends URLClassLoader {
        private final List<String> refused = new ArrayList<>();
        private int own;

        Watched(URL... places) {
            super(places, ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (!name.startsWith("org.imipagent.")) {
                refused.add(name);
                throw new ClassNotFoundException(name);
            }
            own++;
            return super.findClass(name);
        }

        /** ical4j's tables are read as resources; none of its classes is. */
        @Override
        public @Nullable URL findResource(String name) {
            return name.startsWith("net/fortuna/") && !name.endsWith(".class")
                    ? LightnessTest.class.getClassLoader().getResource(name)
                    : super.findResource(name);
        }
    }

    @Test
    void readingWritingAndExpandingLoadTheJdkAndOurselvesOnly()
            throws IOException, ReflectiveOperationException {
        URL main = CalendarReader.class.getProtectionDomain().getCodeSource().getLocation();
        URL tests = LightnessTest.class.getProtectionDomain().getCodeSource().getLocation();
        try (var watched = new Watched(main, tests)) {
            var typical =
                    watched.loadClass(Typical.class.getName())
                            .getDeclaredConstructor()
                            .newInstance();
            assertNotNull(typical);
            ((Runnable) typical).run();
            assertEquals(List.of(), watched.refused);
            assertEquals(0, Math.max(0, watched.own - 60), watched.own + " classes of ours");
        }
    }
}
