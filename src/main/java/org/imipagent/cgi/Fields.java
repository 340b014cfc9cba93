package org.imipagent.cgi;

import java.util.ArrayList;
import java.util.List;

/** Named texts in the order they came; a name may come several times. */
public sealed interface Fields permits Query, Form {
    /** One named text. */
    record Field(String name, String value) {}

    List<Field> fields();

    /** The first text of a name; "" when there is none. */
    default String text(String name) {
        for (var field : fields()) {
            if (field.name().equals(name)) {
                return field.value();
            }
        }
        return "";
    }

    /** All texts of a name, in order. */
    default List<String> all(String name) {
        var all = new ArrayList<String>();
        for (Field field : fields()) {
            if (field.name().equals(name)) {
                all.add(field.value());
            }
        }
        return List.copyOf(all);
    }

    default boolean has(String name) {
        for (Field field : fields()) {
            if (field.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Fields from application/x-www-form-urlencoded, decoded once.
     *
     * @throws Failure 400 for a wrong code, 413 for more than so many fields
     */
    static List<Field> decode(String encoded, int most) {
        var fields = new ArrayList<Field>();
        for (int from = 0; from < encoded.length(); ) {
            int end = encoded.indexOf('&', from);
            end = end < 0 ? encoded.length() : end;
            if (end > from) {
                if (fields.size() == most) {
                    throw Failure.tooMuch("The form has too many fields.");
                }
                fields.add(field(encoded.substring(from, end)));
            }
            from = end + 1;
        }
        return List.copyOf(fields);
    }

    private static Field field(String pair) {
        int equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        var value = equals < 0 ? "" : pair.substring(equals + 1);
        return new Field(Percent.decodeForm(name), Percent.decodeForm(value));
    }
}
