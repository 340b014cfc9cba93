package org.imipagent.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Octets of mail as text. */
final class Octets {

    private Octets() {}

    /** As UTF-8 where they are valid, else as Latin-1. */
    static String text(byte[] octets) {
        String text = strict(octets, StandardCharsets.UTF_8);
        return text == null ? new String(octets, StandardCharsets.ISO_8859_1) : text;
    }

    /** In that charset, or null where they are not valid in it. */
    static @Nullable String strict(byte[] octets, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException | RuntimeException invalid) {
            // Some charsets of the JDK decode nothing, and old multi-byte ones trip over rubbish.
            return null;
        }
    }

    /** The line ending a message uses: that of its first line, LF where it has none. */
    static String lineEnding(byte[] message) {
        for (int i = 0; i < message.length; i++) {
            if (message[i] == '\n') {
                return i > 0 && message[i - 1] == '\r' ? "\r\n" : "\n";
            }
        }
        return "\n";
    }

    /** Where the header begins: after the "From " line an mbox or a pipe put first, if any. */
    static int headerStart(byte[] message) {
        if (!startsWith(message, "From ") || isField(message)) {
            return 0;
        }
        for (int i = 0; i < message.length; i++) {
            if (message[i] == '\n') {
                return i + 1;
            }
        }
        return message.length;
    }

    /** A From field with blanks before its colon. */
    private static boolean isField(byte[] message) {
        int at = "From ".length();
        while (at < message.length && (message[at] == ' ' || message[at] == '\t')) {
            at++;
        }
        return at < message.length && message[at] == ':';
    }

    private static boolean startsWith(byte[] message, String ascii) {
        if (message.length < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (message[i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
