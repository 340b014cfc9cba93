package org.imipagent.mail;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A connection, TCP or UNIX, whose every wait has an end. Not blocking, with a selector: only so do
 * UNIX sockets have time-outs, and a reply that drips in octet by octet has one too.
 */
final class Connection extends OutputStream {

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final ByteBuffer in = ByteBuffer.allocate(4096).flip();
    private final ByteBuffer out = ByteBuffer.allocate(16384);
    private final long timeouts;

    private Connection(
            SocketChannel channel, Selector selector, SelectionKey key, Duration timeouts) {
        this.channel = channel;
        this.selector = selector;
        this.key = key;
        this.timeouts = timeouts.toNanos();
    }

    /** Connects to the first address that answers. */
    static Connection to(Endpoint endpoint, Timeouts timeouts) throws IOException {
        IOException trouble = new IOException("no address");
        for (SocketAddress address : endpoint.addresses()) {
            try {
                return connected(address, timeouts);
            } catch (IOException next) {
                trouble = next;
            }
        }
        throw trouble;
    }

    private static Connection connected(SocketAddress address, Timeouts timeouts)
            throws IOException {
        SocketChannel channel =
                address instanceof InetSocketAddress
                        ? SocketChannel.open()
                        : SocketChannel.open(java.net.StandardProtocolFamily.UNIX);
        Selector selector = null;
        try {
            selector = Selector.open();
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, 0);
            var connection = new Connection(channel, selector, key, timeouts.reply());
            long end = System.nanoTime() + timeouts.connect().toNanos();
            boolean done = channel.connect(address);
            while (!done) {
                connection.await(SelectionKey.OP_CONNECT, end);
                done = channel.finishConnect();
            }
            return connection;
        } catch (IOException | RuntimeException trouble) {
            channel.close();
            if (selector != null) {
                selector.close();
            }
            throw trouble;
        }
    }

    /** The number of this end, as EHLO takes it when there is no name (RFC 5321, 4.1.3). */
    String literal() throws IOException {
        if (channel.getLocalAddress() instanceof InetSocketAddress local) {
            String number = local.getAddress().getHostAddress();
            int zone = number.indexOf('%');
            String plain = zone < 0 ? number : number.substring(0, zone);
            return number.indexOf(':') < 0 ? '[' + plain + ']' : "[IPv6:" + plain + ']';
        }
        return "localhost";
    }

    /** One octet, waiting until that time of {@link System#nanoTime}. */
    int read(long end) throws IOException {
        while (!in.hasRemaining()) {
            in.clear();
            int count = channel.read(in);
            in.flip();
            if (count < 0) {
                throw new EOFException("connection closed");
            }
            if (count == 0) {
                await(SelectionKey.OP_READ, end);
            }
        }
        if (System.nanoTime() - end > 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return in.get();
    }

    void command(String line) throws IOException {
        write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        flush();
    }

    @Override
    public void write(int octet) throws IOException {
        if (!out.hasRemaining()) {
            flush();
        }
        out.put((byte) octet);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(bytes[i]);
        }
    }

    @Override
    public void flush() throws IOException {
        out.flip();
        long end = System.nanoTime() + timeouts;
        while (out.hasRemaining()) {
            if (channel.write(out) == 0) {
                await(SelectionKey.OP_WRITE, end);
            }
        }
        out.clear();
    }

    private void await(int operation, long end) throws IOException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        key.interestOps(operation);
        selector.select(left);
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        try (selector) {
            channel.close();
        }
    }
}
