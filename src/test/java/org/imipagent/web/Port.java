package org.imipagent.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** A port of this machine that a server of a test listens on. */
public record Port(int number) {

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);

    public static Port free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Port(socket.getLocalPort());
        }
    }

    /**
     * Returns when the server answers the door; ends it and fails with its log when it stays
     * silent.
     */
    public void awaitListening(ServerProcess server) {
        var begin = System.nanoTime();
        while (!isListening()) {
            if (!server.isRunning() || System.nanoTime() - begin > LONGEST_NANOS) {
                server.end();
                throw new AssertionError("No server on port " + number + ": " + server.log());
            }
            Thread.onSpinWait();
        }
    }

    private boolean isListening() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), 1000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
