package org.imipagent.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Gap;
import org.imipagent.freebusy.Grid;
import org.imipagent.freebusy.Window;
import org.imipagent.scheduling.SchedulingAnswer.Proposed;
import org.imipagent.scheduling.SchedulingAnswer.Reason;
import org.imipagent.scheduling.SchedulingAnswer.Refused;
import org.jspecify.annotations.Nullable;

/**
 * {@code schedule_next_available_in_freebusy [N]}: where a time is taken, or is none that {@code
 * permitted_times} allows, the next at which the resource is free, is open, and no other attendee
 * is known to be busy, is proposed. A series moves as a whole: all its dates by as much as the
 * first.
 */
final class ScheduleNextAvailableInFreeBusy implements SchedulingFunction {

    /** So many times are tried: each date of a series may be in the way of another one's. */
    private static final int TRIES = 500;

    /** So far apart, where any time may be taken: five days are looked at then. */
    private static final Duration STEP = Duration.ofMinutes(15);

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        int capacity = Capacity.of(arguments);
        SchedulingRequest corrected = ScheduleCorrectedInFreeBusy.corrected(request);
        if (corrected == null) {
            return new Refused(Reason.CLOSED, request.times(), "");
        }
        List<Window> taken = FreeTime.taken(corrected, capacity);
        if (taken.isEmpty()) {
            return corrected.times().equals(request.times())
                    ? SchedulingAnswer.ACCEPTED
                    : new Proposed(corrected.times());
        }
        List<Window> next = next(corrected, capacity);
        return next == null ? new Refused(Reason.BUSY, taken, "") : new Proposed(next);
    }

    private static @Nullable List<Window> next(SchedulingRequest request, int capacity) {
        Window first = request.times().getFirst();
        Duration length = Duration.between(first.from(), first.to());
        Instant last = first.from().plus(FreeTime.AHEAD);
        Grid grid = FreeTime.grid(request);
        List<FreeBusy> people = busy(request, new Window(first.from(), last), capacity);
        Instant from = first.from();
        for (int tries = 0; tries < TRIES; tries++) {
            Instant start = Gap.first(people, length, from, last, grid);
            if (start == null) {
                return null;
            }
            List<Window> moved = moved(request.times(), Duration.between(first.from(), start));
            if (isFree(request, moved, capacity)) {
                return moved;
            }
            from = start.plus(grid == null ? STEP : Duration.ofSeconds(1));
        }
        return null;
    }

    private static List<FreeBusy> busy(SchedulingRequest request, Window window, int capacity) {
        var busy = new ArrayList<FreeBusy>(request.facts().others(window.from(), window.to()));
        busy.add(
                request.facts()
                        .claims(window.from(), window.to())
                        .full(window.from(), window.to(), capacity));
        busy.add(Opening.closed(request.rules().hours(), request.event().zone(), window));
        return busy;
    }

    private static List<Window> moved(List<Window> times, Duration by) {
        var moved = new ArrayList<Window>();
        for (Window time : times) {
            moved.add(new Window(time.from().plus(by), time.to().plus(by)));
        }
        return moved;
    }

    /** Nothing more is looked at where there is one date alone. */
    private static boolean isFree(SchedulingRequest request, List<Window> times, int capacity) {
        return times.size() == 1 || FreeTime.taken(request.at(times), capacity).isEmpty();
    }
}
