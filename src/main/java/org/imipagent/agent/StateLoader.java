package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.ical.CalendarReader;
import org.imipagent.itip.CalendarState;
import org.imipagent.itip.CounterProposal;
import org.imipagent.itip.Message;
import org.imipagent.itip.Policy;
import org.imipagent.settings.Bounds;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/** The second step: everything the rules may see, loaded; one for all events of a transaction. */
final class StateLoader {

    private final ReadTransaction reading;
    private final Participant participant;
    private final Installation site;
    private final Bounds bounds;
    private final Instant now;
    private final Acquaintance acquaintance;

    /**
     * @param bounds what an event may cost that is kept
     */
    StateLoader(
            ReadTransaction reading,
            Participant participant,
            Installation site,
            Bounds bounds,
            Instant now) {
        this.reading = reading;
        this.participant = participant;
        this.site = site;
        this.bounds = bounds;
        this.now = now;
        this.acquaintance = new Acquaintance(reading, participant);
    }

    /** A message as the rules are to see it, and what is kept. */
    record Loaded(Message message, CalendarState state) {}

    /**
     * What a message is about, read once.
     *
     * @param recipients that the header of its mail names
     */
    Loaded of(Message came, List<CalendarAddress> recipients) {
        KeptEvent kept = reading.event(participant.address(), came.event().uid());
        Event event = kept == null ? null : site.event(kept.text());
        Message spoken = new Deputies(reading, site).spoken(came, event);
        Message message =
                named(
                        spoken.meant(isMeant(spoken, recipients)).known(isKnown(spoken, kept)),
                        event);
        VEvent master = message.event().master();
        if (event != null && event.master() == null && master != null && bringsSeries(message)) {
            event = named(event, master);
        }
        return new Loaded(message, at(message.event().uid(), event, isAnswered(message)));
    }

    /** Looked up only for what the agent may answer by itself, or what it heeds once. */
    private boolean isAnswered(Message message) {
        return switch (message.method()) {
            case REQUEST, ADD, REFRESH, DECLINECOUNTER ->
                    reading.isKeyUsed(participant.address(), message.key());
            case PUBLISH, REPLY, CANCEL, COUNTER -> false;
        };
    }

    /**
     * The message with its occurrences named as the kept series names them: some senders write a
     * RECURRENCE-ID as a day, or in another form than DTSTART has.
     */
    private Message named(Message seen, @Nullable Event event) {
        if (event == null) {
            return seen;
        }
        Message organised = seen.with(organised(seen.event(), event));
        VEvent master = event.master();
        return master == null || bringsSeries(seen)
                ? organised
                : organised.with(named(organised.event(), master));
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

    /**
     * Whether a mail says that it is for the person: its header names them or nobody, or an
     * attendee that is nobody of ours, who may be a list. Else it is a copy of what others were
     * sent.
     */
    private boolean isMeant(Message message, List<CalendarAddress> named) {
        if (named.isEmpty() || named.stream().anyMatch(participant.person()::is)) {
            return true;
        }
        var attendees = new HashSet<CalendarAddress>();
        for (VEvent part : message.event().parts()) {
            part.attendees().forEach(attendee -> attendees.add(attendee.address()));
        }
        return named.stream()
                .filter(attendees::contains)
                .anyMatch(address -> reading.owner(address) == null);
    }

    /** Looked for only where it matters: it reads all that is kept. */
    private boolean isKnown(Message message, @Nullable KeptEvent kept) {
        var invitations = participant.preferences().value(PersonalPreferences.INVITATIONS);
        return kept != null
                || switch (invitations) {
                    case ALL -> true;
                    case KNOWN -> acquaintance.knows(message.from());
                    case NONE -> false;
                };
    }

    private static Event named(Event event, VEvent master) {
        var form = CalendarReader.asOccurrenceOf(master);
        var changed = new TreeMap<RecurrenceId, VEvent>();
        for (VEvent part : event.changed().values()) {
            VEvent same = form.apply(part);
            changed.put(Objects.requireNonNull(same.recurrenceId()), same);
        }
        return new Event(event.uid(), event.master(), changed);
    }

    /**
     * With the organiser as kept in parts that name the same one without the mail address, and in a
     * date that comes by itself and names the person as its organiser, who is not: so does
     * Exchange.
     */
    private Event organised(Event event, Event kept) {
        Attendee known = kept.organiser();
        if (known == null || participant.person().is(known.address())) {
            return event;
        }
        var organised = new ArrayList<VEvent>();
        for (VEvent part : event.parts()) {
            Attendee named = part.organiser();
            boolean isPerson = event.master() == null && participant.person().organises(part);
            if (named != null && (isPerson || named.isSame(known))) {
                organised.add(part.organisedBy(known));
            }
        }
        return event.with(organised);
    }

    /**
     * For an act.
     *
     * @param event as it is kept; null where it is not
     */
    CalendarState at(String uid, @Nullable Event event) {
        return at(uid, event, false);
    }

    private CalendarState at(String uid, @Nullable Event event, boolean answered) {
        return new CalendarState(
                participant.person(),
                event,
                reading.requests(participant.address(), uid),
                counters(uid),
                policy(),
                bounds,
                site.horizon(now),
                answered);
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
                site.settings().value(SiteSettings.IMIP_COUNTER_AS_REQUEST));
    }
}
