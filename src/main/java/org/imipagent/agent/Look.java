package org.imipagent.agent;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.Recurrences;
import org.imipagent.itip.Act;
import org.imipagent.itip.CounterProposal;
import org.imipagent.itip.Kept;
import org.imipagent.itip.Message;
import org.imipagent.itip.Policy;
import org.imipagent.itip.Request;
import org.imipagent.settings.Invitations;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.Reading;
import org.jspecify.annotations.Nullable;

/** The second step: everything the rules may see, loaded. */
final class Look {

    private final Reading reading;
    private final Participant participant;
    private final Installation site;

    Look(Reading reading, Participant participant, Installation site) {
        this.reading = reading;
        this.participant = participant;
        this.site = site;
    }

    /**
     * The message with its occurrences named as the kept series names them: some senders write a
     * RECURRENCE-ID as a day, or in another form than DTSTART has.
     */
    Message named(Message message) {
        KeptEvent kept = reading.event(participant.address(), message.event().uid());
        VEvent master = kept == null ? null : site.event(kept.text()).master();
        Message seen = message.known(isKnown(message, kept));
        return master == null || bringsSeries(message)
                ? seen
                : seen.with(named(message.event(), master));
    }

    /**
     * Whether the master in a message is a new version of the series: one in a REPLY, a CANCEL or a
     * COUNTER need not even have the rule.
     */
    private static boolean bringsSeries(Message message) {
        return message.event().master() != null
                && switch (message.method()) {
                    case REQUEST, PUBLISH -> true;
                    case REPLY, ADD, CANCEL, REFRESH, COUNTER, DECLINECOUNTER -> false;
                };
    }

    /** Looked for only where it matters: it reads all that is kept. */
    private boolean isKnown(Message message, @Nullable KeptEvent kept) {
        var invitations = participant.preferences().value(PersonalPreferences.INVITATIONS);
        return kept != null
                || invitations == Invitations.ALL
                || new Acquaintance(reading, participant).knows(message.from());
    }

    private static Event named(Event event, VEvent master) {
        Event named = null;
        for (VEvent part : event.parts()) {
            VEvent same =
                    part.recurrenceId() == null
                            ? part
                            : CalendarReader.asOccurrenceOf(master, part);
            named = named == null ? Event.of(same) : named.with(same);
        }
        return named == null ? event : named;
    }

    Kept at(Message message) {
        var asked = new HashSet<RecurrenceId>();
        for (VEvent part : message.event().parts()) {
            RecurrenceId id = part.recurrenceId();
            if (id != null) {
                asked.add(id);
            }
        }
        KeptEvent kept = reading.event(participant.address(), message.event().uid());
        Event event = kept == null ? null : site.event(kept.text());
        VEvent master = message.event().master();
        if (event != null && event.master() == null && master != null && bringsSeries(message)) {
            event = named(event, master);
        }
        // A new version of the master decides which occurrences there are.
        Event series = bringsSeries(message) ? message.event() : event;
        return kept(event, series, asked, message.event().uid());
    }

    Kept at(KeptEvent kept, Act act) {
        RecurrenceId id = act.id();
        Event event = site.event(kept.text());
        return kept(event, event, id == null ? Set.of() : Set.of(id), kept.uid());
    }

    private Kept kept(
            @Nullable Event event, @Nullable Event series, Set<RecurrenceId> asked, String uid) {
        var real = new HashSet<RecurrenceId>();
        for (RecurrenceId id : asked) {
            if (series != null
                    && Recurrences.has(series, id, participant.person().zone(), site.limits())) {
                real.add(id);
            }
        }
        List<Request> requests =
                reading.requests(participant.address()).stream()
                        .filter(r -> r.uid().equals(uid))
                        .toList();
        return new Kept(participant.person(), event, real, requests, counters(uid), policy());
    }

    private List<CounterProposal> counters(String uid) {
        return reading.counters(participant.address(), uid).stream()
                .map(c -> new CounterProposal(c.from(), site.event(c.text()).main(), c.arrived()))
                .toList();
    }

    private Policy policy() {
        var preferences = participant.preferences();
        return new Policy(
                preferences.value(PersonalPreferences.ORGANISER_REPLACEMENT),
                preferences.value(PersonalPreferences.ADD_METHOD_RESPONSE),
                preferences.value(PersonalPreferences.EVENT_REFRESHING),
                preferences.value(PersonalPreferences.FREEBUSY_OFFERS),
                preferences.value(PersonalPreferences.CANCELLED),
                site.settings().value(SiteSettings.IMIP_COUNTER_AS_REQUEST));
    }
}
