package org.imipagent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When .ci/run ends with an error: in a checkout whose tests and native-builder are recorders. */
class CiRunTest {

    private static final String ALL = "Tested: the JVM and the native executable.";

    @TempDir Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (var name : new String[] {".ci/run", "scripts/lib.sh", "scripts/launch.sh"}) {
            var copy = folder.resolve("checkout").resolve(name);
            Files.createDirectories(copy.getParent());
            Files.copy(InstalledProgram.checkout(name), copy);
        }
    }

    @Test
    void allIsWellWhenBothWereTested() throws IOException {
        builder("exit 0");
        tests("echo '" + ALL + "'");
        assertEquals(0, run().status());
    }

    @Test
    void aNativeBuilderThatFailsIsAnError() throws IOException {
        builder("exit 3");
        tests("echo started");
        var ended = run();
        assertEquals(1, ended.status());
        assertTrue(ended.err().contains("native-builder failed"), ended::toString);
        assertFalse(ended.out().contains("started"), ended::toString);
    }

    @Test
    void aNativeExecutableThatWasNotTestedIsAnError() throws IOException {
        tests("echo 'Tested: the JVM. The native executable was not built and not tested'");
        var ended = run();
        assertEquals(1, ended.status());
        assertTrue(ended.err().contains("was not tested"), ended::toString);
    }

    @Test
    void aTestThatFailsIsAnError() throws IOException {
        builder("exit 0");
        tests("echo '" + ALL + "'; exit 7");
        assertEquals(7, run().status());
    }

    private void builder(String script) throws IOException {
        program(folder.resolve("shared/tools/native-builder/build"), script);
    }

    private void tests(String script) throws IOException {
        program(folder.resolve("checkout/scripts/test"), script);
    }

    private static void program(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Command.Outcome run() {
        return Command.of("sh", folder.resolve("checkout/.ci/run")).with("HOME", folder).run();
    }
}
