package org.imipagent.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The attendees of one event: found, put in and taken out, however many there are. */
class AttendeesTest {

    /** So few that many are the same one in another way of writing. */
    private static Attendee any(Random random) {
        Attendee one =
                new Attendee(
                        Property.of(
                                "ATTENDEE",
                                switch (random.nextInt(4)) {
                                    case 0 -> "mailto:guest" + random.nextInt(4) + "@example.net";
                                    case 1 -> "MAILTO:Guest" + random.nextInt(4) + "@example.net";
                                    case 2 -> "/principals/" + random.nextInt(3);
                                    default -> "invalid:nomail";
                                }));
        one = random.nextInt(3) > 0 ? one : one.with("CN", "Guest " + random.nextInt(3));
        one = random.nextInt(3) > 0 ? one : mailed(one, random.nextInt(4));
        return one.with("X-NUMBER", "" + random.nextInt(1000));
    }

    private static Attendee mailed(Attendee one, int number) {
        return one.with("EMAIL", "guest" + number + "@example.net");
    }

    private static List<Attendee> some(Random random) {
        var some = new ArrayList<Attendee>();
        for (int i = random.nextInt(12); i > 0; i--) {
            some.add(any(random));
        }
        return some;
    }

    private static VEvent event(List<Attendee> attendees) {
        var properties = new ArrayList<Property>(List.of(Property.of("UID", "party")));
        attendees.forEach(attendee -> properties.add(attendee.property()));
        properties.add(Property.of("SUMMARY", "Party"));
        return new VEvent(new Component("VEVENT", properties, List.of()), Zones.NONE);
    }

    @Test
    void manyAtOnceAreTheSameAsOneAfterTheOther() {
        var random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            VEvent event = event(some(random));
            List<Attendee> given = some(random);
            VEvent expected = event;
            for (Attendee each : given) {
                expected = expected.with(each);
            }
            assertEquals(expected, event.withAttendees(given), "round " + round);
        }
    }

    @Test
    void whoIsNotThereYetIsAddedOnce() {
        var random = new Random(8);
        for (int round = 0; round < 20_000; round++) {
            VEvent event = event(some(random));
            List<Attendee> given = some(random);
            VEvent expected = event;
            for (Attendee each : given) {
                if (first(expected, each.address()) == null) {
                    expected = expected.with(each);
                }
            }
            assertEquals(expected, event.withAbsent(given), "round " + round);
        }
    }

    private static @Nullable Attendee first(VEvent event, CalendarAddress who) {
        return event.attendees().stream().filter(each -> each.is(who)).findFirst().orElse(null);
    }

    @Test
    void theFirstOfAnAddressIsFound() {
        var random = new Random(9);
        for (int round = 0; round < 20_000; round++) {
            VEvent event = event(some(random));
            Attendee any = any(random);
            assertEquals(first(event, any.address()), event.attendee(any.address()));
            assertEquals(first(event, any.uri()), event.attendee(any.uri()));
        }
    }

    @Test
    void allOfAnAddressAreTakenOut() {
        var random = new Random(10);
        for (int round = 0; round < 20_000; round++) {
            VEvent event = event(some(random));
            Set<CalendarAddress> gone = Set.of(any(random).address());
            List<Attendee> left =
                    event.attendees().stream()
                            .filter(each -> gone.stream().noneMatch(each::is))
                            .toList();
            assertEquals(event(left), event.withoutAttendees(gone));
        }
    }

    @Test
    void severalPropertiesAreAddedAsOneAfterTheOther() {
        var random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            var component = new Component("X", properties(random), List.of());
            List<Property> more = properties(random);
            Component expected = component;
            for (Property each : more) {
                expected = expected.plus(each);
            }
            assertEquals(expected, component.plus(more));
        }
    }

    private static List<Property> properties(Random random) {
        var properties = new ArrayList<Property>();
        for (int i = random.nextInt(8); i > 0; i--) {
            properties.add(Property.of("X-" + random.nextInt(4), "" + random.nextInt(100)));
        }
        return properties;
    }

    // ---- Cost

    private static VEvent party(int guests) {
        var attendees = new ArrayList<Attendee>();
        for (int i = 0; i < guests; i++) {
            attendees.add(Attendee.of(new CalendarAddress("guest" + i + "@example.net")));
        }
        return event(attendees);
    }

    /** Everybody looked for, changed, and exchanged for somebody else. */
    private static long bytes(int guests) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        VEvent party = party(guests);
        long before = threads.getCurrentThreadAllocatedBytes();
        List<Attendee> answered =
                party.attendees().stream()
                        .filter(each -> party.attendee(each.address()) != null)
                        .map(each -> each.with(Participation.ACCEPTED))
                        .toList();
        VEvent changed = party.withAttendees(answered);
        var gone = new HashSet<CalendarAddress>();
        changed.attendees().forEach(each -> gone.add(each.address()));
        VEvent empty = changed.withoutAttendees(gone);
        assertEquals(guests, empty.withAbsent(answered).attendees().size());
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void theCostGrowsAsTheNumberOfGuests() {
        bytes(1000);
        long one = bytes(1000);
        long four = bytes(4000);
        assertTrue(four < 6 * one, one + " bytes for 1000 guests, " + four + " for 4000");
    }
}
