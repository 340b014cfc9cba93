package org.imipagent.settings;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code automatic_replies}: when an invitation is answered for a person, and whose.
 *
 * @param sender an address, or a mail domain, in small letters; "" for everybody
 */
public record AutomaticReply(When when, String sender) {

    /** What is answered, and when. The first line that says something counts. */
    public enum When implements Word {
        ACCEPT_WHEN_FREE("accept_when_free"),
        TENTATIVE_WHEN_FREE("tentative_when_free"),
        DECLINE_WHEN_BUSY("decline_when_busy"),
        DECLINE_OUTSIDE_HOURS("decline_outside_hours"),
        /** No line after it counts. */
        ASK_ME("ask_me");

        private final String word;

        When(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }

        private static @Nullable When named(String word) {
            for (When each : values()) {
                if (each.word.equals(word)) {
                    return each;
                }
            }
            return null;
        }
    }

    /** A line that holds ({@link #problem}). */
    public static AutomaticReply of(String line) {
        List<String> words = SchedulingName.words(line);
        When when = When.named(words.getFirst());
        if (when == null) {
            throw new IllegalArgumentException(line);
        }
        String sender = words.size() == 1 ? "" : CalendarAddress.lowerCase(words.get(1));
        return new AutomaticReply(when, sender.startsWith("@") ? sender.substring(1) : sender);
    }

    /** What is wrong with a line; null for nothing. */
    static @Nullable String problem(String line) {
        List<String> words = SchedulingName.words(line);
        String first = words.isEmpty() ? "" : words.getFirst();
        if (When.named(first) == null) {
            var names = new ArrayList<String>();
            for (When each : When.values()) {
                names.add(each.word);
            }
            return "must start with one of "
                    + String.join(", ", names)
                    + ", not '"
                    + first
                    + "'"
                    + Nearest.remedy(first, names);
        }
        if (words.size() > 2 || (words.size() == 2 && !isSender(words.get(1)))) {
            return "must be like: " + first + ", " + first + " ADDRESS, or " + first + " DOMAIN";
        }
        return null;
    }

    private static boolean isSender(String word) {
        return Kinds.address(word) || Kinds.domain(word.startsWith("@") ? word.substring(1) : word);
    }

    /** Whether it is about the invitations of somebody. */
    public boolean isFor(CalendarAddress organiser) {
        String address = organiser.email();
        return sender.isEmpty() || address.equals(sender) || address.endsWith("@" + sender);
    }
}
