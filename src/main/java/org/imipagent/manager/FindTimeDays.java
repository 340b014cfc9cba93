package org.imipagent.manager;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.agent.PeerSchedule;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Gap.Slot;
import org.imipagent.manager.FindTimeView.Block;
import org.imipagent.manager.FindTimeView.Choosable;
import org.imipagent.manager.FindTimeView.Day;
import org.imipagent.manager.FindTimeView.Row;
import org.imipagent.messages.MessageKey;

/** Draws the days of several people one below the other, each with the times that suit all. */
final class FindTimeDays {

    private static final int DAY = 24 * 60;
    private static final int HOUR = 60;
    private static final int FIRST = 8 * HOUR;
    private static final int LAST = 18 * HOUR;

    /** So many hours stand above a day at most. */
    private static final int MOST_HOURS = 12;

    /** So many rooms are drawn, those that fit best. */
    private static final int MOST_ROOMS = 5;

    private final PageContext context;
    private final FindTimeQuery query;
    private final List<PeerSchedule> people;
    private final List<Slot> free;
    private final FreeRooms rooms;
    private final Zone zone;
    private int from = DAY;
    private int to;

    FindTimeDays(
            PageContext context,
            FindTimeQuery query,
            List<PeerSchedule> people,
            List<Slot> free,
            FreeRooms rooms) {
        this.context = context;
        this.query = query;
        this.people = people;
        this.free = free;
        this.rooms = rooms;
        this.zone = context.zone();
    }

    /** Days on which somebody works, or that have a time that suits all; else every day. */
    List<Day> all() {
        fitScale();
        var days = new ArrayList<Day>();
        for (LocalDate day = query.date(); day.isBefore(query.dayAfter()); day = day.plusDays(1)) {
            List<Slot> own = own(day);
            if (!query.workingHours()
                    || query.length().isDays()
                    || !own.isEmpty()
                    || isWorked(day)) {
                days.add(day(day, own));
            }
        }
        return days;
    }

