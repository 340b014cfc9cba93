package org.imipagent.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one language as they stand in its file beside this class: UTF-8, {@code KEY = TEXT},
 * comments with #. Not a ResourceBundle: that costs a process more at its start than all of a page.
 */
final class MessageBundle {

    private MessageBundle() {}

    /** The texts of a language; null where there is no catalogue of it. */
    static @Nullable Map<String, String> of(String language) {
        try (InputStream file = MessageBundle.class.getResourceAsStream(language + ".properties")) {
            return file == null
                    ? null
                    : read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @throws IllegalArgumentException for a line that is none, and for a key that comes twice
     */
    static Map<String, String> read(String text) {
        var texts = new HashMap<String, String>(512);
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            if (end > from && text.charAt(from) != '#') {
                put(texts, text.substring(from, end));
            }
            from = end + 1;
        }
        return texts;
    }

    private static void put(Map<String, String> texts, String line) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("no KEY = TEXT: " + line);
        }
        String key = line.substring(0, equals).strip();
        if (texts.put(key, line.substring(equals + 1).strip()) != null) {
            throw new IllegalArgumentException("twice: " + key);
        }
    }
}
