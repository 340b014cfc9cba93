package org.imipagent.settings;

import java.util.List;
import java.util.function.Function;

/**
 * A kind of value: how it is written, read and checked.
 *
 * @param literal how it stands in config.txt
 * @param control how a page asks for it
 * @param words the values there are to choose from; none when there are too many to tell
 * @param parse a text to a value; never throws
 * @param write a value to the text that gives it back
 */
public record Kind<T>(
        Literal literal,
        Control control,
        List<String> words,
        Function<String, Checked<T>> parse,
        Function<T, String> write) {

    /** How a value stands in config.txt. */
    public enum Literal {
        /** {@code True} or {@code False}. */
        TRUTH("True or False"),
        /** Digits without quotes. */
        NUMBER("a number without quotes"),
        /** A text in quotes. */
        QUOTED("a text in quotes");

        private final String words;

        Literal(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** How a page asks for a value. */
    public enum Control {
        CHOICE,
        LINE,
        LINES,
        ZONE
    }

    public Kind {
        words = List.copyOf(words);
    }

    public Checked<T> parse(String text) {
        return parse.apply(text);
    }

    public String write(T value) {
        return write.apply(value);
    }

    /** A kind whose values are written as a line of text. */
    static <T> Kind<T> line(Function<String, Checked<T>> parse, Function<T, String> write) {
        return new Kind<>(Literal.QUOTED, Control.LINE, List.of(), parse, write);
    }
}
