package org.imipagent.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.Validate;

/** Where a mail server listens. */
public sealed interface Endpoint {

    /** A UNIX domain socket. */
    record Unix(String path) implements Endpoint {}

    /** A host, by name or number, and a TCP port. */
    record Tcp(String host, int port) implements Endpoint {

        public Tcp {
            Validate.isTrue(!host.isEmpty() && port >= 1 && port <= 65535, "not host:port");
        }
    }

    /**
     * Reads a path (it has a slash), {@code host:port} or {@code [number]:port}.
     *
     * @throws IllegalArgumentException where it is neither
     */
    static Endpoint of(String text) {
        if (text.indexOf('/') >= 0) {
            return new Unix(text);
        }
        int colon = text.lastIndexOf(':');
        Validate.isTrue(colon >= 1, "neither a path nor host:port: %s", text);
        String host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return new Tcp(
                bracketed ? host.substring(1, host.length() - 1) : host,
                port(text.substring(colon + 1)));
    }

    private static int port(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("not a port: " + digits, none);
        }
    }

    /** The addresses to try in turn: "localhost" is two where IPv6 is on. */
    default List<SocketAddress> addresses() throws IOException {
        return switch (this) {
            case Unix unix -> List.of(UnixDomainSocketAddress.of(unix.path()));
            case Tcp tcp -> {
                var addresses = new ArrayList<SocketAddress>();
                for (InetAddress address : InetAddress.getAllByName(tcp.host())) {
                    addresses.add(new InetSocketAddress(address, tcp.port()));
                }
                yield addresses;
            }
        };
    }
}
