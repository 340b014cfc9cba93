package org.imipagent.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A web server of a test's own, before an instance, with the sample that conf has for it. */
interface WebServer extends AutoCloseable {

    Port port();

    String log() throws IOException;

    /** The log once it has this many lines with that word: a line is written after the answer. */
    default String log(String word, int lines) throws IOException {
        long begin = System.nanoTime();
        while (log().lines().filter(line -> line.contains(word)).count() < lines) {
            if (System.nanoTime() - begin > 20_000_000_000L) {
                throw new AssertionError("not " + lines + " lines with " + word + ": " + log());
            }
            LockSupport.parkNanos(10_000_000);
        }
        return log();
    }

    @Override
    void close();

    /** A sample, with the places of a test in the place of Debian's. */
    static String sample(String name, Map<String, String> places) throws IOException {
        var sample = Files.readString(InstalledProgram.checkout("conf").resolve(name));
        for (var place : places.entrySet()) {
            if (!sample.contains(place.getKey())) {
                throw new AssertionError(name + " does not name " + place.getKey());
            }
            sample = sample.replace(place.getKey(), place.getValue());
        }
        return sample;
    }

    /** Those of an instance. */
    static Map<String, String> places(TestInstance instance, Path users) {
        return Map.of(
                "/usr/lib/imip-agent/cgi-bin/",
                instance.installation().home() + "/cgi-bin/",
                "/usr/lib/imip-agent/htdocs/",
                instance.installation().home() + "/htdocs/",
                "\"/etc/imip-agent/config.txt\"",
                "\"" + instance.config() + "\"",
                "\"/etc/imip-agent/users\"",
                "\"" + users + "\"",
                "\"/var/www/imip-agent/static\"",
                "\"" + instance.folder() + "/published\"");
    }

    /** The user who runs the programs enters what root made. */
    static void give(Path folder) {
        if (Command.isRoot()) {
            Command.of("chown", "-R", "www-data:", folder).succeed();
        }
    }
}
