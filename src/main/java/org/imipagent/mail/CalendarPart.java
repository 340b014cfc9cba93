package org.imipagent.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A calendar found in a message.
 *
 * @param content its octets, the transfer encoding undone
 * @param charset as the Content-Type names it, or null
 * @param method the Content-Type's parameter (RFC 6047, 2.4) in capitals, or null; the METHOD in
 *     the calendar decides
 * @param type type and subtype in small letters
 */
public record CalendarPart(
        byte[] content, @Nullable String charset, @Nullable String method, String type) {

    /**
     * The content as text: by its charset if the octets are valid in it, else as UTF-8, else as
     * Latin-1, in which every octet is a character. A byte order mark is left out.
     */
    public String text() {
        String text = charset == null ? null : Octets.strict(content, named(charset));
        if (text == null) {
            text = Octets.text(content);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
