package org.imipagent.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
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
     * Returns when the server answers the door; fails with its log when it has ended or stays
     * silent.
     */
    public void awaitListening(Process server, Path log) throws IOException {
        var begin = System.nanoTime();
        while (!isListening()) {
            if (!server.isAlive() || System.nanoTime() - begin > LONGEST_NANOS) {
                server.destroy();
                throw new AssertionError("No server on port " + number + ": " + tail(log));
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

    private static String tail(Path log) throws IOException {
        return Files.exists(log) ? Files.readString(log) : "no log";
    }
}
