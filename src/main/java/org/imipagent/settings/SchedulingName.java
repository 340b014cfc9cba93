package org.imipagent.settings;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;

/**
 * The functions by which a resource decides, as lines of {@code scheduling_function} name them, and
 * what may stand after each. What they do is in package {@code scheduling}.
 */
public enum SchedulingName implements Word {
    SCHEDULE_IN_FREEBUSY("schedule_in_freebusy", "[N]"),
    SCHEDULE_CORRECTED_IN_FREEBUSY("schedule_corrected_in_freebusy", "[N]"),
    SCHEDULE_NEXT_AVAILABLE_IN_FREEBUSY("schedule_next_available_in_freebusy", "[N]"),
    ACCEPT_FREE_OCCURRENCES("accept_free_occurrences", "[N]"),
    SAME_DOMAIN_ONLY("same_domain_only", ""),
    ACCESS_CONTROL_LIST("access_control_list", ""),
    OPENING_HOURS("opening_hours", "[HOURS]"),
    MAX_DURATION("max_duration", "DURATION"),
    BOOKING_WINDOW("booking_window", "LONGEST [SHORTEST]"),
    CHECK_QUOTA("check_quota", "[QUOTA]"),
    SCHEDULE_ACROSS_QUOTA("schedule_across_quota", "[QUOTA]"),
    SCHEDULE_FOR_DELEGATE("schedule_for_delegate", "[GROUP]"),
    ANY_OF("any_of", "GROUP"),
    ASK_OWNER("ask_owner", "[ADDRESS]"),
    EXTERNAL("external", "PROGRAM");

    private static final int MOST_DIGITS = 6;

    private final String word;
    private final String usage;

    SchedulingName(String word, String usage) {
        this.word = word;
        this.usage = usage;
    }

    @Override
    public String word() {
        return word;
    }

    /** What may stand after the name, as a manual page writes it; "" for nothing. */
    public String usage() {
        return usage;
    }

    /** The function of a name; null for none of ours. */
    public static @Nullable SchedulingName named(String word) {
        for (SchedulingName each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        return null;
    }

    /** The words of a line, which blanks part. */
    public static List<String> words(String line) {
        var words = new ArrayList<String>();
        for (String word : line.split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** What is wrong with a line; null for nothing. */
    public static @Nullable String problem(String line) {
        List<String> words = words(line);
        SchedulingName name = words.isEmpty() ? null : named(words.getFirst());
        if (name == null) {
            String first = words.isEmpty() ? "" : words.getFirst();
            var names = new ArrayList<String>();
            for (SchedulingName each : values()) {
                names.add(each.word);
            }
            return "unknown scheduling function '" + first + "'" + Nearest.remedy(first, names);
        }
        return name.takes(words.subList(1, words.size()))
                ? null
                : "must be like: " + (name.word + " " + name.usage).strip();
    }

    /** Whether these words may stand after the name. */
    public boolean takes(List<String> arguments) {
        int number = arguments.size();
        return switch (this) {
            case SCHEDULE_IN_FREEBUSY,
                    SCHEDULE_CORRECTED_IN_FREEBUSY,
                    SCHEDULE_NEXT_AVAILABLE_IN_FREEBUSY,
                    ACCEPT_FREE_OCCURRENCES ->
                    number == 0 || (number == 1 && isCapacity(arguments.getFirst()));
            case SAME_DOMAIN_ONLY, ACCESS_CONTROL_LIST -> number == 0;
            case OPENING_HOURS ->
                    number == 0
                            || WorkingHours.parse(String.join(" ", arguments))
                                    instanceof Checked.Good<WorkingHours>;
            case MAX_DURATION -> number == 1 && Durations.parse(arguments.getFirst()) != null;
            case BOOKING_WINDOW ->
                    (number == 1 || number == 2)
                            && Durations.parse(arguments.getFirst()) != null
                            && Durations.parse(arguments.getLast()) != null;
            case CHECK_QUOTA, SCHEDULE_ACROSS_QUOTA, SCHEDULE_FOR_DELEGATE -> number <= 1;
            case ANY_OF -> number == 1;
            case ASK_OWNER ->
                    number == 0
                            || (number == 1 && new CalendarAddress(arguments.getFirst()).isMail());
            case EXTERNAL -> number == 1 && isFileName(arguments.getFirst());
        };
    }

    private static boolean isCapacity(String word) {
        return word.length() <= MOST_DIGITS && Letters.isDigits(word) && !word.startsWith("0");
    }

    /** Of a program in the folder that the administrator keeps for them: no path. */
    private static boolean isFileName(String word) {
        return Letters.isWord(word, "-_.") && !word.startsWith(".");
    }
}
