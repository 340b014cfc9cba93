package org.imipagent.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program to start as a process: its words, and the variables it sees beside the path.
 *
 * <p>The rest of our own environment is left behind, so that a test says all that a program knows.
 */
public record Command(List<String> words, Map<String, String> environment) {

    private static final long LONGEST_SECONDS = 300;

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    public static Command of(Object... words) {
        return new Command(List.of(words).stream().map(Object::toString).toList(), Map.of());
    }

    public Command with(String name, Object value) {
        var more = new HashMap<>(environment);
        more.put(name, value.toString());
        return new Command(words, more);
    }

    /**
     * The same as the user who runs Apache, when the tests run as root: what they make must be his.
     */
    public Command unprivileged() {
        return isRoot() ? new Command(asWwwData(), environment) : this;
    }

    public static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private List<String> asWwwData() {
        var all =
                new ArrayList<>(
                        List.of(
                                "setpriv",
                                "--reuid=www-data",
                                "--regid=www-data",
                                "--clear-groups",
                                "--"));
        all.addAll(words);
        return all;
    }

    public Outcome run() {
        return run(new byte[0]);
    }

    /** Runs it to its end with this standard input. */
    public Outcome run(byte[] input) {
        try {
            var folder = Files.createTempDirectory("imip");
            var in = Files.write(folder.resolve("in"), input);
            var out = folder.resolve("out");
            var err = folder.resolve("err");
            var process =
                    builder()
                            .redirectInput(in.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(this + " did not end: " + Files.readString(err));
            }
            var octets = Files.readAllBytes(out);
            var outcome =
                    new Outcome(
                            process.exitValue(),
                            new String(octets, StandardCharsets.UTF_8),
                            text(err),
                            octets);
            for (var file : List.of(in, out, err, folder)) {
                Files.delete(file);
            }
            return outcome;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }

    /** Runs it, and fails unless its exit status is 0. */
    public Outcome succeed() {
        var outcome = run();
        if (outcome.status() != 0) {
            throw new AssertionError(this + ": " + outcome);
        }
        return outcome;
    }

    public ProcessBuilder builder() {
        var builder = new ProcessBuilder(words);
        var ours = builder.environment();
        var path = ours.getOrDefault("PATH", "/usr/bin:/bin");
        ours.clear();
        ours.put("PATH", path + ":/usr/sbin:/sbin");
        ours.put("LC_ALL", "C.UTF-8");
        ours.put("JAVA_HOME", System.getProperty("java.home"));
        ours.putAll(environment);
        return builder;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /**
     * How a process ended.
     *
     * @param out standard output, read as UTF-8
     * @param octets the same as it came
     */
    public record Outcome(int status, String out, String err, byte[] octets) {}
}
