package org.imipagent.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Properties;
import javax.net.SocketFactory;

/**
 * Gives PostgreSQL's driver the Unix socket of a server as a {@link Socket}, connected. The driver
 * knows it by its name alone, and makes it with its own settings.
 */
public final class UnixSocketFactory extends SocketFactory {

    /** The driver's setting that names the socket here. */
    static final String PATH = "socketFactoryArg";

    private final Path path;

    public UnixSocketFactory(Properties settings) {
        this.path = Path.of(settings.getProperty(PATH));
    }

    @Override
    public Socket createSocket() throws IOException {
        return UnixSocket.connected(path);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        return createSocket();
    }

    /** Which socket it is, for messages. */
    @Override
    public String toString() {
        return path.toString();
    }
}
