package org.imipagent.settings;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imipagent.settings.Checked.Bad;
import org.imipagent.settings.Checked.Good;
import org.jspecify.annotations.Nullable;

/**
 * When a person works: at most one span of hours a weekday, in the person's own time zone.
 *
 * <p>Written {@code Mon-Thu 09:00-17:00, Fri 09:00-15:00}, or {@code none}. What is read may be
 * shorter or longer: {@code monday-fri 9-17}.
 */
public record WorkingHours(Map<DayOfWeek, Span> days) {
    /** No hours on any day. */
    public static final WorkingHours NONE = new WorkingHours(Map.of());

    private static final int DAY = 24 * 60;

    /**
     * Hours of one day, in minutes since midnight.
     *
     * @param to exclusive; 1440 is the end of the day
     */
    public record Span(int from, int to) {
        public Span {
            if (from < 0 || to <= from || to > DAY) {
                throw new IllegalArgumentException("no hours of a day: " + from + " to " + to);
            }
        }

        /** {@code 09:00-17:00}. */
        String text() {
            return time(from) + "-" + time(to);
        }

        /** The first minute as {@code 09:00}. */
        public String start() {
            return time(from);
        }

        /** The end as {@code 17:00}, or {@code 24:00}. */
        public String end() {
            return time(to);
        }

        private static String time(int minutes) {
            return twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60);
        }

        private static String twoDigits(int number) {
            return number < 10 ? "0" + number : Integer.toString(number);
        }
    }

    public WorkingHours {
        days = Map.copyOf(days);
    }

    /** The hours of a weekday; null where the person does not work then. */
    public @Nullable Span on(DayOfWeek day) {
        return days.get(day);
    }

    /** The same hours on every day from one to another: what a default is written with. */
    static WorkingHours of(DayOfWeek first, DayOfWeek last, int fromHour, int toHour) {
        Map<DayOfWeek, Span> days = new EnumMap<>(DayOfWeek.class);
        put(days, first, last, new Span(fromHour * 60, toHour * 60));
        return new WorkingHours(days);
    }

    /** The text that gives these hours back. */
    public String text() {
        var parts = new ArrayList<String>();
        int day = 1;
        while (day <= 7) {
            Span span = on(DayOfWeek.of(day));
            int last = day;
            while (span != null && last < 7 && span.equals(on(DayOfWeek.of(last + 1)))) {
                last++;
            }
            if (span != null) {
                parts.add(name(day) + (last == day ? "" : "-" + name(last)) + " " + span.text());
            }
            day = last + 1;
        }
        return parts.isEmpty() ? Preference.NONE : String.join(", ", parts);
    }

    private static String name(int day) {
        String name = DayOfWeek.of(day).name();
        return name.charAt(0) + name.substring(1, 3).toLowerCase(Locale.ROOT);
    }

    public static Checked<WorkingHours> parse(String text) {
        if (text.strip().equalsIgnoreCase(Preference.NONE)) {
            return new Good<>(NONE);
        }
        Map<DayOfWeek, Span> days = new EnumMap<>(DayOfWeek.class);
        for (String part : text.length() > 1000 ? List.of("") : List.of(text.split(",", -1))) {
            if (!read(days, part.strip())) {
                return new Bad<>(
                        "must be hours such as Mon-Thu 09:00-17:00, Fri 09:00-15:00, each day once, or none; not '"
                                + (text.length() > 80 ? text.substring(0, 80) + "..." : text)
                                + "'");
            }
        }
        return new Good<>(new WorkingHours(days));
    }

    /** Puts in {@code Mon-Fri 09:00-17:00}; false where the part is not like that. */
    private static boolean read(Map<DayOfWeek, Span> days, String part) {
        int blank = part.indexOf(' ');
        if (blank < 0) {
            return false;
        }
        String names = part.substring(0, blank);
        int dash = names.indexOf('-');
        DayOfWeek first = day(dash < 0 ? names : names.substring(0, dash));
        DayOfWeek last = dash < 0 ? first : day(names.substring(dash + 1));
        Span span = span(part.substring(blank + 1).strip());
        return first != null && last != null && span != null && put(days, first, last, span);
    }

    /** False where one of the days has hours already. */
    private static boolean put(
            Map<DayOfWeek, Span> days, DayOfWeek first, DayOfWeek last, Span span) {
        int number = Math.floorMod(last.getValue() - first.getValue(), 7);
        for (int i = 0; i <= number; i++) {
            if (days.put(first.plus(i), span) != null) {
                return false;
            }
        }
        return true;
    }

    /** A weekday by three letters of its English name or more; null for anything else. */
    private static @Nullable DayOfWeek day(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        for (int i = 1; i <= 7 && upper.length() >= 3; i++) {
            if (DayOfWeek.of(i).name().startsWith(upper)) {
                return DayOfWeek.of(i);
            }
        }
        return null;
    }

    private static @Nullable Span span(String text) {
        int dash = text.indexOf('-');
        return dash < 0 ? null : span(text.substring(0, dash), text.substring(dash + 1));
    }

    /** The hours between two times of day; null where they are no times, or not in this order. */
    public static @Nullable Span span(String from, String to) {
        int first = minutes(from.strip());
        int end = minutes(to.strip());
        return first < 0 || end <= first ? null : new Span(first, end);
    }

    /** {@code 9}, {@code 9:30} or {@code 09:30} in minutes since midnight; -1 for anything else. */
    private static int minutes(String text) {
        int colon = text.indexOf(':');
        int hours = number(colon < 0 ? text : text.substring(0, colon), 1);
        int minutes = colon < 0 ? 0 : number(text.substring(colon + 1), 2);
        int all = hours * 60 + minutes;
        return hours < 0 || minutes < 0 || minutes > 59 || all > DAY ? -1 : all;
    }

    /** Two digits, or one where that is enough; -1 for anything else. */
    private static int number(String text, int least) {
        if (text.length() < least || text.length() > 2) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
