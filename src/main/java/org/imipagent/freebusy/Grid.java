package org.imipagent.freebusy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.BitSet;
import java.util.List;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/**
 * The points in time at which events may start and end, on the wall of a zone: every time whose
 * hour, minute and second are among those given. Where the clock goes back such a time comes twice;
 * one that it leaps over does not come.
 */
public final class Grid {

    private final BitSet hours;
    private final BitSet minutes;
    private final BitSet seconds;
    private final Zone zone;

    private Grid(BitSet hours, BitSet minutes, BitSet seconds, Zone zone) {
        this.hours = hours;
        this.minutes = minutes;
        this.seconds = seconds;
        this.zone = zone;
    }

    /** Of hours, minutes and seconds, each empty for every one; as {@code permitted_times} has. */
    public static Grid of(
            List<Integer> hours, List<Integer> minutes, List<Integer> seconds, Zone zone) {
        return new Grid(set(hours, 24), set(minutes, 60), set(seconds, 60), zone);
    }

    private static BitSet set(List<Integer> numbers, int size) {
        var set = new BitSet(size);
        if (numbers.isEmpty()) {
            set.set(0, size);
        }
        for (int number : numbers) {
            if (number < 0 || number >= size) {
                throw new IllegalArgumentException("no time of day has " + number);
            }
            set.set(number);
        }
        return set;
    }

    public boolean permits(Instant instant) {
        LocalDateTime wall = zone.local(instant);
        return hours.get(wall.getHour())
                && minutes.get(wall.getMinute())
                && seconds.get(wall.getSecond())
                && wall.getNano() == 0;
    }

    /** The first point at or after an instant and before another; null for none. */
    public @Nullable Instant next(Instant instant, Instant before) {
        Instant at = instant;
        while (at.isBefore(before)) {
            // Between two changes of the clock the wall goes as the instants do.
            ZoneOffset offset = zone.rules().getOffset(at);
            ZoneOffsetTransition change = zone.rules().nextTransition(at);
            Instant end = change == null ? before : FreeBusy.earlier(before, change.getInstant());
            LocalDateTime wall =
                    LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), offset);
            Instant found = next(wall).toInstant(offset);
            if (found.isBefore(end)) {
                return found;
            }
            at = end;
        }
        return null;
    }

    /** The first time on the wall, at or after one. */
    private LocalDateTime next(LocalDateTime wall) {
        LocalDateTime begun = wall.truncatedTo(ChronoUnit.SECONDS);
        LocalDateTime full = begun.equals(wall) ? wall : begun.plusSeconds(1);
        int hour = full.getHour();
        if (hours.get(hour)) {
            int minute = full.getMinute();
            int second = minutes.get(minute) ? seconds.nextSetBit(full.getSecond()) : -1;
            if (second >= 0) {
                return full.withSecond(second);
            }
            int later = minutes.nextSetBit(minute + 1);
            if (later >= 0) {
                return full.withMinute(later).withSecond(first(seconds));
            }
        }
        int later = hours.nextSetBit(hour + 1);
        return later >= 0
                ? full.toLocalDate().atTime(later, first(minutes), first(seconds))
                : full.toLocalDate()
                        .plusDays(1)
                        .atTime(first(hours), first(minutes), first(seconds));
    }

    private static int first(BitSet set) {
        return set.nextSetBit(0);
    }
}
