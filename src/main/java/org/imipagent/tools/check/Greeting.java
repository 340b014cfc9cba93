package org.imipagent.tools.check;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The first line that a mail server says to whoever connects, SMTP (RFC 5321) or LMTP. */
final class Greeting {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int LONGEST = 1000;

    private Greeting() {}

    /**
     * @param where the path of a socket, or host:port
     * @return the line, which begins with 220 when all is well
     * @throws IOException when nobody answers in time
     */
    static String of(String where) throws IOException {
        SocketAddress address = address(where);
        try (SocketChannel channel =
                address instanceof UnixDomainSocketAddress
                        ? SocketChannel.open(StandardProtocolFamily.UNIX)
                        : SocketChannel.open()) {
            Thread watch = Thread.ofVirtual().start(() -> closeLater(channel));
            try {
                channel.connect(address);
                return line(channel);
            } finally {
                watch.interrupt();
            }
        }
    }

    private static SocketAddress address(String where) throws IOException {
        int colon = where.lastIndexOf(':');
        if (where.indexOf('/') >= 0 || colon < 0) {
            return UnixDomainSocketAddress.of(where);
        }
        try {
            var address =
                    new InetSocketAddress(
                            where.substring(0, colon),
                            Integer.parseInt(where.substring(colon + 1)));
            if (address.isUnresolved()) {
                throw new IOException("no such host");
            }
            return address;
        } catch (IllegalArgumentException odd) {
            throw new IOException("not host:port", odd);
        }
    }

    private static String line(SocketChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST);
        int read = 0;
        while (read >= 0 && bytes.hasRemaining() && !hasLine(bytes)) {
            read = channel.read(bytes);
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
    }

    private static boolean hasLine(ByteBuffer bytes) {
        return bytes.position() > 0 && bytes.get(bytes.position() - 1) == '\n';
    }

    /** The one way to end a wait for a UNIX socket. */
    private static void closeLater(SocketChannel channel) {
        try {
            Thread.sleep(LIMIT);
            channel.close();
        } catch (InterruptedException answered) {
            Thread.currentThread().interrupt();
        } catch (IOException closed) {
            // It is closed then.
        }
    }
}
