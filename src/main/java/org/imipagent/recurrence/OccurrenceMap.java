package org.imipagent.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.RuleText;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Which date of a series is which after the series was changed. A series that is moved as a whole
 * keeps its dates by position: the third is the third. One whose rule is another keeps those that
 * both have. Dates that EXDATE takes away count, so that they keep their position too.
 *
 * @param after by the old name; one that is gone is not here
 * @param before by the new name
 */
public record OccurrenceMap(
        Map<RecurrenceId, RecurrenceId> after, Map<RecurrenceId, RecurrenceId> before) {

    /** How much further the dates of a moved series may lie, beside the move itself. */
    private static final Duration SLACK = Duration.ofDays(400);

    public OccurrenceMap {
        after = Map.copyOf(after);
        before = Map.copyOf(before);
    }

    /**
     * The map of some dates.
     *
     * @param was the series; null where there was none
     * @param is the series as it is now
     * @param asked names of dates, old or new, that are asked for
     * @param own the zone of days and times without a zone
     */
    public static OccurrenceMap between(
            @Nullable VEvent was,
            @Nullable VEvent is,
            Set<RecurrenceId> asked,
            Zone own,
            Limits limits) {
        if (asked.isEmpty()) {
            return new OccurrenceMap(Map.of(), Map.of());
        }
        return was != null && is != null && isMovedWhole(was, is, own)
                ? byPosition(was, is, asked, own, limits)
                : byName(is, asked, own, limits);
    }

    /** The date that another was before; null where it was none. */
    public @Nullable RecurrenceId before(RecurrenceId now) {
        return before.get(now);
    }

    /** The date that another has become; null where it is gone. */
    public @Nullable RecurrenceId after(RecurrenceId old) {
        return after.get(old);
    }

    private static OccurrenceMap byName(
            @Nullable VEvent is, Set<RecurrenceId> asked, Zone own, Limits limits) {
        var same = new HashMap<RecurrenceId, RecurrenceId>();
        for (RecurrenceId id : SeriesDates.of(is, asked, own, limits).given()) {
            same.put(id, id);
        }
        return new OccurrenceMap(same, same);
    }

    /** Another start, and a rule of the same shape. */
    static boolean isMovedWhole(VEvent was, VEvent is, Zone own) {
        CalendarTime from = was.start();
        CalendarTime to = is.start();
        return from != null
                && to != null
                && was.isRecurring()
                && is.isRecurring()
                && !RecurrenceId.of(from).equals(RecurrenceId.of(to))
                && shapes(was).equals(shapes(is));
    }

    /** How often, and by how many of which parts; not where it ends. */
    private static List<String> shapes(VEvent series) {
        return series.component().all("RRULE").stream().map(OccurrenceMap::shape).toList();
    }

    private static String shape(Property rule) {
        RuleText text = RuleText.of(rule.value()).without(Set.of("UNTIL", "COUNT", "WKST"));
        var shape = new StringBuilder(text.value("FREQ"));
        shape.append(text.has("INTERVAL") ? text.value("INTERVAL") : "1");
        text.names().stream()
                .filter(name -> name.startsWith("BY"))
                // A part that only repeats the first date may be left out in the new rule.
                .filter(name -> text.value(name).contains(","))
                .sorted()
                .forEach(name -> shape.append(name).append(text.value(name).split(",").length));
        return shape.toString();
    }

    private static OccurrenceMap byPosition(
            VEvent was, VEvent is, Set<RecurrenceId> asked, Zone own, Limits limits) {
        Instant from = Objects.requireNonNull(was.start()).instant(own);
        Instant to = Objects.requireNonNull(is.start()).instant(own);
        Instant last = from.isAfter(to) ? from : to;
        for (RecurrenceId id : asked) {
            last = id.instant(own).isAfter(last) ? id.instant(own) : last;
        }
        Duration move = Duration.between(from, to).abs().plus(SLACK);
        List<RecurrenceId> old = dates(was, from, last.plus(move), own, limits);
        List<RecurrenceId> now = dates(is, to, last.plus(move), own, limits);
        var after = new HashMap<RecurrenceId, RecurrenceId>();
        var before = new HashMap<RecurrenceId, RecurrenceId>();
        for (int i = 0; i < Math.min(old.size(), now.size()); i++) {
            if (asked.contains(old.get(i)) || asked.contains(now.get(i))) {
                after.put(old.get(i), now.get(i));
                before.put(now.get(i), old.get(i));
            }
        }
        return new OccurrenceMap(after, before);
    }

    private static List<RecurrenceId> dates(
            VEvent master, Instant from, Instant to, Zone own, Limits limits) {
        return Recurrences.expand(
                        Event.of(master.without("EXDATE")), from, to.plusSeconds(1), own, limits)
                .instances()
                .stream()
                .map(each -> each.id())
                .filter(Objects::nonNull)
                .toList();
    }
}
