package org.imipagent.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** lighttpd with Debian's settings, the files of whose package lie in target. */
record RunningLighttpd(Port port, ServerProcess process, Path console) implements WebServer {

    private static final Path UNPACKED = InstalledProgram.checkout("target/lighttpd");

    static RunningLighttpd start(TestInstance instance, Path folder, Path users)
            throws IOException {
        return start(
                folder,
                WebServer.sample("lighttpd/imip-agent.conf", WebServer.places(instance, users)));
    }

    static RunningLighttpd start(Path folder, String sample) throws IOException {
        var etc = folder.resolve("etc");
        var port = Port.free();
        Command.of("cp", "-r", UNPACKED.resolve("etc/lighttpd"), etc).succeed();
        for (var name : new String[] {"run", "log", "uploads"}) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(etc.resolve("conf-enabled/70-imip-agent.conf"), sample);
        Files.writeString(etc.resolve("lighttpd.conf"), settings(folder, etc, port));
        WebServer.give(folder);
        var log = folder.resolve("log/error.log");
        var process =
                ServerProcess.start(
                        Command.of(
                                "setsid",
                                UNPACKED.resolve("usr/sbin/lighttpd"),
                                "-D",
                                "-f",
                                etc.resolve("lighttpd.conf"),
                                "-m",
                                UNPACKED.resolve("usr/lib/lighttpd")),
                        folder.resolve("log/console"),
                        log);
        port.awaitListening(process);
        return new RunningLighttpd(port, process, folder.resolve("log/console"));
    }

    /** Debian's, with places of the test's own. */
    private static String settings(Path folder, Path etc, Port port) throws IOException {
        return Files.readString(etc.resolve("lighttpd.conf"))
                .replace(
                        "server.port                 = 80",
                        "server.port = " + port.number() + "\nserver.bind = \"127.0.0.1\"")
                .replaceAll("(?m)^include_shell.*use-ipv6.*$", "")
                .replaceAll("(?m)^server\\.(username|groupname).*$", Command.isRoot() ? "$0" : "")
                .replace("/usr/share/lighttpd", UNPACKED + "/usr/share/lighttpd")
                .replace("/var/log/lighttpd", folder + "/log")
                .replace("/run/lighttpd.pid", folder + "/run/pid")
                .replace("/var/cache/lighttpd/uploads", folder + "/uploads")
                .replace("/etc/lighttpd", etc.toString());
    }

    /** What programs say goes to the server's standard error, in Debian to the journal. */
    @Override
    public String log() throws IOException {
        return Files.readString(console);
    }

    @Override
    public void close() {
        process.end();
    }
}
