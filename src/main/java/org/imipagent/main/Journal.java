package org.imipagent.main;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The stream socket of systemd-journald, as {@code systemd-cat} speaks to it: a head of seven
 * lines, then one line for each entry. The JDK has no datagrams for Unix sockets, which the
 * journal's other socket and /dev/log need.
 */
final class Journal {

    /** No unit; priority "info"; no prefix of levels; not passed on to syslog, kernel, console. */
    private static final String HEAD = "\n\n6\n0\n0\n0\n0\n";

    private Journal() {}

    /** Writes an entry and waits for nobody; false where the journal did not take it. */
    static boolean write(Path socket, String program, String line) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.configureBlocking(false);
            var octets =
                    ByteBuffer.wrap(
                            (program + HEAD + line + "\n").getBytes(StandardCharsets.UTF_8));
            channel.write(octets);
            return !octets.hasRemaining();
        } catch (IOException | IllegalArgumentException notThere) {
            return false;
        }
    }
}