    /** From where the first of all works to where the last does. */
    private void fitScale() {
        boolean isWhole = !query.workingHours();
        for (LocalDate day = query.date();
                !isWhole && day.isBefore(query.dayAfter());
                day = day.plusDays(1)) {
            for (PeerSchedule person : people) {
                fit(day, person.off());
            }
        }
        if (isWhole || from >= to) {
            from = isWhole ? 0 : FIRST;
            to = isWhole ? DAY : LAST;
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void fit(LocalDate day, FreeBusy off) {
        Instant begin = zone.midnight(day);
        Instant end = zone.midnight(day.plusDays(1));
        Instant since = later(begin, off.from());
        for (BusyPeriod period : off.periods()) {
            if (period.end().isAfter(begin) && period.start().isBefore(end)) {
                fit(day, since, period.start());
                since = period.end();
            }
        }
        if (!off.periods().isEmpty()) {
            fit(day, since, end);
        }
    }

    /** Work from one instant to another; what of it lies in the day. */
    private void fit(LocalDate day, Instant start, Instant end) {
        int first = minutes(day, start);
        int last = minutes(day, end);
        if (first < last && last - first < DAY) {
            from = Math.min(from, first / HOUR * HOUR);
            to = Math.max(to, (last + HOUR - 1) / HOUR * HOUR);
        }
    }

    /** Minutes on the wall since the day began, within it. */
    private int minutes(LocalDate day, Instant instant) {
        LocalDateTime local = zone.local(instant);
        if (local.toLocalDate().isBefore(day)) {
            return 0;
        }
        return local.toLocalDate().isAfter(day) ? DAY : local.getHour() * HOUR + local.getMinute();
    }

    private List<Slot> own(LocalDate day) {
        var own = new ArrayList<Slot>();
        for (Slot slot : free) {
            if (zone.day(slot.start()).equals(day)) {
                own.add(slot);
            }
        }
        return own;
    }

    private boolean isWorked(LocalDate day) {
        Instant begin = zone.midnight(day);
        Instant end = zone.midnight(day.plusDays(1));
        boolean isWorked = true;
        for (PeerSchedule person : people) {
            for (BusyPeriod off : person.off().periods()) {
                boolean isWhole =
                        !off.start().isAfter(later(begin, person.off().from()))
                                && !off.end().isBefore(end);
                isWorked &= !isWhole;
            }
        }
        return isWorked;
    }

    private Day day(LocalDate day, List<Slot> own) {
        var rows = new ArrayList<Row>();
        for (PeerSchedule person : people) {
            rows.add(row(day, FindTimePage.name(context, query, person), person));
        }
        for (FreeRooms.Room room :
                rooms.rooms().subList(0, Math.min(MOST_ROOMS, rooms.rooms().size()))) {
            rows.add(row(day, room.name(), room.busy()));
        }
        var choosable = new ArrayList<Choosable>();
        for (Slot slot : own) {
            choosable.add(
                    new Choosable(
                            FindTimePage.value(zone, slot, query.length()),
                            query.length().isDays()
                                    ? context.texts().say(MessageKey.FIND_WHOLE_DAY)
                                    : context.dates()
                                            .times(
                                                    zone.local(slot.start()).toLocalTime(),
                                                    zone.local(slot.end()).toLocalTime()),
                            FreeRooms.named(rooms.at(slot))));
        }
        String title = context.dates().full(day);
        return new Day(
                "day-" + day,
                title,
                hours(),
                to - from,
                ticks(),
                rows,
                context.texts().say(MessageKey.FIND_FREE_ON, "day", context.dates().brief(day)),
                choosable,
                choosable.isEmpty() ? context.texts().say(MessageKey.FIND_NO_FREE) : "");
    }

    private List<String> hours() {
        int step = (to - from) / HOUR > MOST_HOURS ? 2 * HOUR : HOUR;
        var hours = new ArrayList<String>();
        for (int at = from; at < to; at += step) {
            hours.add(context.dates().time(LocalTime.of(at / HOUR, 0)));
        }
        return hours;
    }

    /** A line at each full hour, as the path of an SVG. */
    private String ticks() {
        var path = new StringBuilder();
        for (int at = HOUR; at < to - from; at += HOUR) {
            path.append('M').append(at).append(" 0v10");
        }
        return path.toString();
    }

    private Row row(LocalDate day, String name, PeerSchedule person) {
        var blocks = new ArrayList<Block>();
        var words = new ArrayList<String>();
        add(blocks, "off", day, over(person), "");
        for (BusyPeriod off : person.off().periods()) {
            add(blocks, "off", day, off, "");
        }
        Instant midnight = zone.midnight(day.plusDays(1));
        boolean isKnown = !person.known().isBefore(midnight);
        if (!isKnown) {
            add(
                    blocks,
                    "unknown",
                    day,
                    new BusyPeriod(
                            later(zone.midnight(day), person.known()), midnight, Busy.UNAVAILABLE),
                    context.texts().say(MessageKey.FIND_IS_UNKNOWN));
        }
        boolean isWhole = false;
        for (BusyPeriod busy : person.busy().periods()) {
            boolean isAllDay = isAllDay(day, busy);
            String times =
                    isAllDay
                            ? context.texts().say(MessageKey.ALL_DAY)
                            : context.dates()
                                    .times(clock(day, busy.start()), clock(day, busy.end()));
            String kind = busy.busy() == Busy.TENTATIVE ? "tentative" : "busy";
            if (add(blocks, kind, day, busy, times)) {
                words.add(times);
                isWhole |= isAllDay;
            }
        }
        return new Row(name, blocks, words(words, isWhole, isKnown));
    }

    private String words(List<String> times, boolean isAllDay, boolean isKnown) {
        if (times.isEmpty() || isAllDay) {
            return context.texts()
                    .say(
                            isAllDay
                                    ? MessageKey.FIND_IS_BUSY_ALL_DAY
                                    : isKnown
                                            ? MessageKey.FIND_IS_FREE
                                            : MessageKey.FIND_IS_UNKNOWN);
        }
        return context.texts().say(MessageKey.FIND_IS_BUSY, "times", context.texts().joined(times));
    }

    private boolean isAllDay(LocalDate day, BusyPeriod period) {
        return minutes(day, period.start()) == 0 && minutes(day, period.end()) == DAY;
    }

    /** What is over of the days that are looked at. */
    private BusyPeriod over(PeerSchedule person) {
        Instant from = zone.midnight(query.date());
        Instant to = person.busy().from();
        return new BusyPeriod(from, from.isBefore(to) ? to : from.plusNanos(1), Busy.UNAVAILABLE);
    }

    private LocalTime clock(LocalDate day, Instant instant) {
        int minutes = minutes(day, instant);
        return LocalTime.of(minutes / HOUR % 24, minutes % HOUR);
    }

    /** Whether there is anything of it in the scale. */
    private boolean add(
            List<Block> blocks, String kind, LocalDate day, BusyPeriod period, String label) {
        int first = Math.max(minutes(day, period.start()), from) - from;
        int last = Math.min(minutes(day, period.end()), to) - from;
        if (first >= last) {
            return false;
        }
        blocks.add(new Block(kind, first, last - first, label));
        return true;
    }
}
