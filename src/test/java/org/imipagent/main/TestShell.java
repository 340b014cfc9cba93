package org.imipagent.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.Zone;

/**
 * Somebody who types {@code imip-agent ...}: an installation of its own in a folder, and the
 * commands run in this process.
 */
record TestShell(Path folder) {

    /** How a command ended and what it said. */
    record Ended(int status, String out, String err) {

        Ended is(int expected) {
            assertEquals(expected, status, out + err);
            return this;
        }

        List<String> lines() {
            return out.lines().toList();
        }
    }

    /** A shell whose settings are these lines, and the places in its folder. */
    static TestShell with(Path folder, String... settings) {
        var shell = new TestShell(folder);
        var lines = new ArrayList<>(List.of(settings));
        lines.add("STORE_DIR = '" + shell.store() + "'");
        lines.add("PUBLISH_DIR = '" + shell.published() + "'");
        lines.add("TZID = 'Europe/Oslo'");
        shell.write("config.txt", String.join("\n", lines) + "\n");
        return shell;
    }

    Path store() {
        return folder.resolve("store");
    }

    Path published() {
        return folder.resolve("published");
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    Ended run(String... words) {
        return given("", words);
    }

    /** Runs a command with a text on its standard input. */
    Ended given(String in, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Agent.run(environment(in, out, err), words);
        return new Ended(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private ProcessEnvironment environment(
            String in, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new ProcessEnvironment(
                Map.of("IMIP_AGENT_CONFIG", folder.resolve("config.txt").toString()),
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.US_ASCII),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                Instant.parse("2026-11-01T10:00:00Z"),
                Zone.UTC,
                1);
    }

    /** The values of a field in an array of objects; also holds that it is one. */
    static List<String> json(String text, String field) {
        var values = new ArrayList<String>();
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            assertEquals(JsonToken.START_ARRAY, parser.nextToken(), text);
            JsonToken last = JsonToken.START_ARRAY;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals(field)) {
                    parser.nextToken();
                    values.add(parser.getValueAsString("null"));
                }
                last = token;
            }
            assertEquals(JsonToken.END_ARRAY, last, text);
        } catch (IOException none) {
            throw new AssertionError(text, none);
        }
        return values;
    }
}
