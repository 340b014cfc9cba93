package org.imipagent.manager;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Times as addresses and forms have them: {@code 2026-12-01T09:00/2026-12-01T10:00}, or two days,
 * both inclusive; and the event that takes place at several.
 */
final class EventSlots {

    private EventSlots() {}

    /** Those of them that are times, by start, each once; all of days or all of times. */
    static List<EventTimes> read(List<String> texts) {
        var slots = new TreeMap<String, EventTimes>();
        for (String text : texts) {
            EventTimes slot = read(text);
            if (slot != null
                    && slots.size() <= SimpleRecurrence.MOST_DATES
                    && (slots.isEmpty()
                            || slots.firstEntry().getValue().allDay() == slot.allDay())) {
                slots.put(text(slot), slot);
            }
        }
        return List.copyOf(slots.values());
    }

    /** One; null for what is none. */
    static @Nullable EventTimes read(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? null : times(text.substring(0, slash), text.substring(slash + 1));
    }

    static String text(EventTimes times) {
        return times.allDay()
                ? times.startDate() + "/" + times.endDate()
                : times.startDate()
                        + "T"
                        + times.startTime()
                        + "/"
                        + times.endDate()
                        + "T"
                        + times.endTime();
    }

    /** Null where they are not two of a kind. */
    static @Nullable EventTimes times(String start, String end) {
        LocalDate first = CalendarPage.read(day(start));
        LocalDate last = CalendarPage.read(day(end));
        if (first == null || last == null) {
            return null;
        }
        LocalTime from = EventTimes.clock(time(start));
        LocalTime to = EventTimes.clock(time(end));
        boolean days = from == null && to == null;
        return !days && (from == null || to == null)
                ? null
                : new EventTimes(
                        days,
                        first.toString(),
                        from == null ? "09:00" : from.toString(),
                        last.toString(),
                        to == null ? "10:00" : to.toString());
    }

    private static String day(String text) {
        return text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text;
    }

    private static String time(String text) {
        return text.length() > 10 ? text.substring(11) : "";
    }

    /**
     * A new event at all of them: the first is its start; what is at the same time on other days is
     * a day more, anything else a period more (RDATE, RFC 5545, 3.8.5.2).
     */
    static EventFields fields(List<EventTimes> slots, String people) {
        EventTimes first = slots.getFirst();
        var added = new ArrayList<String>();
        for (EventTimes slot : slots.subList(1, slots.size())) {
            added.add(isSame(first, slot) ? slot.startDate() : text(slot));
        }
        EventFields fields = EventFields.blank(first, people);
        return added.isEmpty()
                ? fields
                : fields.withRhythm(
                        SimpleRecurrence.plain(SimpleRecurrence.DATES).withDates(List.of(), added));
    }

    /** Whether it is the same on another day. */
    private static boolean isSame(EventTimes one, EventTimes other) {
        long days =
                LocalDate.parse(other.startDate()).toEpochDay()
                        - LocalDate.parse(one.startDate()).toEpochDay();
        return one.later(days).equals(other);
    }
}
