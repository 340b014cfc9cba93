package org.imipagent.manager;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RuleText;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;

/**
 * How an event repeats, as far as the form can say it.
 *
 * @param repeat none, daily, weekly, monthly, yearly; {@link #KEEP} for a rule that is richer
 * @param until the last day; "" for none
 * @param times how often; "" for no end of that kind
 */
public record SimpleRecurrence(String repeat, String until, String times) {

    static final String NONE = "none";
    static final String KEEP = "keep";
    static final List<String> SIMPLE = List.of("daily", "weekly", "monthly", "yearly");
    static final SimpleRecurrence ONCE = new SimpleRecurrence(NONE, "", "");

    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    boolean isSimple() {
        return SIMPLE.contains(repeat);
    }

    static SimpleRecurrence of(VEvent series, Zone zone) {
        if (!series.isRecurring()) {
            return ONCE;
        }
        var rich = new SimpleRecurrence(KEEP, "", "");
        List<Property> rules = series.component().all("RRULE");
        if (rules.size() != 1
                || series.component().has("RDATE")
                || series.component().has("EXRULE")) {
            return rich;
        }
        RuleText parts = RuleText.of(rules.getFirst().value());
        String repeat = parts.value("FREQ").toLowerCase(Locale.ROOT);
        return SIMPLE.contains(repeat) && saysNoMore(parts, repeat, series)
                ? new SimpleRecurrence(repeat, until(parts, zone), parts.value("COUNT"))
                : rich;
    }

    /** Whether every other part of the rule only repeats what the first day says. */
    private static boolean saysNoMore(RuleText parts, String repeat, VEvent series) {
        CalendarTime start = series.start();
        if (start == null) {
            return false;
        }
        LocalDate first = start.wall().toLocalDate();
        String day = DAYS.get(first.getDayOfWeek().getValue() - 1);
        return parts.names().stream()
                .allMatch(
                        name ->
                                switch (name) {
                                    case "FREQ", "UNTIL", "COUNT", "WKST" -> true;
                                    case "INTERVAL" -> parts.value(name).equals("1");
                                    case "BYDAY" ->
                                            repeat.equals("weekly")
                                                    && parts.value(name).equals(day);
                                    case "BYMONTHDAY" ->
                                            repeat.equals("monthly")
                                                    && parts.value(name)
                                                            .equals("" + first.getDayOfMonth());
                                    default -> false;
                                });
    }

    private static String until(RuleText parts, Zone zone) {
        CalendarTime until = parts.until();
        return until == null ? "" : EventFormReader.local(until, zone).toLocalDate().toString();
    }

    /**
     * The rule of a simple rhythm.
     *
     * @param start of the first time: UNTIL is of its kind (RFC 5545, 3.3.10)
     */
    Property rule(CalendarTime start, Zone zone) {
        String rule = "FREQ=" + repeat.toUpperCase(Locale.ROOT);
        if (!until.isEmpty()) {
            return Property.of(
                    "RRULE",
                    rule
                            + ";UNTIL="
                            + until(Objects.requireNonNull(CalendarPage.read(until)), start, zone));
        }
        return Property.of("RRULE", times.isEmpty() ? rule : rule + ";COUNT=" + times);
    }

    private static String until(LocalDate last, CalendarTime start, Zone zone) {
        LocalDateTime end = last.atTime(LocalTime.of(23, 59, 59));
        return switch (start) {
            case CalendarTime.Day _ -> Times.date(last);
            case CalendarTime.Floating _ -> Times.dateTime(end);
            case CalendarTime.Zoned _ -> Times.dateTime(Zone.UTC.local(zone.instant(end))) + "Z";
        };
    }

    /** Whether the days of a rule are its own, and not those of the first time. */
    static boolean hasDaysOfItsOwn(VEvent series) {
        return series.component().has("RDATE")
                || series.component().all("RRULE").stream()
                        .flatMap(rule -> RuleText.of(rule.value()).names().stream())
                        .anyMatch(part -> part.startsWith("BY"));
    }
}
