package org.imipagent.settings;

/** The result of reading a text: a value, or the reason why it is not one. */
public sealed interface Checked<T> {
    /** The text is a value. */
    record Good<T>(T value) implements Checked<T> {}

    /** The text is not a value; the reason says what would be, and continues after the name. */
    record Bad<T>(String reason) implements Checked<T> {
        /** The sentence: {@code NAME must be ...}, {@code NAME, line 2: ...}. */
        String about(String name) {
            boolean joined = reason.startsWith(",") || reason.startsWith(":");
            return name + (joined ? "" : " ") + reason;
        }
    }
}
