package org.imipagent.cgi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads multipart/form-data (RFC 7578) as browsers write it: fields and files, no parts within
 * parts.
 *
 * <p>The body is in memory already and bounded, so this looks for the boundary from left to right
 * and copies every octet once.
 */
final class Multipart {
    private static final byte[] CRLF = {'\r', '\n'};
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};

    private Multipart() {}

    /**
     * @throws Failure 400 without a boundary of 1 to 70 characters (RFC 2046, section 5.1.1)
     */
    static String boundary(String parameters) {
        var boundary = parameter(parameters, "boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw wrong();
        }
        return boundary;
    }

    /**
     * @throws Failure 400 for what is no form of this kind, 413 for more than so many parts
     */
    static Form parse(byte[] body, String boundary, int most) {
        var delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        var fields = new ArrayList<Fields.Field>();
        var files = new ArrayList<Upload>();
        // The first boundary stands at the very start, without the line end that the others have
        // before them.
        int at =
                startsWith(body, 0, Arrays.copyOfRange(delimiter, 2, delimiter.length))
                        ? delimiter.length - 2
                        : -1;
        for (int parts = 0; at >= 0 && !startsWith(body, at, new byte[] {'-', '-'}); parts++) {
            if (parts == most) {
                throw Failure.tooMuch("The form has too many fields.");
            }
            int end = find(body, at, delimiter);
            // A part starts after the line end of its boundary; that line end may already be half
            // of its blank line.
            int blank = startsWith(body, at, CRLF) ? find(body, at, BLANK_LINE) : -1;
            if (end < 0 || blank < 0 || blank + BLANK_LINE.length > end) {
                throw wrong();
            }
            var head = Percent.utf8(Arrays.copyOfRange(body, at, blank));
            add(head, Arrays.copyOfRange(body, blank + BLANK_LINE.length, end), fields, files);
            at = end + delimiter.length;
        }
        if (at < 0) {
            throw wrong();
        }
        return new Form(fields, files);
    }

    private static void add(
            String head, byte[] content, List<Fields.Field> fields, List<Upload> files) {
        var disposition = disposition(head);
        var name = parameter(disposition, "name");
        var fileName = parameter(disposition, "filename");
        if (name == null) {
            throw wrong();
        }
        if (fileName == null) {
            fields.add(new Fields.Field(name, withoutNull(Percent.utf8(content))));
        } else {
            files.add(new Upload(name, fileName, content));
        }
    }

    private static String withoutNull(String text) {
        if (text.indexOf('\0') >= 0) {
            throw Failure.badRequest("The form contains a null character.");
        }
        return text;
    }

    private static String disposition(String head) {
        var start = "content-disposition:";
        for (var line : head.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith(start)) {
                return line.substring(start.length());
            }
        }
        throw wrong();
    }

    /**
     * One parameter of a header: plain, or in quotes with what browsers escape there (%22, %0D,
     * %0A, and backslashes of old).
     */
    static @Nullable String parameter(String header, String name) {
        int i = header.indexOf(';');
        while (i >= 0) {
            int equals = header.indexOf('=', i);
            if (equals < 0) {
                return null;
            }
            var found = header.substring(i + 1, equals).strip();
            boolean quoted = equals + 1 < header.length() && header.charAt(equals + 1) == '"';
            int end = quoted ? endOfQuotes(header, equals + 2) : endOfWord(header, equals + 1);
            if (found.equalsIgnoreCase(name)) {
                return quoted
                        ? unescape(header.substring(equals + 2, end))
                        : header.substring(equals + 1, end).strip();
            }
            i = header.indexOf(';', end);
        }
        return null;
    }

    private static int endOfWord(String header, int from) {
        int end = header.indexOf(';', from);
        return end < 0 ? header.length() : end;
    }

    private static int endOfQuotes(String header, int from) {
        for (int i = from; i < header.length(); i++) {
            if (header.charAt(i) == '\\'
                    && i + 1 < header.length()
                    && header.charAt(i + 1) == '"') {
                i++;
            } else if (header.charAt(i) == '"') {
                return i;
            }
        }
        throw wrong();
    }

    private static String unescape(String quoted) {
        return quoted.replace("\\\"", "\"")
                .replace("%22", "\"")
                .replace("%0D", "\r")
                .replace("%0A", "\n");
    }

    private static boolean startsWith(byte[] body, int at, byte[] what) {
        return at + what.length <= body.length
                && Arrays.equals(body, at, at + what.length, what, 0, what.length);
    }

    private static int find(byte[] body, int from, byte[] what) {
        for (int i = from; i + what.length <= body.length; i++) {
            if (body[i] == what[0] && startsWith(body, i, what)) {
                return i;
            }
        }
        return -1;
    }

    private static Failure wrong() {
        return Failure.badRequest("The form with its files could not be read.");
    }
}
