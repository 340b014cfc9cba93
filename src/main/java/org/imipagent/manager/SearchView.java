package org.imipagent.manager;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was looked for, and what was found.
 *
 * @param notes what is to be known of the answer: wrong dates, words that were not looked for
 * @param intro how many were found; "" where nothing was looked for
 */
public record SearchView(
        Frame frame,
        String title,
        Asked asked,
        List<String> notes,
        String intro,
        String hint,
        List<Group> groups,
        @Nullable Link earlier,
        @Nullable Link later) {

    public SearchView {
        notes = List.copyOf(notes);
        groups = List.copyOf(groups);
    }

    /** The form. */
    public record Asked(
            String action, int longest, List<Field> fields, String button, String syntax) {
        public Asked {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field of the form.
     *
     * @param error what is wrong with it; "" where nothing is
     */
    public record Field(String name, String type, String label, String value, String error) {}

    /** Those to come, or those that are over. */
    public record Group(String id, String title, List<Result> results) {
        public Group {
            results = List.copyOf(results);
        }
    }

    /**
     * An event.
     *
     * @param others that it has more dates; "" where it has none
     */
    public record Result(
            String href,
            String look,
            List<MarkedText> title,
            List<MarkedText> place,
            String when,
            String state,
            String others) {
        public Result {
            title = List.copyOf(title);
            place = List.copyOf(place);
        }
    }
}
