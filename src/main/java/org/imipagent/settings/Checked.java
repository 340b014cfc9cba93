package org.imipagent.settings;

/** What became of a text that somebody wrote: a value, or the reason why it is none. */
public sealed interface Checked<T> {
    /** The text is a value. */
    record Good<T>(T value) implements Checked<T> {}

    /** The text is none; the reason says what would be, and reads on after "NAME ". */
    record Bad<T>(String reason) implements Checked<T> {}
}
