package org.imipagent.messages;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RuleText;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/** A recurrence rule (RFC 5545, 3.3.10) in words, as far as words are short. */
public final class Repeats {

    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final Messages texts;
    private final Zone zone;

    /** In a language, for a person in a zone. */
    public Repeats(Messages texts, Zone zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /**
     * "Every 2 weeks on Monday and Friday, until 3 December 2026"; "" for an event that takes place
     * once.
     *
     * @param last the last date that takes place, where the rule ends on a day; null where it is
     *     not known: then the day is told that the rule names
     */
    public String words(VEvent event, @Nullable CalendarTime last) {
        Property rule = event.component().first("RRULE");
        if (rule == null) {
            return event.isRecurring() ? texts.say(MessageKey.REPEATS_OTHERWISE) : "";
        }
        RuleText parts = RuleText.of(rule.value());
        return ending(parts, last, on(parts, every(parts)));
    }

    private String every(RuleText parts) {
        long n = number(parts.value("INTERVAL"));
        return switch (parts.value("FREQ")) {
            case "DAILY" -> every(n, MessageKey.EVERY_DAY, MessageKey.EVERY_N_DAYS);
            case "WEEKLY" -> every(n, MessageKey.EVERY_WEEK, MessageKey.EVERY_N_WEEKS);
            case "MONTHLY" -> every(n, MessageKey.EVERY_MONTH, MessageKey.EVERY_N_MONTHS);
            case "YEARLY" -> every(n, MessageKey.EVERY_YEAR, MessageKey.EVERY_N_YEARS);
            default -> texts.say(MessageKey.REPEATS_OTHERWISE);
        };
    }

    private String every(long n, MessageKey one, MessageKey many) {
        return n <= 1 ? texts.say(one) : texts.count(many, n);
    }

    private String on(RuleText parts, String every) {
        String byDay = parts.value("BYDAY");
        return switch (parts.value("FREQ")) {
            case "WEEKLY" -> byDay.isEmpty() ? every : onDays(byDay, every);
            case "MONTHLY" -> byDay.isEmpty() ? every : onNth(parts, byDay, every);
            case "YEARLY" -> parts.has("BYMONTH") ? onNth(parts, byDay, every) : every;
            default -> every;
        };
    }

    /** "Every month on the second Tuesday", or what it is without. */
    private String onNth(RuleText parts, String byDay, String every) {
        int name = byDay.length() - 2;
        int weekday = name < 0 ? -1 : DAYS.indexOf(byDay.substring(name));
        if (weekday < 0 || parts.has("BYMONTHDAY")) {
            return every;
        }
        String position = parts.value("BYSETPOS");
        long nth =
                number(name == 0 ? position : position.isEmpty() ? byDay.substring(0, name) : "");
        List<String> ordinals = texts.list(MessageKey.ORDINALS);
        boolean isSaid = nth == -1 || (nth >= 1 && nth < ordinals.size());
        return !isSaid
                ? every
                : texts.say(
                        MessageKey.REPEATS_NTH,
                        "every",
                        every,
                        "nth",
                        nth == -1 ? ordinals.getLast() : ordinals.get((int) nth - 1),
                        "weekday",
                        new Dates(texts).weekday(weekday + 1));
    }

    private String onDays(String byDay, String every) {
        var days = new ArrayList<String>();
        for (String day : byDay.split(",", 8)) {
            int number = DAYS.indexOf(day.strip());
            if (number < 0) {
                return every;
            }
            days.add(new Dates(texts).weekday(number + 1));
        }
        return texts.say(MessageKey.REPEATS_ON, "every", every, "days", texts.enumeration(days));
    }

    private String ending(RuleText parts, @Nullable CalendarTime last, String repeats) {
        CalendarTime until = parts.until();
        CalendarTime end = until == null || last == null ? until : last;
        if (end != null) {
            var day = end.isDay() ? end.wall().toLocalDate() : zone.day(end.instant(zone));
            return texts.say(
                    MessageKey.REPEATS_UNTIL,
                    "repeats",
                    repeats,
                    "date",
                    new Dates(texts).day(day));
        }
        long count = number(parts.value("COUNT"));
        return count > 0
                ? texts.count(MessageKey.REPEATS_TIMES, count, "repeats", repeats)
                : repeats;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException odd) {
            return 0;
        }
    }
}
