package org.imipagent.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * A Unix socket as a {@link Socket}, which the JDK has only as a channel. It does not wait longer
 * than its time-out, in milliseconds; what is an option of TCP has no effect.
 */
final class UnixSocket extends Socket {

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private int timeout;

    private UnixSocket(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        this.selector = selector;
        this.key = channel.register(selector, SelectionKey.OP_READ);
    }

    /** A channel's own streams wait for ever, so it never waits itself: the selector does. */
    static UnixSocket connected(Path path) throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
        try {
            channel.configureBlocking(false);
            return new UnixSocket(channel, Selector.open());
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    @Override
    public InputStream getInputStream() {
        return new In();
    }

    @Override
    public OutputStream getOutputStream() {
        return new Out();
    }

    private final class In extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            var buffer = ByteBuffer.wrap(bytes, offset, length);
            int read = channel.read(buffer);
            while (read == 0) {
                await(SelectionKey.OP_READ);
                read = channel.read(buffer);
            }
            return read;
        }
    }

    private final class Out extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var buffer = ByteBuffer.wrap(bytes, offset, length);
            channel.write(buffer);
            while (buffer.hasRemaining()) {
                await(SelectionKey.OP_WRITE);
                channel.write(buffer);
            }
        }
    }

    private void await(int what) throws IOException {
        key.interestOps(what);
        int ready = selector.select(timeout);
        selector.selectedKeys().clear();
        if (ready == 0) {
            throw channel.isOpen()
                    ? new SocketTimeoutException("no answer within " + timeout + " ms")
                    : new SocketException("closed");
        }
    }

    @Override
    public void setSoTimeout(int milliseconds) {
        timeout = milliseconds;
    }

    @Override
    public int getSoTimeout() {
        return timeout;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        try (selector) {
            channel.close();
        }
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // of TCP
    }

    @Override
    public void setKeepAlive(boolean on) {
        // of TCP
    }

    @Override
    public int getSendBufferSize() {
        return 8192;
    }

    @Override
    public int getReceiveBufferSize() {
        return 8192;
    }

    @Override
    public void setSendBufferSize(int bytes) {
        // of TCP
    }

    @Override
    public void setReceiveBufferSize(int bytes) {
        // of TCP
    }
}
