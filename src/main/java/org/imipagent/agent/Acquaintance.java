package org.imipagent.agent;

import java.util.Locale;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Whom a person has had to do with: people of the same domain, and whoever stands in an event that
 * is in the calendar, as its organiser or among its attendees.
 */
final class Acquaintance {

    private final ReadTransaction reading;
    private final Participant participant;

    Acquaintance(ReadTransaction reading, Participant participant) {
        this.reading = reading;
        this.participant = participant;
    }

    boolean knows(@Nullable CalendarAddress who) {
        if (who == null || !who.isMail()) {
            return false;
        }
        String domain = who.domain();
        if (domain != null && domain.equals(participant.address().domain())) {
            return true;
        }
        String wanted = who.uri();
        for (String uid : reading.uids(participant.address())) {
            KeptEvent event = reading.event(participant.address(), uid);
            if (event != null && names(event.text(), wanted)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a property's value is the address: read as text, for all events are looked through.
     */
    private static boolean names(String text, String uri) {
        String unfolded = text.replace("\r\n ", "").toLowerCase(Locale.ROOT);
        return unfolded.contains(":" + uri + "\r\n");
    }
}
