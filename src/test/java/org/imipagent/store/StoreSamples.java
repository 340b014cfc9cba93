package org.imipagent.store;

import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.itip.Request;
import org.imipagent.itip.Verdict;

/** Values for the tests of this package. */
final class StoreSamples {

    static final CalendarAddress VINCENT = new CalendarAddress("mailto:vincent.vole@example.com");
    static final CalendarAddress HARRIET = new CalendarAddress("mailto:harriet.hare@example.com");
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final long HOUR = 3600;
    static final long DAY = 24 * HOUR;

    private StoreSamples() {}

    static String text(String uid) {
        return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:"
                + uid
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    static Occurrence occurrence(String uid, Instant start, long seconds) {
        return occurrence(uid, start, seconds, "Lunch");
    }

    static Occurrence occurrence(String uid, Instant start, long seconds, String summary) {
        return new Occurrence(
                uid,
                null,
                start,
                start.plusSeconds(seconds),
                null,
                null,
                summary,
                "Under the hedge",
                false,
                true,
                Participation.ACCEPTED,
                Occurrence.Busy.BUSY);
    }

    static Request invitation(String uid) {
        return new Request(uid, null, Request.Kind.INVITATION, NOW, HARRIET, null);
    }

    static Activity activity(String detail) {
        return new Activity(
                NOW,
                Activity.Source.MAIL,
                "REQUEST",
                "lunch",
                new RecurrenceId("20260301T120000Z"),
                "Lunch",
                "harriet.hare@example.com",
                Verdict.INVITED,
                detail);
    }

    /** Keeps an event with one occurrence of an hour. */
    static void keep(WriteTransaction writing, CalendarAddress user, String uid, Instant start) {
        writing.keep(user, uid, text(uid), null, List.of(occurrence(uid, start, HOUR)), NOW);
    }
}
