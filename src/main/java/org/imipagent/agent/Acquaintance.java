package org.imipagent.agent;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
    private final Map<CalendarAddress, Boolean> known = new HashMap<>();

    Acquaintance(ReadTransaction reading, Participant participant) {
        this.reading = reading;
        this.participant = participant;
    }

    /** Looked for once for all that somebody sent: before what they sent was kept. */
    boolean knows(@Nullable CalendarAddress who) {
        return who != null && who.isMail() && known.computeIfAbsent(who, this::isKnown);
    }

    private boolean isKnown(CalendarAddress who) {
        String domain = who.domain();
        if (domain != null && domain.equals(participant.address().domain())) {
            return true;
        }
        for (String uid : reading.uids(participant.address())) {
            KeptEvent event = reading.event(participant.address(), uid);
            if (event != null && names(event.text(), who)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the address is a property's value, or EMAIL beside it: read as text, for all events
     * are looked through.
     */
    private static boolean names(String text, CalendarAddress who) {
        String unfolded = text.replace("\r\n ", "").toLowerCase(Locale.ROOT);
        String email = ";email=" + who.email();
        return unfolded.contains(":" + who.uri() + "\r\n")
                || unfolded.contains(email + ":")
                || unfolded.contains(email + ";");
    }
}
