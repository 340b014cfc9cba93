package org.imipagent.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.VEvent;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.Busyness;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.VFreeBusy;
import org.imipagent.freebusy.Window;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;

/**
 * What a user knows of somebody else's time: what that one told, and when both take part in the
 * same event, as the user's calendar has it. Nobody else's calendar is looked into.
 */
public final class OthersBusy {

    private final Installation site;
    private final ReadTransaction reading;
    private final CalendarAddress user;
    private final Map<String, Event> events = new HashMap<>();

    public OthersBusy(Installation site, ReadTransaction reading, CalendarAddress user) {
        this.site = site;
        this.reading = reading;
        this.user = user;
    }

    /** When the other one is busy in a window, as far as the user knows. */
    public FreeBusy of(CalendarAddress other, Window window) {
        return of(other, window, "");
    }

    /**
     * The same without one of the events.
     *
     * @param without its UID
     */
    FreeBusy of(CalendarAddress other, Window window, String without) {
        var periods =
                new ArrayList<BusyPeriod>(reading.told(user, other, window.from(), window.to()));
        for (Occurrence each : occurrences(window)) {
            if (each.uid().equals(without)) {
                continue;
            }
            Event event = events.computeIfAbsent(each.uid(), this::event);
            Busy busy = each.cancelled() ? Busy.FREE : busy(part(event, each), other);
            if (busy != Busy.FREE && each.start().isBefore(each.end())) {
                periods.add(new BusyPeriod(each.start(), each.end(), busy));
            }
        }
        return VFreeBusy.union(periods, window);
    }

    private List<Occurrence> occurrences(Window window) {
        return site.schedule(reading, user).occurrences(window.from(), window.to());
    }

    private Event event(String uid) {
        KeptEvent kept = reading.event(user, uid);
        if (kept == null) {
            throw new IllegalArgumentException("an occurrence without its event: " + uid);
        }
        return site.event(kept.text());
    }

    private static VEvent part(Event event, Occurrence occurrence) {
        VEvent part = event.part(occurrence.id());
        return part == null ? event.main() : part;
    }

    /** An organiser who is no attendee takes part; an invitation without an answer is no claim. */
    private static Busy busy(VEvent part, CalendarAddress other) {
        Attendee attendee = part.attendee(other);
        Attendee organiser = part.organiser();
        if (attendee != null) {
            return attendee.participation() == Participation.NEEDS_ACTION
                    ? Busy.FREE
                    : Busyness.of(part, attendee.participation());
        }
        return organiser != null && organiser.address().equals(other)
                ? Busyness.of(part, null)
                : Busy.FREE;
    }
}
