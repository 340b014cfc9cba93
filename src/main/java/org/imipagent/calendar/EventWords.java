package org.imipagent.calendar;

import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The words that an event is found by, those of its changed dates among them: title, place,
 * categories, who organises it and who is invited by name and address, contact, comments and
 * description.
 */
public final class EventWords {

    /** An event with more is not put into the index: it is read when somebody searches. */
    public static final int MOST = 1000;

    private static final List<String> TEXTS =
            List.of("SUMMARY", "LOCATION", "RESOURCES", "CONTACT", "COMMENT", "DESCRIPTION");

    private EventWords() {}

    /** The words for the index, sorted; null where they are more than {@link #MOST}. */
    public static @Nullable List<String> indexed(Event event) {
        NavigableSet<String> words = words(event, MOST);
        return words.size() > MOST ? null : List.copyOf(words);
    }

    /** All of them. */
    public static NavigableSet<String> all(Event event) {
        return words(event, Integer.MAX_VALUE);
    }

    /** Whether each of these begins one of an event's words. */
    public static boolean match(NavigableSet<String> words, List<String> beginnings) {
        for (String beginning : beginnings) {
            String first = words.ceiling(beginning);
            if (first == null || !first.startsWith(beginning)) {
                return false;
            }
        }
        return true;
    }

    /** Stops where there are more than the most. */
    private static NavigableSet<String> words(Event event, int most) {
        var words = new TreeSet<String>();
        for (VEvent part : event.parts()) {
            add(words, part, most);
        }
        return words;
    }

    private static void add(Set<String> words, VEvent part, int most) {
        for (Property property : part.component().properties()) {
            if (words.size() > most) {
                return;
            }
            if (TEXTS.contains(property.name())) {
                words.addAll(SearchText.folded(property.text()));
            } else if (property.name().equals("CATEGORIES")) {
                property.texts().forEach(text -> words.addAll(SearchText.folded(text)));
            }
        }
        Attendee organiser = part.organiser();
        if (organiser != null) {
            add(words, organiser);
        }
        for (Attendee attendee : part.attendees()) {
            if (words.size() > most) {
                return;
            }
            add(words, attendee);
        }
    }

    private static void add(Set<String> words, Attendee person) {
        words.addAll(SearchText.folded(person.name()));
        words.addAll(SearchText.folded(person.address().email()));
    }
}
