package org.imipagent.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.freebusy.Claims;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Gap;
import org.imipagent.freebusy.Grid;
import org.imipagent.freebusy.Window;
import org.imipagent.settings.PermittedTimes;
import org.jspecify.annotations.Nullable;

/** Which times of a request are free, and which others are. */
final class FreeTime {

    /** So far ahead another time is looked for. */
    static final Duration AHEAD = Duration.ofDays(60);

    /** So far around what was asked for free times are told, and so many. */
    private static final Duration NEAR = Duration.ofDays(7);

    private static final int TOLD = 3;

    private static final List<Integer> QUARTERS = List.of(0, 15, 30, 45);

    private FreeTime() {}

    /** The times of a request at which so many events have the resource already. */
    static List<Window> taken(SchedulingRequest request, int capacity) {
        var taken = new ArrayList<Window>();
        if (request.times().isEmpty()) {
            return taken;
        }
        Claims claims = request.facts().claims(request.from(), request.to());
        for (Window time : request.times()) {
            if (!claims.hasRoom(time.from(), time.to(), capacity, null)) {
                taken.add(time);
            }
        }
        return taken;
    }

    /** The next times that a single date could have instead; none for a series. */
    static List<Window> instead(SchedulingRequest request, int capacity) {
        if (request.times().size() != 1) {
            return List.of();
        }
        Window asked = request.times().getFirst();
        Duration length = Duration.between(asked.from(), asked.to());
        if (!length.isPositive() || length.compareTo(NEAR) >= 0) {
            return List.of();
        }
        var window = new Window(asked.from(), asked.from().plus(NEAR));
        FreeBusy full =
                request.facts()
                        .claims(window.from(), window.to())
                        .full(window.from(), window.to(), capacity);
        FreeBusy closed = Opening.closed(request.rules().hours(), request.event().zone(), window);
        Grid own = grid(request);
        Grid grid =
                own == null
                        ? Grid.of(List.of(), QUARTERS, List.of(0), request.event().zone())
                        : own;
        var free = new ArrayList<Window>();
        for (Gap.Slot slot : Gap.all(List.of(full, closed), length, window, grid, TOLD)) {
            free.add(new Window(slot.start(), slot.end()));
        }
        return free;
    }

    /** Where the resource may be taken over and given back; null for always. */
    static @Nullable Grid grid(SchedulingRequest request) {
        PermittedTimes permitted = request.rules().permitted();
        return permitted == null
                ? null
                : Grid.of(
                        permitted.hours(),
                        permitted.minutes(),
                        permitted.seconds(),
                        request.event().zone());
    }

    /**
     * A time that begins and ends where the grid allows it: each at the first point that is not
     * earlier than was asked, and the end after the start. Null where there is none.
     */
    static @Nullable Window corrected(Window asked, @Nullable Grid grid) {
        if (grid == null) {
            return asked;
        }
        Instant start = grid.next(asked.from(), asked.from().plus(AHEAD));
        if (start == null) {
            return null;
        }
        Instant least = asked.to().isAfter(start) ? asked.to() : start.plusSeconds(1);
        Instant end = grid.next(least, least.plus(AHEAD));
        return end == null ? null : new Window(start, end);
    }
}
