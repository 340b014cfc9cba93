package org.imipagent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launchers in cgi-bin and scripts: what they start, from where, and what they say when there
 * is nothing to start.
 */
class LauncherIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path home;

    /** An installation whose two programs say how they were called. */
    @BeforeEach
    void layOut() throws IOException {
        home = Files.createDirectory(folder.resolve("a home with spaces"));
        place("scripts/imip-agent", "bin/imip-agent");
        place("cgi-bin/imip-manager", "cgi-bin/imip-manager");
        place("scripts/launch.sh", "lib/launch.sh");
        jar("first");
    }

    private void place(String file, String as) throws IOException {
        Files.createDirectories(home.resolve(as).getParent());
        Files.copy(
                InstalledProgram.checkout(file),
                home.resolve(as),
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void jar(String word) throws IOException {
        var source = Files.createDirectories(folder.resolve("source"));
        var classes = Files.createDirectories(folder.resolve("classes"));
        for (var name : new String[] {"ImipManager", "Agent"}) {
            var code =
                    """
                    package org.imipagent.main;
                    public class NAME {
                        public static void main(String[] args) {
                            System.out.println("Status: 200 OK\\n\\nWORD NAME " + String.join(",", args));
                        }
                    }
                    """
                            .replace("NAME", name)
                            .replace("WORD", word);
            var file = Files.writeString(source.resolve(name + ".java"), code);
            var compiler = ToolProvider.findFirst("javac").orElseThrow();
            assertEquals(
                    0,
                    compiler.run(
                            System.out, System.err, "-d", classes.toString(), file.toString()));
        }
        var fresh = folder.resolve("fresh.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(fresh))) {
            for (var name : new String[] {"ImipManager", "Agent"}) {
                var entry = "org/imipagent/main/" + name + ".class";
                jar.putNextEntry(new JarEntry(entry));
                jar.write(Files.readAllBytes(classes.resolve(entry)));
            }
        }
        Files.move(fresh, home.resolve("lib/imip-agent.jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    private Command manager() {
        return Command.of(home.resolve("cgi-bin/imip-manager"));
    }

    private Command agent(String... arguments) {
        return new Command(
                Stream.concat(Stream.of(home + "/bin/imip-agent"), Stream.of(arguments)).toList(),
                Map.of());
    }

    @Test
    void theAgentGetsItsArgumentsAsTheyAre() {
        assertEquals(
                "Status: 200 OK\n\nfirst Agent person,-o,a b,*,,$HOME\n",
                agent("person", "-o", "a b", "*", "", "$HOME").run().out());
    }

    /**
     * A query without "=" reaches a CGI program as arguments (RFC 3875, section 4.4); to a JVM they
     * could be options.
     */
    @Test
    void theManagerGetsNoArguments() {
        var answer = Command.of(home.resolve("cgi-bin/imip-manager"), "-version", "--help").run();
        assertEquals("Status: 200 OK\n\nfirst ImipManager \n", answer.out());
    }

    @Test
    void theFolderIsFoundThroughLinksAndFromWithin() throws IOException {
        var link =
                Files.createSymbolicLink(
                        folder.resolve("link"), home.resolve("cgi-bin/imip-manager"));
        var linked = Files.createSymbolicLink(folder.resolve("linked"), home);
        for (var path :
                new Path[] {
                    link,
                    linked.resolve("cgi-bin/imip-manager"),
                    linked.resolve("bin/../cgi-bin/./imip-manager")
                }) {
            assertEquals(
                    "Status: 200 OK\n\nfirst ImipManager \n",
                    Command.of(path).run().out(),
                    path.toString());
        }
        for (var call :
                new String[] {"./imip-manager", "sh imip-manager", "../cgi-bin/imip-manager"}) {
            var answer =
                    Command.of("sh", "-c", "cd \"$0\" && " + call, home.resolve("cgi-bin")).run();
            assertEquals(
                    "Status: 200 OK\n\nfirst ImipManager \n", answer.out(), call + answer.err());
        }
    }

    @Test
    void theJvmIsFoundWithoutAnyHintFromTheEnvironment() throws IOException {
        var jdk =
                Files.createSymbolicLink(
                        home.resolve("lib/jdk"), Path.of(System.getProperty("java.home")));
        assertEquals(
                "Status: 200 OK\n\nfirst ImipManager \n",
                manager().with("JAVA_HOME", "/none").with("PATH", "/none").run().out());
        Files.delete(jdk);
    }

    @Test
    void withAnArchiveOfAnOlderJarTheNewCodeRunsAndNothingComesBeforeTheHeader()
            throws IOException {
        train();
        assertEquals("Status: 200 OK\n\nfirst ImipManager \n", manager().run().out());
        jar("second");
        assertEquals("Status: 200 OK\n\nsecond ImipManager \n", manager().run().out());
    }

    @Test
    void aDamagedArchiveSlowsAndDoesNotStop() throws IOException {
        Files.writeString(home.resolve("lib/manager.jsa"), "no archive");
        assertEquals("Status: 200 OK\n\nfirst ImipManager \n", manager().run().out());
        train();
        var whole = Files.readAllBytes(home.resolve("lib/manager.jsa"));
        Files.write(
                home.resolve("lib/manager.jsa"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertEquals("Status: 200 OK\n\nfirst ImipManager \n", manager().run().out());
    }

    private void train() throws IOException {
        var list = folder.resolve("classes.list");
        Files.write(
                list,
                "java/lang/Object\norg/imipagent/main/ImipManager\n"
                        .getBytes(StandardCharsets.UTF_8));
        Command.of(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xshare:dump",
                        "-XX:SharedClassListFile=" + list,
                        "-XX:SharedArchiveFile=" + home.resolve("lib/manager.jsa"),
                        "-XX:+UseSerialGC",
                        "-cp",
                        home.resolve("lib/imip-agent.jar"))
                .succeed();
    }

    @Test
    void theNativeExecutableComesFirst() throws IOException {
        var executable =
                Files.writeString(
                        home.resolve("lib/imip-agent"), "#!/bin/sh\necho native \"$@\"\n");
        assertTrue(executable.toFile().setExecutable(true));
        assertEquals("native manager " + home + "/lib\n", manager().run().out());
        assertEquals(
                "native agent " + home + "/lib person -o x\n",
                agent("person", "-o", "x").run().out());
    }

    @Test
    void withNothingBuiltTheManagerSaysSoToTheBrowserAndWhyToTheLog() throws IOException {
        Files.delete(home.resolve("lib/imip-agent.jar"));
        var answer = manager().run();
        assertTrue(answer.out().startsWith("Status: 500 "), answer.out());
        assertTrue(answer.out().contains("Not set up"), answer.out());
        assertFalse(answer.out().contains(home.toString()), "the browser learns no path of ours");
        assertEquals(1, answer.err().lines().count(), answer.err());
        assertTrue(answer.err().contains("nothing is built in " + home), answer.err());
    }

    @Test
    void withNothingBuiltTheAgentLeavesTheMailToTheServer() throws IOException {
        Files.delete(home.resolve("lib/imip-agent.jar"));
        var answer = agent("person", "-o", "x").run();
        assertEquals(75, answer.status());
        assertEquals("", answer.out());
        assertEquals(1, answer.err().lines().count(), answer.err());
        Files.delete(home.resolve("lib/launch.sh"));
        assertEquals(75, agent("person").run().status());
    }
}
