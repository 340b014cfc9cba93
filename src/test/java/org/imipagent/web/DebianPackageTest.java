package org.imipagent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the Debian package is made of, and its rule for Apache's sites; scripts/test-package
 * installs it.
 */
class DebianPackageTest {

    private static final Path DEB = InstalledProgram.checkout("src/deb");

    @TempDir Path folder = Path.of("");

    /** Instead of Debian's programs: what was called, a line each. */
    private Path calls = Path.of("");

    @BeforeEach
    void makeRecorders() throws IOException {
        calls = Files.createFile(folder.resolve("calls"));
    }

    @Test
    void theChangelogIsOfThisVersion() throws IOException {
        String version =
                first(
                        "<artifactId>imip-agent</artifactId>\\s*<version>([^<]*)",
                        Files.readString(InstalledProgram.checkout("pom.xml")));
        assertEquals(
                version,
                first("\\Aimip-agent \\(([^)]*)-1\\)", Files.readString(DEB.resolve("changelog"))));
    }

    private static String first(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertTrue(found.find(), pattern);
        return found.group(1);
    }

    /** dpkg asks before it replaces one of these, and scripts/lay-out keeps it. */
    @Test
    void allThatIsInEtcIsTheAdministrators() throws IOException {
        List<String> listed =
                Command.of(InstalledProgram.checkout("scripts/lay-out"), "--list")
                        .succeed()
                        .out()
                        .lines()
                        .filter(file -> file.startsWith("/etc/"))
                        .toList();
        assertEquals(listed, Files.readAllLines(DEB.resolve("control/conffiles")));
        assertFalse(listed.isEmpty());
    }

    @Test
    void everyScriptCanBeReadByTheShell() {
        for (var script : List.of("build", "control/postinst", "control/prerm", "control/postrm")) {
            Command.of("sh", "-n", DEB.resolve(script)).succeed();
        }
    }

    @Test
    void sitesAreEnabledAtTheFirstInstallation() throws IOException {
        assertEquals(
                List.of(
                        "a2ensite -m -q imip-agent",
                        "a2ensite -m -q imip-manager",
                        "a2enmod -m -q cgi headers rewrite",
                        "invoke-rc.d apache2 restart"),
                configured("", 1));
    }

    @Test
    void anUpdateLeavesSitesAsTheyAre() throws IOException {
        assertEquals(List.of(), configured("0.2.0-1", 0));
        assertEquals(List.of(), configured("0.2.0-1", 1), "moved into a virtual host");
        assertEquals(List.of(), configured("0.2.0-1", 32), "closed by the administrator");
    }

    @Test
    void aSiteThatTheAdministratorClosedStaysClosedAfterEveryInstallation() throws IOException {
        assertEquals(List.of(), configured("", 32));
    }

    @Test
    void sitesThatARemovalDisabledComeBack() throws IOException {
        assertEquals(4, configured("0.2.0-1", 33).size());
    }

    /**
     * What postinst calls of Apache, where a2query answers with this status: 0 enabled, 1 unknown,
     * 32 disabled by the administrator, 33 by a package. The script runs with its paths below the
     * folder.
     */
    private List<String> configured(String before, int state) throws IOException {
        Files.writeString(calls, "");
        var bin = Files.createDirectories(folder.resolve("bin"));
        for (var name :
                List.of("a2ensite", "a2enmod", "invoke-rc.d", "apache2ctl", "a2query", "install")) {
            recorder(bin, name, name.equals("a2query") ? state : 0);
        }
        for (var name : List.of("runuser", "systemd-sysusers", "deb-systemd-helper", "systemctl")) {
            recorder(bin, name, 0);
        }
        String script =
                Files.readString(DEB.resolve("control/postinst"))
                        .replace("/run/systemd", folder.resolve("systemd").toString());
        Command.of("sh", "-c", script, "postinst", "configure", before)
                .with("PATH", bin + ":/usr/bin:/bin")
                .succeed();
        return Files.readAllLines(calls).stream()
                .filter(call -> call.matches("(a2en|invoke).*"))
                .toList();
    }

    private void recorder(Path bin, String name, int status) throws IOException {
        var program = bin.resolve(name);
        Files.writeString(
                program,
                "#!/bin/sh\necho " + name + " \"$@\" >>'" + calls + "'\nexit " + status + "\n");
        assertTrue(program.toFile().setExecutable(true));
    }
}
