package org.imipagent.manager;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.agent.PeerSchedule;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Gap;
import org.imipagent.freebusy.Gap.Slot;
import org.imipagent.freebusy.Grid;
import org.imipagent.freebusy.Window;

/**
 * When people can meet: at full or half hours, or at quarters where the length asks for it; or on
 * whole days.
 *
 * @param workingHours whether the time outside of the working hours of any of them is out of the
 *     question, where they are known
 */
record FreeTimes(List<PeerSchedule> people, boolean workingHours, Length length, Zone zone) {

    private static final int QUARTER = 15;
    private static final int HALF = 30;
    private static final int MOST_OF_DAY = 2;

    /** So many quarters, the shortest length that is offered, has a day. */
    static final int QUARTERS = 96;

    /** How long; in minutes, or, where these are none, in whole days. */
    record Length(int minutes, int days) {

        static Length ofMinutes(int minutes) {
            return new Length(minutes, 0);
        }

        static Length ofDays(int days) {
            return new Length(0, days);
        }

        boolean isDays() {
            return days > 0;
        }
    }

    /** Of one more. */
    FreeTimes with(PeerSchedule other) {
        var more = new ArrayList<PeerSchedule>(people);
        more.add(other);
        return new FreeTimes(more, workingHours, length, zone);
    }

    /** When all are free, by time. */
    List<Slot> all(Window window, int most) {
        return length.isDays()
                ? days(window, 0, most)
                : cut(Gap.all(busy(), onGrid(), window, grid(), most));
    }

    /** The first of these, not more than a few of one day. */
    List<Slot> first(List<Slot> slots, int most) {
        var first = new ArrayList<Slot>();
        LocalDate day = LocalDate.MIN;
        int ofDay = 0;
        for (Slot slot : slots) {
            LocalDate own = zone.day(slot.start());
            ofDay = own.equals(day) ? ofDay + 1 : 1;
            day = own;
            if (ofDay <= MOST_OF_DAY && first.size() < most) {
                first.add(slot);
            }
        }
        return first;
    }

    /** When most are, best first. */
    List<Slot> best(Window window, int most) {
        if (!length.isDays()) {
            return cut(Gap.best(busy(), onGrid(), window, grid(), most));
        }
        var best = new ArrayList<Slot>();
        for (int missing = 0; missing < people.size() && best.size() < most; missing++) {
            best.addAll(days(window, missing, most - best.size()));
        }
        return best;
    }

    /** Those of whom there may be more than is known in a window. */
    List<PeerSchedule> partlyKnown(Window window) {
        var partly = new ArrayList<PeerSchedule>();
        for (PeerSchedule person : people) {
            if (person.known().isBefore(window.to())) {
                partly.add(person);
            }
        }
        return partly;
    }

    private List<FreeBusy> busy() {
        var busy = new ArrayList<FreeBusy>();
        for (PeerSchedule person : people) {
            busy.add(
                    workingHours && !length.isDays()
                            ? person.busy().merge(person.off())
                            : person.busy());
        }
        return busy;
    }

    private Duration onGrid() {
        return Duration.ofMinutes(((long) length.minutes() + QUARTER - 1) / QUARTER * QUARTER);
    }

    private Grid grid() {
        boolean isHalf = onGrid().toMinutes() % HALF == 0;
        return Grid.of(
                List.of(),
                isHalf ? List.of(0, HALF) : List.of(0, QUARTER, HALF, HALF + QUARTER),
                List.of(0),
                zone);
    }

    private List<Slot> cut(List<Slot> slots) {
        var cut = new ArrayList<Slot>(slots.size());
        for (Slot slot : slots) {
            Instant end = slot.start().plus(length.minutes(), ChronoUnit.MINUTES);
            cut.add(new Slot(slot.start(), end, slot.busy()));
        }
        return cut;
    }

    /** Days on which so many people are not free. */
    private List<Slot> days(Window window, int missing, int most) {
        var slots = new ArrayList<Slot>();
        LocalDate first = zone.day(window.from());
        LocalDate day = zone.midnight(first).isBefore(window.from()) ? first.plusDays(1) : first;
        while (slots.size() < most
                && !zone.midnight(day.plusDays(length.days())).isAfter(window.to())) {
            Instant start = zone.midnight(day);
            Instant end = zone.midnight(day.plusDays(length.days()));
            int busy = 0;
            for (PeerSchedule person : people) {
                busy += person.busy().isFree(start, end) ? 0 : 1;
            }
            if (busy == missing) {
                slots.add(new Slot(start, end, busy));
            }
            day = day.plusDays(busy == missing ? length.days() : 1);
        }
        return slots;
    }
}
