package org.imipagent.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.codec.QuotedPrintableOutputStream;

/** Quoted-printable of text in UTF-8 (RFC 2045, 6.7), by mime4j. */
final class QuotedPrintable {

    private QuotedPrintable() {}

    /** Ends with a line end; "From " and "." at the start of a line are encoded. */
    static String encode(String text, String lineEnding) {
        var encoded = new ByteArrayOutputStream(text.length() + text.length() / 4 + 8);
        try (var encoder = new QuotedPrintableOutputStream(encoded, false)) {
            for (String line : text.lines().toList()) {
                encoder.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // Nothing is written to anywhere.
        }
        String lines = encoded.toString(StandardCharsets.US_ASCII);
        return withoutFrom(lines).replace("\r\n", lineEnding);
    }

    /**
     * mime4j encodes every dot, but not the F that an mbox takes for the beginning of a message. A
     * soft line break after it keeps the line short.
     */
    private static String withoutFrom(String lines) {
        String safe = lines.replace("\r\nFrom ", "\r\n=46=\r\nrom ");
        return safe.startsWith("From ") ? "=46=\r\n" + safe.substring(1) : safe;
    }
}
