package org.imipagent.ical;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/**
 * A minimal correct VTIMEZONE (RFC 5545, 3.6.5) for a zone: what held at the first of the times
 * concerned, every change since, and yearly rules from where the zone has them.
 */
final class ZoneWriter {

    /** In these many years every date falls on every day of the week. */
    private static final int CYCLE = 28;

    private static final int MOST_CHANGES = 300;
    private static final LocalDateTime EARLY = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final Zone zone;
    private final List<Component> observances = new ArrayList<>();

    private ZoneWriter(Zone zone) {
        this.zone = zone;
    }

    /**
     * @param times on the wall that are said by it; without any, all since 1970
     * @param recurs whether later times follow
     */
    static Component write(String tzid, Zone zone, List<LocalDateTime> times, boolean recurs) {
        var writer = new ZoneWriter(zone);
        LocalDateTime first = times.stream().min(LocalDateTime::compareTo).orElse(EARLY);
        LocalDateTime last = times.stream().max(LocalDateTime::compareTo).orElse(EARLY);
        writer.write(
                zone.instant(first.minusDays(1)),
                zone.instant(last.plusDays(1)),
                recurs || times.isEmpty());
        return new Component(
                "VTIMEZONE", List.of(Property.ofText("TZID", tzid)), writer.observances);
    }

    private void write(Instant first, Instant last, boolean recurs) {
        ZoneRules rules = zone.rules();
        List<ZoneOffsetTransitionRule> endless = rules.getTransitionRules();
        ZoneOffsetTransition change = rules.previousTransition(first.plusSeconds(1));
        if (change == null) {
            held(rules.getOffset(first));
            change = rules.nextTransition(first);
        }
        Instant settled = settled(rules);
        for (int i = 0; change != null && i < MOST_CHANGES; i++) {
            if (!endless.isEmpty()
                    && change.getInstant().isAfter(settled)
                    && writeRules(endless, change.getDateTimeBefore().getYear())) {
                return;
            }
            if (!recurs && endless.isEmpty() && i > 1 && change.getInstant().isAfter(last)) {
                return;
            }
            changed(change);
            change = rules.nextTransition(change.getInstant());
        }
    }

    /** When the last change took place that is no more by the yearly rules. */
    private static Instant settled(ZoneRules rules) {
        var transitions = rules.getTransitions();
        return transitions.isEmpty() ? Instant.MIN : transitions.getLast().getInstant();
    }

    /** An offset from the beginning of time. */
    private void held(ZoneOffset offset) {
        observances.add(
                observance("STANDARD", LocalDateTime.of(1601, 1, 1, 0, 0), offset, offset, null));
    }

    private void changed(ZoneOffsetTransition change) {
        observances.add(
                observance(
                        name(change),
                        change.getDateTimeBefore(),
                        change.getOffsetBefore(),
                        change.getOffsetAfter(),
                        null));
    }

    private String name(ZoneOffsetTransition change) {
        return zone.rules().isDaylightSavings(change.getInstant()) ? "DAYLIGHT" : "STANDARD";
    }

    /** The yearly rules, each from a year on; false where one cannot be said as an RRULE. */
    private boolean writeRules(List<ZoneOffsetTransitionRule> endless, int year) {
        var written = new ArrayList<Component>();
        for (ZoneOffsetTransitionRule rule : endless) {
            ZoneOffsetTransition first = rule.createTransition(year);
            String rrule = rrule(rule, year);
            if (rrule == null) {
                return false;
            }
            written.add(
                    observance(
                            name(first),
                            first.getDateTimeBefore(),
                            first.getOffsetBefore(),
                            first.getOffsetAfter(),
                            rrule));
        }
        return observances.addAll(written);
    }

    /** By what the rule does in a cycle of years, so that hours counted from UTC are right too. */
    private static @Nullable String rrule(ZoneOffsetTransitionRule rule, int year) {
        List<LocalDateTime> dates =
                IntStream.range(year, year + CYCLE)
                        .mapToObj(y -> rule.createTransition(y).getDateTimeBefore())
                        .toList();
        LocalDateTime first = dates.getFirst();
        boolean oneMonth = dates.stream().allMatch(d -> d.getMonth() == first.getMonth());
        boolean oneTime = dates.stream().allMatch(d -> d.toLocalTime().equals(first.toLocalTime()));
        if (!oneMonth || !oneTime) {
            return null;
        }
        int least = dates.stream().mapToInt(LocalDateTime::getDayOfMonth).min().orElseThrow();
        int most = dates.stream().mapToInt(LocalDateTime::getDayOfMonth).max().orElseThrow();
        String yearly = "FREQ=YEARLY;BYMONTH=" + first.getMonthValue();
        if (least == most) {
            return yearly + ";BYMONTHDAY=" + least;
        }
        boolean oneDay = dates.stream().allMatch(d -> d.getDayOfWeek() == first.getDayOfWeek());
        if (!oneDay || most - least != 6) {
            return null;
        }
        String day = name(first.getDayOfWeek());
        if (most == first.getMonth().minLength() && most == first.getMonth().maxLength()) {
            return yearly + ";BYDAY=-1" + day;
        }
        if (least % 7 == 1) {
            return yearly + ";BYDAY=" + (least / 7 + 1) + day;
        }
        var monthDays = new StringBuilder();
        for (int date = least; date <= most; date++) {
            monthDays.append(date == least ? "" : ",").append(date);
        }
        return yearly + ";BYMONTHDAY=" + monthDays + ";BYDAY=" + day;
    }

    private static String name(DayOfWeek day) {
        return day.name().substring(0, 2).toUpperCase(Locale.ROOT);
    }

    private static Component observance(
            String name,
            LocalDateTime start,
            ZoneOffset from,
            ZoneOffset to,
            @Nullable String rrule) {
        var properties = new ArrayList<Property>(4);
        properties.add(Property.of("DTSTART", Times.dateTime(start)));
        properties.add(Property.of("TZOFFSETFROM", offset(from)));
        properties.add(Property.of("TZOFFSETTO", offset(to)));
        if (rrule != null) {
            properties.add(Property.of("RRULE", rrule));
        }
        return new Component(name, properties, List.of());
    }

    /** {@code +0100}, with seconds only where there are any. */
    private static String offset(ZoneOffset offset) {
        int total = Math.abs(offset.getTotalSeconds());
        var text = new StringBuilder(7).append(offset.getTotalSeconds() < 0 ? '-' : '+');
        two(text, total / 3600);
        two(text, total / 60 % 60);
        if (total % 60 != 0) {
            two(text, total % 60);
        }
        return text.toString();
    }

    private static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
