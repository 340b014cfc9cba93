package org.imipagent.agent;

import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.freebusy.Conflicts;
import org.imipagent.freebusy.Window;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Message;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/** Looks up what else a person has at the time of an event that came. */
final class ConflictSearch {

    private static final int NEXT_TIMES = 5;
    private static final int MOST = 3;
    private static final int MOST_AT_ONCE = 1000;

    private final ReadTransaction reading;
    private final Schedule schedule;
    private final Participant participant;
    private final Instant now;

    ConflictSearch(
            Installation site, ReadTransaction reading, Participant participant, Instant now) {
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
        List<Window> times =
                switch (decision.verdict()) {
                    case INVITED, UPDATED, ADDED -> next(main.uid(), main.recurrenceId());
                    case COUNTERED -> proposed(main);
                    default -> List.of();
                };
        List<Occurrence> conflicts = Conflicts.of(main.uid(), times, this::entries);
        return conflicts.subList(0, Math.min(MOST, conflicts.size()));
    }

    private List<Occurrence> entries(Instant from, Instant to) {
        return schedule.entries(from, to, MOST_AT_ONCE).occurrences();
    }

    private List<Window> next(String uid, @Nullable RecurrenceId id) {
        KeptEvent kept = reading.event(participant.address(), uid);
        List<Occurrence> next =
                kept == null ? List.<Occurrence>of() : schedule.next(kept, now, NEXT_TIMES);
        return Conflicts.times(
                next.stream().filter(each -> id == null || id.equals(each.id())).toList());
    }

    private List<Window> proposed(VEvent proposal) {
        CalendarTime start = proposal.start();
        CalendarTime end = proposal.end();
        var zone = participant.person().zone();
        return start == null || end == null
                ? List.of()
                : List.of(new Window(start.instant(zone), end.instant(zone)));
    }
}
