package org.imipagent.calendar;

/**
 * Something in a calendar text that could not be taken as it stands. Reading goes on after it.
 *
 * @param name of the kind: {@code too-large too-many-properties too-deep unbalanced not-a-property
 *     unquoted-colon outside wrong-charset control-characters no-calendar wrong-event no-uid twice
 *     unknown-zone wrong-zone old-zone wrong-rule old-rule unsupported-rscale wrong-time
 *     large-sequence no-start too-many-occurrences endless-rule too-many-problems}
 * @param detail what and where, short, in English, for logs and the activity page
 * @param line of the text, counted from 1; 0 where it is about no line
 */
public record Problem(String name, String detail, int line) {

    public Problem(String name, String detail) {
        this(name, detail, 0);
    }

    private static final int LONGEST = 200;

    public Problem {
        detail = OneLine.shortened(detail, LONGEST);
    }

    @Override
    public String toString() {
        return name + ": " + detail;
    }
}
