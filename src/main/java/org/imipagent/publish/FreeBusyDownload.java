package org.imipagent.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What another site publishes of somebody: read from a web server that the administrator named.
 * Redirections are not followed, since they may lead elsewhere.
 */
public final class FreeBusyDownload {

    private static final int OK = 200;
    private static final int MOST_BYTES = 2 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MOST = Duration.ofSeconds(10);

    private FreeBusyDownload() {}

    /**
     * Reads it as it is now.
     *
     * @throws IOException where it cannot be had within ten seconds and two megabytes; the message
     *     says why
     */
    public static String of(URI address) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout((int) PATIENCE.toMillis());
        connection.setReadTimeout((int) PATIENCE.toMillis());
        connection.setUseCaches(false);
        connection.setRequestProperty("Accept", "text/calendar, */*;q=0.1");
        connection.setRequestProperty("User-Agent", "imip-agent");
        try {
            int status = connection.getResponseCode();
            if (status != OK) {
                throw new IOException("the web server answered " + status);
            }
            try (InputStream body = connection.getInputStream()) {
                return new String(read(body), StandardCharsets.UTF_8);
            }
        } finally {
            connection.disconnect();
        }
    }

    private static byte[] read(InputStream body) throws IOException {
        long end = System.nanoTime() + MOST.toNanos();
        var bytes = new ByteArrayOutputStream();
        byte[] part = new byte[1 << 14];
        int read = body.read(part);
        while (read >= 0) {
            bytes.write(part, 0, read);
            if (bytes.size() > MOST_BYTES) {
                throw new IOException("more than " + MOST_BYTES + " bytes");
            }
            if (System.nanoTime() > end) {
                throw new IOException("it took more than " + MOST.toSeconds() + " seconds");
            }
            read = body.read(part);
        }
        return bytes.toByteArray();
    }
}
