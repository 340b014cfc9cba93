package org.imipagent.tools.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** A sample that sets something else has another mark: so check knows that copies are old. */
class SampleMarksTest {

    private static final Path CONF = Path.of("conf");

    private static List<Path> samples() {
        return SamplesCheck.SAMPLES.stream()
                .flatMap(sample -> sample.names().stream())
                .map(CONF::resolve)
                .toList();
    }

    /** Of what a sample sets; comments are no matter. */
    private static String mark(String text) {
        var digest = new CRC32();
        for (String line : text.lines().toList()) {
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                digest.update((line.strip() + "\n").getBytes(UTF_8));
            }
        }
        return "%08x".formatted(digest.getValue());
    }

    /** mvn test -Dtest=SampleMarksTest -Dimip.regenerate=true writes them anew. */
    @Test
    void everySampleHasTheMarkOfWhatItSets() throws IOException {
        for (Path sample : samples()) {
            String text = Files.readString(sample);
            if (Boolean.getBoolean("imip.regenerate")) {
                text =
                        text.replaceFirst(
                                "# imip-agent sample [0-9a-f]{8}",
                                "# imip-agent sample " + mark(text));
                Files.writeString(sample, text);
            }
            assertEquals(mark(text), SamplesCheck.mark(text), sample.toString());
            assertTrue(text.contains("# imip-agent: "), sample.toString());
        }
    }

    /** Lists and lookups in a directory are data: nobody takes them over again. */
    @Test
    void noSampleIsForgotten() throws IOException {
        var others = new ArrayList<String>();
        for (String server : List.of("postfix", "exim", "dovecot", "cyrus", "systemd")) {
            try (var files = Files.list(CONF.resolve(server))) {
                files.filter(file -> !samples().contains(file))
                        .forEach(file -> others.add(file.getFileName().toString()));
            }
        }
        others.removeIf(name -> name.startsWith("people") || name.startsWith("resources"));
        assertEquals(List.of(), others);
    }
}
