package org.imipagent.agent;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.imipagent.calendar.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed into a field of search, understood: words, and dates among them. {@code
 * 2026-11-18}, {@code 2026-11} and "November 2026" mean when; a year alone may be either.
 *
 * @param words the beginnings of words, folded; an event has all of them
 * @param from the first day; null for any
 * @param dayAfter the day after the last; null for any
 * @param year that is a word or when; 0 for none
 * @param isCut whether there were more words than are looked for
 */
public record SearchQuery(
        List<String> words,
        @Nullable LocalDate from,
        @Nullable LocalDate dayAfter,
        int year,
        boolean isCut) {

    /** More words are not looked for. */
    public static final int MOST_WORDS = 12;

    /** Of what was typed so many characters are read. */
    public static final int LONGEST = 300;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int MONTHS = 12;

    public SearchQuery {
        words = List.copyOf(words);
    }

    /**
     * Reads what was typed.
     *
     * @param months their names in the language of the person
     * @param first and last day asked for beside it; null for any
     */
    public static SearchQuery of(
            String typed,
            List<String> months,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {
        return new Reading(months, first, last == null ? null : last.plusDays(1)).read(typed);
    }

    /** Whether nothing is looked for at all. */
    public boolean isNothing() {
        return words.isEmpty() && from == null && dayAfter == null && year == 0;
    }

    /** Whether no day can be meant. */
    public boolean isNever() {
        return from != null && dayAfter != null && !from.isBefore(dayAfter);
    }

    /** What is shown as found in a text. */
    public List<String> marks() {
        if (year == 0) {
            return words;
        }
        var marks = new ArrayList<>(words);
        marks.add(Integer.toString(year));
        return marks;
    }

    private static final class Reading {
        private final List<String> months;
        private final LinkedHashSet<String> words = new LinkedHashSet<>();
        private @Nullable LocalDate from;
        private @Nullable LocalDate dayAfter;
        private int year;

        Reading(List<String> months, @Nullable LocalDate from, @Nullable LocalDate dayAfter) {
            this.months = months;
            this.from = from;
            this.dayAfter = dayAfter;
        }

        SearchQuery read(String typed) {
            boolean isLong = typed.length() > LONGEST;
            List<String> tokens = tokens(isLong ? typed.substring(0, LONGEST) : typed);
            for (int i = 0; i < tokens.size(); ) {
                i += read(tokens, i);
            }
            List<String> longest = withoutBeginnings(words);
            boolean isMuch = longest.size() > MOST_WORDS;
            return new SearchQuery(
                    isMuch ? longest.subList(0, MOST_WORDS) : longest,
                    from,
                    dayAfter,
                    year,
                    isLong || isMuch);
        }

        /** Reads one token, or two that belong together; tells how many. */
        private int read(List<String> tokens, int at) {
            String token = tokens.get(at);
            LocalDate day = day(token);
            if (day != null) {
                within(day, day.plusDays(1));
                return 1;
            }
            LocalDate month = month(token);
            if (month == null && at + 1 < tokens.size()) {
                month = named(token, tokens.get(at + 1));
                if (month != null) {
                    within(month, month.plusMonths(1));
                    return 2;
                }
            }
            if (month != null) {
                within(month, month.plusMonths(1));
            } else if (year == 0 && year(token) > 0) {
                year = year(token);
            } else {
                words.addAll(SearchText.folded(token));
            }
            return 1;
        }

        /** "November 2026", or the other way round. */
        private @Nullable LocalDate named(String one, String other) {
            int name = number(one);
            int number = year(name > 0 ? other : one);
            int month = name > 0 ? name : number(other);
            return month > 0 && number > 0 ? LocalDate.of(number, month, 1) : null;
        }

        /** The number of a month by its name; 0 for none. */
        private int number(String name) {
            List<String> folded = SearchText.folded(name);
            for (int i = 0; i < MONTHS && !folded.isEmpty(); i++) {
                if (SearchText.folded(months.get(i)).equals(folded)) {
                    return i + 1;
                }
            }
            return 0;
        }

        private void within(LocalDate first, LocalDate after) {
            from = from == null || first.isAfter(from) ? first : from;
            dayAfter = dayAfter == null || after.isBefore(dayAfter) ? after : dayAfter;
        }
    }

    private static List<String> tokens(String typed) {
        var tokens = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i <= typed.length(); i++) {
            boolean ends = i == typed.length() || Character.isWhitespace(typed.charAt(i));
            if (ends && start >= 0) {
                tokens.add(typed.substring(start, i));
                start = -1;
            } else if (!ends && start < 0) {
                start = i;
            }
        }
        return tokens;
    }

    /** "pla planning" asks for no more than "planning" does. */
    private static List<String> withoutBeginnings(Iterable<String> words) {
        var longest = new ArrayList<String>();
        for (String word : words) {
            boolean begins = false;
            for (String other : words) {
                begins |= !other.equals(word) && other.startsWith(word);
            }
            if (!begins) {
                longest.add(word);
            }
        }
        return longest;
    }

    private static int year(String token) {
        int year = token.length() == 4 ? number(token, 0, 4) : -1;
        return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
    }

    private static @Nullable LocalDate month(String token) {
        return token.length() == 7 && token.charAt(4) == '-'
                ? date(number(token, 0, 4), number(token, 5, 7), 1)
                : null;
    }

    /** A date {@code 2026-11-18}; null for what is none. Not LocalDate.parse: slow to start. */
    public static @Nullable LocalDate day(String token) {
        return token.length() == 10 && token.charAt(4) == '-' && token.charAt(7) == '-'
                ? date(number(token, 0, 4), number(token, 5, 7), number(token, 8, 10))
                : null;
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return year < 1 ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit < 0) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
