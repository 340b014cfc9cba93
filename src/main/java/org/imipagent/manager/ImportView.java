package org.imipagent.manager;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files to import, what is in them, and what was imported; and the calendar to take away.
 *
 * @param notice what was done or is wrong; null for nothing
 * @param preview what is in the files that were chosen; null where none were
 */
public record ImportView(
        Frame frame,
        String title,
        @Nullable Notice notice,
        @Nullable Preview preview,
        Choosing choosing,
        Exporting exporting) {

    /**
     * What is said above all.
     *
     * @param kind good, plain or bad
     * @param links to events that it is about
     */
    public record Notice(String kind, String text, List<Link> links) {
        public Notice {
            links = List.copyOf(links);
        }
    }

    /** What every form of the page holds, hidden. */
    public record Hidden(String action, String token) {}

    /**
     * The form that chooses files.
     *
     * @param error what is wrong with what was chosen; "" for nothing
     */
    public record Choosing(
            Hidden hidden, String title, String label, String hint, String error, String button) {}

    /** The form that takes the calendar away. */
    public record Exporting(
            String action, String title, String intro, List<Field> fields, String button) {
        public Exporting {
            fields = List.copyOf(fields);
        }
    }

    /** A date of the form. */
    public record Field(String name, String label) {}

    /** What is in the files. */
    public record Preview(
            String title, String intro, List<Group> groups, @Nullable Confirming confirming) {
        public Preview {
            groups = List.copyOf(groups);
        }
    }

    /**
     * What has the same fate.
     *
     * @param more how many are not listed; "" for none
     */
    public record Group(String id, String title, List<Row> rows, String more) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One event, or something that is none.
     *
     * @param detail for administrators, in English; "" for none
     * @param complaintsTitle in words; the complaints themselves are ical4j's, in English
     */
    public record Row(
            String title,
            String when,
            String file,
            String reason,
            String detail,
            String complaintsTitle,
            List<String> complaints) {
        public Row {
            complaints = List.copyOf(complaints);
        }
    }

    /**
     * The form that says that it is to be done.
     *
     * @param send asks whether to mail guests; "" where nobody would get mail
     * @param told whom
     */
    public record Confirming(
            Hidden hidden,
            String draft,
            String send,
            String told,
            String noMail,
            String button,
            String cancel) {}
}
