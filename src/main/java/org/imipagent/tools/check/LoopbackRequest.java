package org.imipagent.tools.check;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A GET of this machine's own web server, by hand: the name in Host is not looked up, and the
 * certificate is another's business.
 */
final class LoopbackRequest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int LONGEST = 16_384;

    private LoopbackRequest() {}

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param location where it leads; "" for nowhere
     */
    record Answer(int status, String location) {}

    /**
     * @throws IOException when there is no answer in time, or none of HTTP
     */
    static Answer get(ApacheConfiguration.Door door, String host, String path) throws IOException {
        try (Socket socket = connected(door)) {
            socket.setSoTimeout((int) LIMIT.toMillis());
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] head = socket.getInputStream().readNBytes(LONGEST);
            return answer(new String(head, StandardCharsets.ISO_8859_1));
        }
    }

    private static Socket connected(ApacheConfiguration.Door door) throws IOException {
        var plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(door.host(), door.port()), (int) LIMIT.toMillis());
            plain.setSoTimeout((int) LIMIT.toMillis());
            return door.isTls()
                    ? trusting()
                            .getSocketFactory()
                            .createSocket(plain, door.host(), door.port(), true)
                    : plain;
        } catch (IOException | RuntimeException closed) {
            plain.close();
            throw closed;
        }
    }

    private static SSLContext trusting() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anyone()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IOException(impossible);
        }
    }

    /** Nothing is told to whoever it is, and nothing believed. */
    private static final class Anyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private static Answer answer(String head) throws IOException {
        String[] first = head.split("\r\n", 2)[0].split(" ", 3);
        if (first.length < 2 || !first[0].startsWith("HTTP/") || first[1].length() != 3) {
            throw new IOException("no answer of HTTP");
        }
        String location = "";
        for (String line : head.split("\r\n", -1)) {
            if (line.isEmpty()) {
                break;
            }
            if (line.toLowerCase(Locale.ROOT).startsWith("location:")) {
                location = line.substring("location:".length()).strip();
            }
        }
        try {
            return new Answer(Integer.parseInt(first[1]), location);
        } catch (NumberFormatException odd) {
            throw new IOException("no answer of HTTP", odd);
        }
    }
}
