package org.imipagent.ical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.Zones;
import org.jspecify.annotations.Nullable;

/**
 * A recurrence rule in the grammar of vCalendar 1.0, such as {@code W2 MO WE #10} or {@code MP1 1+
 * FR 20261231T000000Z}, in the words of RFC 5545. Rules inside rules are not read.
 */
final class VCalendarRule {

    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final List<String> items = new ArrayList<>();
    private String end = ";COUNT=2";

    private VCalendarRule() {}

    /** The same rule as RFC 5545 writes it, or null where it is none. */
    static @Nullable String read(String text) {
        return text.length() > 500 ? null : new VCalendarRule().rule(text);
    }

    private @Nullable String rule(String text) {
        String[] words = text.strip().toUpperCase(Locale.ROOT).split("\\s+", -1);
        int digits = 0;
        while (digits < words[0].length() && Character.isLetter(words[0].charAt(digits))) {
            digits++;
        }
        String interval = words[0].substring(digits);
        if (!interval.matches("[1-9]\\d{0,3}")) {
            return null;
        }
        for (int i = 1; i < words.length; i++) {
            if (i == words.length - 1 && isEnd(words[i])) {
                break;
            }
            items.add(words[i]);
        }
        String by = by(words[0].substring(0, digits));
        return by == null ? null : by.replaceFirst(";|$", ";INTERVAL=" + interval + "$0") + end;
    }

    /** {@code #10} times, {@code #0} for ever, or a date; without an end it is twice. */
    private boolean isEnd(String word) {
        if (word.matches("#\\d{1,9}")) {
            int count = Integer.parseInt(word.substring(1));
            end = count == 0 ? "" : ";COUNT=" + count;
            return true;
        }
        if (Times.read(word, null, Zones.NONE) == null) {
            return false;
        }
        end = ";UNTIL=" + word;
        return true;
    }

    private @Nullable String by(String kind) {
        return switch (kind) {
            case "D" -> items.isEmpty() ? "FREQ=DAILY" : null;
            case "W" -> list("FREQ=WEEKLY", "BYDAY", days());
            case "MP" -> list("FREQ=MONTHLY", "BYDAY", places());
            case "MD" -> list("FREQ=MONTHLY", "BYMONTHDAY", numbers());
            case "YM" -> list("FREQ=YEARLY", "BYMONTH", numbers());
            case "YD" -> list("FREQ=YEARLY", "BYYEARDAY", numbers());
            default -> null;
        };
    }

    private static @Nullable String list(String frequency, String by, @Nullable List<String> list) {
        if (list == null) {
            return null;
        }
        return list.isEmpty() ? frequency : frequency + ";" + by + "=" + String.join(",", list);
    }

    private @Nullable List<String> days() {
        return DAYS.containsAll(items) ? items : null;
    }

    /** {@code 1+ MO TU 2- FR}: the first Monday and Tuesday, the last Friday but one. */
    private @Nullable List<String> places() {
        var places = new ArrayList<String>();
        String place = "";
        for (String item : items) {
            if (item.matches("[1-5][+-]")) {
                place = (item.endsWith("-") ? "-" : "") + item.charAt(0);
            } else if (DAYS.contains(item) && !place.isEmpty()) {
                places.add(place + item);
            } else {
                return null;
            }
        }
        return places;
    }

    /** Numbers, those from the end with a minus after them; LD is the last day. */
    private @Nullable List<String> numbers() {
        var numbers = new ArrayList<String>();
        for (String item : items) {
            if (item.equals("LD")) {
                numbers.add("-1");
            } else if (item.matches("\\d{1,3}[+-]?")) {
                String number = item.replaceAll("[+-]", "");
                numbers.add(item.endsWith("-") ? "-" + number : number);
            } else {
                return null;
            }
        }
        return numbers;
    }
}
