package org.imipagent.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** nginx and fcgiwrap, with Debian's settings, the files of whose packages lie in target. */
record RunningNginx(Port port, ServerProcess nginx, ServerProcess fcgiwrap, Path logFile)
        implements WebServer {

    private static final Path UNPACKED = InstalledProgram.checkout("target/nginx");
    private static final Path WRAPPER =
            InstalledProgram.checkout("target/fcgiwrap/usr/sbin/fcgiwrap");
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);

    static RunningNginx start(TestInstance instance, Path folder, Path users) throws IOException {
        return start(
                folder,
                WebServer.sample("nginx/imip-agent.conf", WebServer.places(instance, users)));
    }

    /**
     * Starts it.
     *
     * @param folder an empty folder with a short name: a socket lies in it
     * @param sample the lines of the server block
     */
    static RunningNginx start(Path folder, String sample) throws IOException {
        var etc = folder.resolve("etc");
        var port = Port.free();
        Command.of("cp", "-r", UNPACKED.resolve("etc/nginx"), etc).succeed();
        for (var name : new String[] {"run", "log", "body", "fastcgi", "other"}) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(
                etc.resolve("snippets/imip-agent.conf"),
                sample.replace("/run/fcgiwrap.socket", folder + "/run/fcgiwrap.socket"));
        Files.writeString(
                etc.resolve("sites-enabled/default"),
                """
                server {
                    listen 127.0.0.1:PORT;
                    include snippets/imip-agent.conf;
                }
                """
                        .replace("PORT", Integer.toString(port.number())));
        Files.writeString(etc.resolve("nginx.conf"), settings(folder, etc));
        WebServer.give(folder);
        var log = folder.resolve("log/error.log");
        var wrapper =
                ServerProcess.start(
                        Command.of(
                                        WRAPPER,
                                        "-f",
                                        "-c",
                                        "4",
                                        "-s",
                                        "unix:" + folder + "/run/fcgiwrap.socket")
                                .unprivileged(),
                        folder.resolve("log/fcgiwrap"));
        awaitSocket(folder.resolve("run/fcgiwrap.socket"), wrapper);
        var nginx =
                ServerProcess.start(
                        Command.of(
                                "setsid",
                                UNPACKED.resolve("usr/sbin/nginx"),
                                "-p",
                                etc,
                                "-c",
                                etc.resolve("nginx.conf"),
                                "-e",
                                log,
                                "-g",
                                "daemon off;"),
                        folder.resolve("log/console"),
                        log);
        port.awaitListening(nginx);
        return new RunningNginx(port, nginx, wrapper, log);
    }

    /** Debian's, with places of the test's own. */
    private static String settings(Path folder, Path etc) throws IOException {
        return Files.readString(etc.resolve("nginx.conf"))
                .replace("user www-data;", Command.isRoot() ? "user www-data;" : "")
                .replace("/run/nginx.pid", folder + "/run/pid")
                .replace("/var/log/nginx", folder + "/log")
                .replace("/etc/nginx", etc.toString())
                .replace("include " + etc + "/modules-enabled/*.conf;", "")
                .replace(
                        "http {",
                        """
                        http {
                            client_body_temp_path FOLDER/body;
                            fastcgi_temp_path FOLDER/fastcgi;
                            proxy_temp_path FOLDER/other;
                            uwsgi_temp_path FOLDER/other;
                            scgi_temp_path FOLDER/other;
                        """
                                .replace("FOLDER", folder.toString()));
    }

    private static void awaitSocket(Path socket, ServerProcess wrapper) {
        long begin = System.nanoTime();
        while (!Files.exists(socket)) {
            if (!wrapper.isRunning() || System.nanoTime() - begin > LONGEST_NANOS) {
                wrapper.end();
                throw new AssertionError("no fcgiwrap: " + wrapper.log());
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public String log() throws IOException {
        return Files.readString(logFile);
    }

    @Override
    public void close() {
        nginx.end();
        fcgiwrap.end();
    }
}
