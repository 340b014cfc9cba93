package org.imipagent.cgi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body as the web server hands it over, read to its end even when nobody wants it.
 *
 * <p>Apache's mod_cgid writes the whole body before it reads the answer, both over one socket: a
 * program that ends with a part unread resets that socket, and its answer (413, say) is lost on the
 * way to the browser.
 */
final class ServerBody extends FilterInputStream {
    /** More than this is not worth the wait: who sends it loses the answer. */
    static final long MOST = 64L << 20;

    private long read;

    ServerBody(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        read += octet < 0 ? 0 : 1;
        return octet;
    }

    @Override
    public int read(byte[] octets, int from, int length) throws IOException {
        int count = super.read(octets, from, length);
        read += Math.max(0, count);
        return count;
    }

    /** Throws away what is left of the body, as far as the environment says that there is one. */
    void discard(Environment environment) {
        long end = end(environment);
        var nowhere = new byte[64 << 10];
        try {
            while (read < end && read(nowhere, 0, (int) Math.min(nowhere.length, end - read)) > 0) {
                // Nothing to do with it.
            }
        } catch (IOException e) {
            // A body that cannot be read to its end is no reason against answering.
        }
    }

    /**
     * Without a length only a chunked body ends by itself; a server need not end standard input
     * (RFC 3875, section 4.2).
     */
    private static long end(Environment environment) {
        var length = environment.text("CONTENT_LENGTH");
        if (length.isEmpty()) {
            return environment.text("HTTP_TRANSFER_ENCODING").isEmpty() ? 0 : MOST;
        }
        boolean digits = Ascii.isDigits(length);
        if (!digits) {
            return 0;
        }
        return length.length() > 18 ? MOST : Math.min(MOST, Long.parseLong(length));
    }
}
