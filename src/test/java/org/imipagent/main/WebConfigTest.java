package org.imipagent.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imipagent.main.TestShell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the samples of conf become with settings; that they work then is tested with the servers.
 */
class WebConfigTest {

    @TempDir Path folder = Path.of("");

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("conf", name));
    }

    private Ended webConfig(String server, String... settings) {
        var shell = new TestShell(folder);
        String lines = String.join("\n", settings) + "\nSTORE_DIR = '" + shell.store() + "'\n";
        String file = shell.write("web.txt", lines).toString();
        return shell.run("web-config", server, "--config", file);
    }

    private String withDefaults(String server) {
        String file = folder.resolve("web.txt").toString();
        return webConfig(server).is(0).out().replace(file, "/etc/imip-agent/config.txt");
    }

    @Test
    void withTheDefaultsItIsTheSample() throws IOException {
        assertEquals(
                sample("apache/imip-agent.conf") + "\n" + sample("apache/imip-manager.conf"),
                withDefaults("apache"));
        assertEquals(sample("nginx/imip-agent.conf"), withDefaults("nginx"));
        assertEquals(sample("lighttpd/imip-agent.conf"), withDefaults("lighttpd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"apache", "nginx", "lighttpd"})
    void otherPathsReplaceTheDefaultsEverywhere(String server) {
        String text =
                webConfig(
                                server,
                                "MANAGER_PATH = '/our.org/calendar'",
                                "PUBLISH_PATH = '/busy/'",
                                "PUBLISH_DIR = '/srv/our files'")
                        .is(0)
                        .out();
        var lines = text.lines().filter(line -> !line.startsWith("#")).toList();
        assertTrue(lines.stream().anyMatch(line -> line.contains("/our.org/calendar")), text);
        assertTrue(lines.stream().anyMatch(line -> line.contains("/busy")), text);
        assertTrue(lines.stream().anyMatch(line -> line.contains("\"/srv/our files\"")), text);
        for (var line : lines) {
            String rest = line.replace("cgi-bin/imip-manager", "");
            assertFalse(rest.contains("/imip-manager"), line);
            assertFalse(rest.contains("/freebusy") && !rest.contains("+/freebusy|"), line);
            assertFalse(rest.contains("/var/www"), line);
        }
    }

    @Test
    void whatCannotBeIsTold() {
        assertTrue(webConfig("nginx", "PUBLISH_PATH = '/'").is(65).err().contains("PUBLISH_PATH"));
        assertTrue(
                webConfig("nginx", "PUBLISH_DIR = '/srv/$host'")
                        .is(65)
                        .err()
                        .contains("PUBLISH_DIR"));
        webConfig("iis").is(64);
    }
}
