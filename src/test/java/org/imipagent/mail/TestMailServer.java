package org.imipagent.mail;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A mail server for tests, speaking SMTP and LMTP on a real socket, one connection after another.
 * What it says at which step can be changed; {@link #CLOSE} and {@link #HANG} end or stop it there.
 */
public final class TestMailServer implements Closeable {

    static final String CLOSE = "close";
    static final String HANG = "hang";

    private final ServerSocketChannel socket;
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, Runnable> happenings = new HashMap<>();
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<byte[]> messages = Collections.synchronizedList(new ArrayList<>());
    private final List<SocketChannel> hanging = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;

    private TestMailServer(ServerSocketChannel socket) {
        this.socket = socket;
        this.thread = Thread.ofPlatform().daemon().unstarted(this::serve);
        answer("greeting", "220 little.example.com");
        answer(
                "EHLO",
                "250-little.example.com\r\n250-8BITMIME\r\n250-SIZE 1000000\r\n250 SMTPUTF8");
        answer("LHLO", "250-little.example.com\r\n250-8bitmime\r\n250 Size");
        answer("HELO", "250 little.example.com");
        answer("MAIL", "250 2.1.0 ok");
        answer("RCPT", "250 2.1.5 ok");
        answer("DATA", "354 go on");
        answer("done", "250 2.0.0 taken");
        answer("QUIT", "221 bye");
    }

    public static TestMailServer tcp() throws IOException {
        ServerSocketChannel socket = ServerSocketChannel.open();
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        return new TestMailServer(socket);
    }

    static TestMailServer unix(Path path) throws IOException {
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        socket.bind(UnixDomainSocketAddress.of(path));
        return new TestMailServer(socket);
    }

    /**
     * Instead of its usual answer; to a command, to "greeting", "done", or a whole command line.
     */
    public TestMailServer answer(String step, String answer) {
        answers.put(step, answer);
        return this;
    }

    /** What is to happen when a command line is heard the first time, before it is answered. */
    public TestMailServer during(String line, Runnable happening) {
        happenings.put(line, happening);
        return this;
    }

    public TestMailServer start() {
        thread.start();
        return this;
    }

    public int port() throws IOException {
        return ((InetSocketAddress) socket.getLocalAddress()).getPort();
    }

    /** The commands it heard. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    /** The messages as they came over the wire: dots doubled, without the last line. */
    public List<String> messages() {
        return messages.stream()
                .map(octets -> new String(octets, StandardCharsets.ISO_8859_1))
                .toList();
    }

    private void serve() {
        while (socket.isOpen()) {
            try {
                talk(socket.accept());
            } catch (IOException closed) {
                // The other side or the test is done.
            }
        }
    }

    private void talk(SocketChannel channel) throws IOException {
        InputStream in = Channels.newInputStream(channel);
        OutputStream out = Channels.newOutputStream(channel);
        int recipients = 0;
        boolean goOn = say("greeting", "greeting", out, channel);
        while (goOn) {
            String line = line(in);
            heard.add(line);
            Runnable happening = happenings.remove(line);
            if (happening != null) {
                happening.run();
            }
            String verb = line.length() < 4 ? line : line.substring(0, 4);
            goOn = say(line, verb, out, channel);
            String said = answers.getOrDefault(line, answers.getOrDefault(verb, ""));
            if (verb.equals("RCPT") && said.startsWith("2")) {
                recipients++;
            } else if (verb.equals("DATA") && said.startsWith("354")) {
                message(in);
                boolean lmtp = heard.stream().anyMatch(command -> command.startsWith("LHLO"));
                for (int i = 0; goOn && i < (lmtp ? recipients : 1); i++) {
                    goOn = say("done " + i, "done", out, channel);
                }
            } else if (verb.equals("QUIT")) {
                goOn = false;
            }
        }
        if (!hanging.contains(channel)) {
            channel.close();
        }
    }

    private boolean say(String exactly, String step, OutputStream out, SocketChannel channel)
            throws IOException {
        String answer = answers.getOrDefault(exactly, answers.getOrDefault(step, "500 what?"));
        if (answer.equals(HANG)) {
            hanging.add(channel);
        }
        if (answer.equals(HANG) || answer.equals(CLOSE)) {
            return false;
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private void message(InputStream in) throws IOException {
        var message = new ByteArrayOutputStream();
        for (String line = line(in); !line.equals("."); line = line(in)) {
            message.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        messages.add(message.toByteArray());
    }

    /** Up to CR LF; a lone CR or LF is part of the line, so that nothing hides. */
    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int previous = -1;
        for (int octet = in.read(); ; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("closed");
            }
            line.write(octet);
            if (previous == '\r' && octet == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1);
                return text.substring(0, text.length() - 2);
            }
            previous = octet;
        }
    }

    /** Waits for the thread: until it has left accept(), the system lets connections in. */
    @Override
    public void close() throws IOException {
        socket.close();
        for (SocketChannel channel : hanging) {
            channel.close();
        }
        try {
            thread.join(5000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
