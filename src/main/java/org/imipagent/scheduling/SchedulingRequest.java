package org.imipagent.scheduling;

import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.Window;

/**
 * What a resource is asked for.
 *
 * @param event what is asked, in the words of the field
 * @param times when it takes place, by start; nothing that is over
 * @param rules what the resource prefers
 * @param facts what else may be asked about
 */
public record SchedulingRequest(
        Asking event, List<Window> times, ResourceRules rules, SchedulingFacts facts) {

    /**
     * Who asks for what.
     *
     * @param resource whose time it is
     * @param organiser who asks
     * @param attendees all whom the event names, the resource among them
     * @param uid of the event
     * @param summary its title
     * @param endless whether it goes on for ever: its times are those that are looked at
     * @param zone of the resource
     * @param now the instant of the decision
     */
    public record Asking(
            CalendarAddress resource,
            CalendarAddress organiser,
            List<CalendarAddress> attendees,
            String uid,
            String summary,
            boolean endless,
            Zone zone,
            Instant now) {
        public Asking {
            attendees = List.copyOf(attendees);
        }

        /** The same asked of another resource. */
        public Asking of(CalendarAddress other, Zone itsZone) {
            return new Asking(other, organiser, attendees, uid, summary, endless, itsZone, now);
        }
    }

    public SchedulingRequest {
        times = List.copyOf(times);
    }

    /** The same at other times. */
    SchedulingRequest at(List<Window> other) {
        return new SchedulingRequest(event, other, rules, facts);
    }

    /** From the first start, or now where it has no times. */
    Instant from() {
        return times.isEmpty() ? event.now() : times.getFirst().from();
    }

    /** To the last end. */
    Instant to() {
        return end(times, event.now());
    }

    /** When the last of some times ends. */
    static Instant end(List<Window> times, Instant otherwise) {
        Instant end = otherwise;
        for (int i = 0; i < times.size(); i++) {
            Instant each = times.get(i).to();
            end = i == 0 || each.isAfter(end) ? each : end;
        }
        return end;
    }
}
