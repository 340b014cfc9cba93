package org.imipagent.cgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Reads the body of a POST (RFC 3875, sections 4.1.2 and 4.2): as many octets as CONTENT_LENGTH
 * says, and no more than allowed.
 */
final class Body {
    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    private Body() {}

    static Form read(
            HttpMethod method, Environment environment, InputStream body, RequestLimits limits) {
        long length = length(environment.text("CONTENT_LENGTH"));
        if (method != HttpMethod.POST) {
            return Form.NONE;
        }
        if (length < 0) {
            throw new Failure(
                    Failure.Why.UNREADABLE, 411, "Length required", "The form has no length.");
        }
        return length == 0
                ? Form.NONE
                : form(environment.text("CONTENT_TYPE"), length, body, limits);
    }

    /**
     * @return -1 when no length is given
     */
    private static long length(String contentLength) {
        if (contentLength.isEmpty()) {
            return -1;
        }
        if (!Ascii.isDigits(contentLength)) {
            throw Failure.badRequest("The length of the form is not a number.");
        }
        // 18 digits are a long; a length with more is too long for everybody.
        return contentLength.length() > 18 ? Long.MAX_VALUE : Long.parseLong(contentLength);
    }

    private static Form form(
            String contentType, long length, InputStream body, RequestLimits limits) {
        int semicolon = contentType.indexOf(';');
        var parameters = semicolon < 0 ? "" : contentType.substring(semicolon);
        var type = contentType.substring(0, contentType.length() - parameters.length());
        return switch (type.strip().toLowerCase(Locale.ROOT)) {
            case URLENCODED -> {
                refuseOtherCharset(parameters);
                yield urlencoded(read(body, length, limits.formBytes()), limits);
            }
            case MULTIPART ->
                    Multipart.parse(
                            read(body, length, limits.uploadBytes()),
                            Multipart.boundary(parameters),
                            limits.fields());
            default ->
                    throw new Failure(
                            Failure.Why.UNREADABLE,
                            415,
                            "Unknown form type",
                            "Forms of this type are not supported.");
        };
    }

    private static void refuseOtherCharset(String parameters) {
        var small = parameters.toLowerCase(Locale.ROOT).replace("\"", "").replace(" ", "");
        if (small.contains("charset=") && !small.contains("charset=utf-8")) {
            throw new Failure(
                    Failure.Why.UNREADABLE,
                    415,
                    "Unknown form type",
                    "Only forms in UTF-8 are supported.");
        }
    }

    private static Form urlencoded(byte[] octets, RequestLimits limits) {
        // Octets beyond ASCII become characters that decoding refuses: they should have been
        // encoded.
        var text = new String(octets, StandardCharsets.ISO_8859_1);
        return new Form(Fields.decode(text, limits.fields()), List.of());
    }

    private static byte[] read(InputStream body, long length, int most) {
        if (length > most) {
            throw Failure.tooMuch("What you sent is too large for this site.");
        }
        try {
            var octets = body.readNBytes((int) length);
            if (octets.length < length) {
                throw Failure.badRequest("The form is incomplete.");
            }
            return octets;
        } catch (IOException e) {
            throw Failure.badRequest("The form could not be read completely.");
        }
    }
}
