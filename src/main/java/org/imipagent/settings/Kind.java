package org.imipagent.settings;

import java.util.List;

/**
 * A kind of value: how it is written, read and checked.
 *
 * <p>Classes rather than lambdas: some seventy of these are made at the start of every process, and
 * linking a lambda costs far more than loading a class that several share.
 */
public abstract class Kind<T> {
    private final Literal literal;
    private final List<String> words;

    Kind(Literal literal, List<String> words) {
        this.literal = literal;
        this.words = List.copyOf(words);
    }

    /** How a value stands in config.txt. */
    public enum Literal {
        /** {@code True} or {@code False}. */
        TRUTH("True or False"),
        /** Digits without quotes. */
        NUMBER("a number without quotes"),
        /** A text in quotes. */
        QUOTED("text in quotes");

        private final String words;

        Literal(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** A text to a value; never throws. */
    public abstract Checked<T> parse(String text);

    /** A value to the text that gives it back. */
    public abstract String write(T value);

    /** How it stands in config.txt. */
    public final Literal literal() {
        return literal;
    }

    /** The values there are to choose from; none when there are too many to tell. */
    public final List<String> words() {
        return words;
    }
}
