package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.Times;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.itip.LocalMarks;
import org.imipagent.messages.MessageKey;
import org.imipagent.settings.Cancelled;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/**
 * A person's calendar as phones and other programs follow it: a year back, and on up to the
 * horizon. What is read from it is nobody's invitation: it has no METHOD.
 */
final class CalendarFeed {

    /** How far back a feed reaches. */
    private static final Duration BACK = Duration.ofDays(366);

    /** How often programs are asked to look again (RFC 7986, 5.7). */
    private static final String REFRESH = "PT1H";

    private final Installation site;
    private final ReadTransaction reading;
    private final Participant participant;
    private final Instant now;

    CalendarFeed(Installation site, ReadTransaction reading, Participant participant, Instant now) {
        this.site = site;
        this.reading = reading;
        this.participant = participant;
        this.now = now;
    }

    /** Every event, with its changed and its cancelled occurrences. */
    String events() {
        return CalendarWriter.write(properties(), kept());
    }

    /**
     * When the person is busy, as the published free/busy has it, and nothing else: neither titles
     * nor people nor identifiers.
     */
    String busy() {
        var periods = new ArrayList<Component>();
        for (BusyPeriod period :
                site.schedule(reading, participant).freeBusy(from(), to(), now).periods()) {
            periods.add(component(period));
        }
        return CalendarWriter.writeComponents(properties(), periods);
    }

    private Instant from() {
        return now.minus(BACK);
    }

    private Instant to() {
        return site.horizon(now);
    }

    private List<Property> properties() {
        CalendarAddress user = participant.address();
        String name = participant.name().isEmpty() ? user.email() : participant.name();
        return List.of(
                Property.ofText("NAME", name),
                Property.ofText("X-WR-CALNAME", name),
                Property.of("REFRESH-INTERVAL", REFRESH).with("VALUE", "DURATION"),
                Property.of("X-PUBLISHED-TTL", REFRESH));
    }

    private List<Event> kept() {
        CalendarAddress user = participant.address();
        boolean hidesCancelled =
                participant.preferences().value(PersonalPreferences.CANCELLED) == Cancelled.REMOVE;
        // Sorted, so that what did not change stands where it stood.
        var uids = new TreeSet<String>();
        for (Occurrence each : reading.occurrences(user, from(), to())) {
            uids.add(each.uid());
        }
        for (KeptEvent each : reading.incomplete(user, from(), to())) {
            uids.add(each.uid());
        }
        var events = new ArrayList<Event>();
        for (String uid : uids) {
            KeptEvent kept = reading.event(user, uid);
            Event event = kept == null ? null : read(kept);
            if (event != null && !(hidesCancelled && event.main().isCancelled())) {
                events.add(LocalMarks.without(event));
            }
        }
        return events;
    }

    /** Null where its text is damaged: one event must not cost the feed. */
    private @Nullable Event read(KeptEvent kept) {
        try {
            return site.event(kept.text());
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }

    private Component component(BusyPeriod period) {
        boolean tentative = period.busy() == Busy.TENTATIVE;
        Property start = Times.write("DTSTART", CalendarTime.utc(period.start()));
        Property end = Times.write("DTEND", CalendarTime.utc(period.end()));
        return new Component(
                "VEVENT",
                List.of(
                        Property.of("UID", "busy-" + start.value() + "-" + end.value()),
                        Times.write("DTSTAMP", CalendarTime.utc(now)),
                        start,
                        end,
                        Property.ofText(
                                "SUMMARY",
                                participant
                                        .texts()
                                        .say(
                                                tentative
                                                        ? MessageKey.FEED_TENTATIVE
                                                        : MessageKey.FEED_BUSY)),
                        Property.of("STATUS", tentative ? "TENTATIVE" : "CONFIRMED"),
                        Property.of("TRANSP", "OPAQUE")),
                List.of());
    }
}
