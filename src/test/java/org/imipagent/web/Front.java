package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The two ways to the manager: a process of its own with an environment, and a real Apache. */
public sealed interface Front {

    /** Where the manager is. */
    String PLACE = "/imip-manager";

    Answer ask(Ask ask);

    /** What the manager's own pages say in Origin. */
    String origin();

    /** As RFC 3875 says it, without any server. */
    record Bare(TestInstance instance) implements Front {

        @Override
        public String origin() {
            return "http://calendar.example.com";
        }

        @Override
        public Answer ask(Ask ask) {
            var ended = command(ask).run(ask.body());
            if (ended.status() != 0) {
                throw new AssertionError(ask + " ended with " + ended);
            }
            return Answer.of(ended.octets(), ended.err());
        }

        /**
         * The variables are exported by sh, since Java writes the letters of an environment in the
         * charset of whatever locale a test is run in.
         */
        private Command command(Ask ask) {
            var script = new StringBuilder();
            variables(ask)
                    .forEach(
                            (name, value) ->
                                    script.append("export ")
                                            .append(name)
                                            .append("=\"$(printf '")
                                            .append(octal(value))
                                            .append("')\"\n"));
            script.append("exec \"$0\"\n");
            return Command.of("sh", "-c", script, instance.installation().manager()).unprivileged();
        }

        private Map<String, byte[]> variables(Ask ask) {
            var variables = new HashMap<String, byte[]>();
            variables.put("IMIP_AGENT_CONFIG", octets(instance.config().toString()));
            variables.put("GATEWAY_INTERFACE", octets("CGI/1.1"));
            variables.put("SERVER_PROTOCOL", octets("HTTP/1.1"));
            variables.put("SERVER_NAME", octets("calendar.example.com"));
            variables.put("SERVER_PORT", octets("80"));
            variables.put("HTTP_HOST", octets("calendar.example.com"));
            variables.put("REQUEST_METHOD", octets(ask.method()));
            variables.put("SCRIPT_NAME", octets(PLACE));
            variables.put("PATH_INFO", decoded(ask.path()));
            variables.put("REQUEST_URI", octets(PLACE + ask.target()));
            variables.put("QUERY_STRING", octets(ask.query()));
            ask.headers()
                    .forEach(
                            (name, value) -> {
                                var plain = name.toUpperCase(Locale.ROOT).replace('-', '_');
                                var prefix = plain.equals("CONTENT_TYPE") ? "" : "HTTP_";
                                variables.put(prefix + plain, octets(value));
                            });
            var length = ask.length();
            if (length != null) {
                variables.put("CONTENT_LENGTH", octets(length));
            }
            var user = ask.user();
            if (user != null) {
                variables.put("REMOTE_USER", octets(user));
            }
            return variables;
        }

        private static byte[] octets(String text) {
            return text.getBytes(UTF_8);
        }

        /** Decoded as a server does it; what is no code stays, and no variable holds a NUL. */
        private static byte[] decoded(String path) {
            var octets = octets(path);
            var decoded = new ByteArrayOutputStream();
            for (int i = 0; i < octets.length; i++) {
                int high = i + 2 < octets.length ? Character.digit(octets[i + 1], 16) : -1;
                int low = i + 2 < octets.length ? Character.digit(octets[i + 2], 16) : -1;
                if (octets[i] == '%' && high >= 0 && low >= 0 && high + low > 0) {
                    decoded.write(high * 16 + low);
                    i += 2;
                } else {
                    decoded.write(octets[i]);
                }
            }
            return decoded.toByteArray();
        }

        private static String octal(byte[] value) {
            var octal = new StringBuilder();
            for (byte octet : value) {
                if (octet == '/' || Character.isLetterOrDigit(octet)) {
                    octal.append((char) octet);
                    continue;
                }
                octal.append('\\');
                octal.append((char) ('0' + ((octet >> 6) & 3)));
                octal.append((char) ('0' + ((octet >> 3) & 7)));
                octal.append((char) ('0' + (octet & 7)));
            }
            return octal.toString();
        }
    }

    /** Over a socket, so that nothing mends a request on its way. */
    record Apache(RunningApache apache) implements Front {

        static final String PASSWORD = "burrow";

        /** Apache before this instance, with these people in its password file. */
        static Apache before(TestInstance instance, Path folder, List<String> people)
                throws IOException {
            return before(instance, folder, people, RunningApache.Mpm.EVENT);
        }

        static Apache before(
                TestInstance instance, Path folder, List<String> people, RunningApache.Mpm mpm)
                throws IOException {
            Path users = passwords(folder, people);
            return new Apache(
                    RunningApache.start(
                            RunningApache.Plan.in(folder, Port.free(), defines(instance, users))
                                    .mpm(mpm)));
        }

        /** The places of an instance. */
        static Map<String, String> defines(TestInstance instance, Path users) {
            return Map.of(
                    "IMIP_HOME", instance.installation().home().toString(),
                    "IMIP_CONFIG", instance.config().toString(),
                    "IMIP_PUBLISH_DIR", instance.folder() + "/published",
                    "IMIP_USERS", users.toString());
        }

        /** The password file of these people. */
        static Path passwords(Path folder, List<String> people) throws IOException {
            Files.createDirectories(folder);
            var users = folder.resolve("users");
            for (var name : people) {
                // On standard input: the locale of a test need not know the letters of a name.
                var password =
                        Command.of("htpasswd", "-nbB", "x", PASSWORD).succeed().out().strip();
                Files.writeString(
                        users,
                        name + password.substring(1) + "\n",
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.APPEND);
            }
            return users;
        }

        @Override
        public String origin() {
            return new Web(apache.port(), true).origin();
        }

        @Override
        public Answer ask(Ask ask) {
            return new Web(apache.port(), true).ask(ask);
        }
    }

    /**
     * Any web server.
     *
     * @param halfCloses whether the end of what is sent is no end of the connection to it
     */
    record Web(Port port, boolean halfCloses) implements Front {

        @Override
        public String origin() {
            return "http://" + authority();
        }

        @Override
        public Answer ask(Ask ask) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port.number())) {
                socket.setSoTimeout(60_000);
                var out = socket.getOutputStream();
                out.write(head(ask).getBytes(UTF_8));
                out.write(ask.body());
                out.flush();
                if (halfCloses) {
                    socket.shutdownOutput();
                }
                return Answer.of(socket.getInputStream().readAllBytes(), "");
            } catch (IOException failure) {
                throw new UncheckedIOException(ask.toString(), failure);
            }
        }

        private String authority() {
            return "127.0.0.1:" + port.number();
        }

        private String head(Ask ask) {
            var lines = new ArrayList<String>();
            // HTTP/1.0: the answer comes in one piece.
            lines.add(ask.method() + " " + PLACE + ask.target() + " HTTP/1.0");
            lines.add("Host: " + authority());
            if (ask.user() != null) {
                var login = (ask.user() + ":" + Apache.PASSWORD).getBytes(UTF_8);
                lines.add("Authorization: Basic " + Base64.getEncoder().encodeToString(login));
            }
            ask.headers().forEach((name, value) -> lines.add(name + ": " + value));
            if (ask.length() != null) {
                lines.add("Content-Length: " + ask.length());
            }
            return String.join("\r\n", lines) + "\r\n\r\n";
        }
    }
}
