package org.imipagent.tools.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Apache's configuration as Apache itself reads it, whatever includes what.
 *
 * @param trouble why it is broken; "" when it is not
 * @param modules such as {@code cgid}
 * @param defines the values of {@code Define}
 * @param files all that are included, each once
 * @param pidFile where the running Apache writes its number
 */
record ApacheConfiguration(
        Path folder,
        String trouble,
        Set<String> modules,
        Map<String, String> defines,
        List<Path> files,
        @Nullable Path pidFile) {

    private static final String DUMP =
            ". \"$0/envvars\" && exec apache2 -d \"$0\" -t -D DUMP_MODULES -D DUMP_INCLUDES"
                    + " -D DUMP_RUN_CFG";
    private static final Pattern FILE = Pattern.compile("^ *\\([0-9*]+\\) (/.*)$");
    private static final Pattern MODULE = Pattern.compile("^ (\\w+)_module \\(\\w+\\)$");
    private static final Pattern DEFINE = Pattern.compile("^Define: (\\w+)=(.*)$");
    private static final Pattern PID_FILE = Pattern.compile("^PidFile: \"(/.*)\"$");
    private static final Pattern LISTEN =
            Pattern.compile("(?i)^\\s*Listen\\s+(?:(\\S+):)?(\\d+)(?:\\s+(\\w+))?\\s*$");

    private static final Set<String> ANY = Set.of("*", "0.0.0.0", "[::]");

    ApacheConfiguration {
        modules = Set.copyOf(modules);
        defines = Map.copyOf(defines);
        files = List.copyOf(files);
    }

    /** Null where there is no Apache. */
    static @Nullable ApacheConfiguration of(Path folder) {
        if (!Files.exists(folder.resolve("apache2.conf"))) {
            return null;
        }
        Program.Ended told =
                Program.of("env", "APACHE_CONFDIR=" + folder, "sh", "-c", DUMP, folder.toString())
                        .run();
        if (told.isMissing()) {
            return null;
        }
        return read(folder, told.isDone() ? "" : trouble(told), told.out());
    }

    private static String trouble(Program.Ended told) {
        String text = told.err().isBlank() ? told.out() : told.err();
        var lines =
                text.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("AH00558"))
                        .limit(3)
                        .map(String::strip)
                        .toList();
        return lines.isEmpty() ? "exit status " + told.status() : String.join(" ", lines);
    }

    private static ApacheConfiguration read(Path folder, String trouble, String dump) {
        var modules = new LinkedHashSet<String>();
        var defines = new HashMap<String, String>();
        var files = new LinkedHashSet<Path>();
        Path pidFile = null;
        for (String line : dump.lines().toList()) {
            Matcher file = FILE.matcher(line);
            Matcher module = MODULE.matcher(line);
            Matcher define = DEFINE.matcher(line);
            Matcher pid = PID_FILE.matcher(line);
            if (file.matches()) {
                files.add(Path.of(file.group(1)));
            } else if (module.matches()) {
                modules.add(module.group(1));
            } else if (define.matches()) {
                defines.put(define.group(1), define.group(2));
            } else if (pid.matches()) {
                pidFile = Path.of(pid.group(1));
            }
        }
        return new ApacheConfiguration(
                folder,
                trouble,
                trouble.isEmpty() ? modules : enabled(folder),
                defines,
                List.copyOf(files),
                pidFile);
    }

    /** Whether a file that is included has one of some texts. */
    boolean hasFileWith(List<String> texts) {
        for (Path file : files) {
            String text = text(file);
            if (texts.stream().anyMatch(text::contains)) {
                return true;
            }
        }
        return false;
    }

    /** Where it is broken, it does not say what it has loaded. */
    private static Set<String> enabled(Path folder) {
        var modules = new LinkedHashSet<String>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder.resolve("mods-enabled"), "*.load")) {
            for (Path file : files) {
                modules.add(file.getFileName().toString().replace(".load", ""));
            }
        } catch (IOException none) {
            return Set.of();
        }
        return modules;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /**
     * Where Apache listens.
     *
     * @param host loopback, where all addresses are meant
     */
    record Door(String host, int port, boolean isTls) {}

    List<Door> doors() {
        var doors = new ArrayList<Door>();
        for (Path file : files) {
            for (String line : text(file).lines().toList()) {
                Matcher listen = LISTEN.matcher(line);
                if (listen.matches()) {
                    doors.add(
                            door(
                                    listen.group(1),
                                    Integer.parseInt(listen.group(2)),
                                    listen.group(3)));
                }
            }
        }
        return doors.stream().distinct().toList();
    }

    private static Door door(@Nullable String host, int port, @Nullable String protocol) {
        String named = Objects.requireNonNullElse(host, "*");
        boolean isTls = protocol == null ? port == 443 : protocol.equalsIgnoreCase("https");
        return new Door(ANY.contains(named) ? "127.0.0.1" : named, port, isTls);
    }
}
