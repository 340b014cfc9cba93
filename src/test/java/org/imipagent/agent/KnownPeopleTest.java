package org.imipagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.itip.Person;
import org.imipagent.store.SqliteStore;
import org.imipagent.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownPeopleTest {

    private static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");
    private static final Instant NOW = Instant.parse("2026-11-18T08:00:00Z");

    @TempDir Path folder;

    private final List<String> texts = new ArrayList<>();

    /** Kept in this order; the last is the newest. */
    private KnownPeople known() {
        try (Store store = SqliteStore.open(folder)) {
            store.change(
                    writing -> {
                        writing.add(VINCENT, NOW);
                        for (int i = 0; i < texts.size(); i++) {
                            writing.keep(
                                    VINCENT,
                                    "event" + i,
                                    texts.get(i),
                                    null,
                                    List.of(),
                                    NOW.plusSeconds(i));
                        }
                    });
            try (var reading = store.read()) {
                return KnownPeople.of(reading, new Person(VINCENT, List.of(), Zone.UTC));
            }
        }
    }

    private static String event(String... lines) {
        return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
                + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static List<String> names(KnownPeople known) {
        return known.people().stream().map(a -> a.name() + " " + a.address().email()).toList();
    }

    @Test
    void theNewestAreFirstEachOnceWithTheNewestNameThereIs() {
        texts.add(event("ATTENDEE;CN=Old:mailto:old@example.com"));
        texts.add(
                event(
                        "ORGANIZER;CN=\"Vole; Alice\":mailto:ALICE@example.com",
                        "ATTENDEE;CN=A very long name that goes over the end of a line, be",
                        " cause it is folded;PARTSTAT=ACCEPTED:mailto:bo@example.com",
                        "ATTENDEE:mailto:vincent.vole@example.com",
                        "ATTENDEE:urn:uuid:nobody",
                        "DESCRIPTION:no\\nATTENDEE:mailto:text@example.com",
                        "CATEGORIES:Work,A\\, B"));
        texts.add(event("ATTENDEE:mailto:alice@example.com", "CATEGORIES:work,Fun"));
        KnownPeople known = known();
        assertEquals(
                List.of(
                        "Vole; Alice alice@example.com",
                        "A very long name that goes over the end of a line, because it is folded"
                                + " bo@example.com",
                        "Old old@example.com"),
                names(known).stream().map(name -> name.replace("ALICE@", "alice@")).toList());
        assertEquals(List.of("work", "Fun", "Work", "A, B"), known.categories());
    }

    @Test
    void neitherManyEventsNorManyGuestsAreReadToTheirEnd() {
        for (int i = 0; i < 300; i++) {
            texts.add(event("ATTENDEE:mailto:p" + i + "@example.com"));
        }
        var crowd = new ArrayList<String>();
        for (int i = 0; i < 10_000; i++) {
            crowd.add("ATTENDEE:mailto:crowd" + i + "@example.com");
        }
        texts.add(event(crowd.toArray(String[]::new)));
        List<String> names = names(known());
        assertEquals(50 + KnownPeople.EVENTS - 1, names.size());
        assertTrue(names.getLast().endsWith("p241@example.com"), names.getLast());
    }
}
