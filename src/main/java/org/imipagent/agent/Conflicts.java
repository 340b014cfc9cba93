package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Message;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/** What else a person has at the time of an event that came. */
final class Conflicts {

    private static final int NEXT_TIMES = 5;
    private static final int MOST = 3;
    private static final int MOST_AT_ONCE = 1000;

    private final ReadTransaction reading;
    private final Schedule schedule;
    private final Participant participant;
    private final Instant now;

    Conflicts(Installation site, ReadTransaction reading, Participant participant, Instant now) {
        this.reading = reading;
        this.schedule = site.schedule(reading, participant);
        this.participant = participant;
        this.now = now;
    }

    /** Of an invitation, its next times; of a counter-proposal, the time that is proposed. */
    List<Occurrence> of(Message message, Decision decision) {
        VEvent main = message.event().main();
        if (main.isTransparent() || main.isCancelled()) {
            return List.of();
        }
        return switch (decision.verdict()) {
            case INVITED, UPDATED, ADDED -> ofTimes(times(main.uid(), main.recurrenceId()));
            case COUNTERED -> ofTimes(proposed(main));
            default -> List.of();
        };
    }

    private record Time(String uid, Instant start, Instant end) {}

    private List<Time> times(String uid, @Nullable RecurrenceId id) {
        KeptEvent kept = reading.event(participant.address(), uid);
        List<Occurrence> next =
                kept == null ? List.<Occurrence>of() : schedule.next(kept, now, NEXT_TIMES);
        return next.stream()
                .filter(each -> id == null || id.equals(each.id()))
                .filter(each -> !each.cancelled())
                .filter(each -> each.participation() != Participation.DECLINED)
                .map(each -> new Time(uid, each.start(), each.end()))
                .toList();
    }

    private List<Time> proposed(VEvent proposal) {
        CalendarTime start = proposal.start();
        CalendarTime end = proposal.end();
        var zone = participant.person().zone();
        return start == null || end == null
                ? List.of()
                : List.of(new Time(proposal.uid(), start.instant(zone), end.instant(zone)));
    }

    private List<Occurrence> ofTimes(List<Time> times) {
        var conflicts = new LinkedHashSet<Occurrence>();
        for (Time time : times) {
            schedule.entries(time.start(), time.end(), MOST_AT_ONCE).occurrences().stream()
                    .filter(other -> !other.uid().equals(time.uid()) && isTaken(other))
                    .forEach(conflicts::add);
        }
        return new ArrayList<>(conflicts).subList(0, Math.min(MOST, conflicts.size()));
    }

    /** An invitation that is not answered takes no time yet. */
    private static boolean isTaken(Occurrence other) {
        return !other.cancelled()
                && other.busy() != Occurrence.Busy.FREE
                && other.participation() != Participation.NEEDS_ACTION;
    }
}
