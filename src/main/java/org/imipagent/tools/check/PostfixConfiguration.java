package org.imipagent.tools.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Postfix's configuration as Postfix itself reads it: {@code postconf} and {@code postmap}.
 *
 * @param parameters with their values, in which $NAME is replaced
 * @param warnings of postconf, a line each
 */
record PostfixConfiguration(Path folder, Map<String, String> parameters, List<String> warnings) {

    PostfixConfiguration {
        parameters = Map.copyOf(parameters);
        warnings = List.copyOf(warnings);
    }

    /** Null where there is no Postfix. */
    static @Nullable PostfixConfiguration of(Path folder) {
        if (!Files.exists(folder.resolve("main.cf"))) {
            return null;
        }
        Program.Ended told = Program.of("postconf", "-c", folder.toString(), "-x").run();
        if (told.isMissing()) {
            return null;
        }
        var parameters = new HashMap<String, String>();
        told.out()
                .lines()
                .forEach(
                        line -> {
                            int at = line.indexOf(" =");
                            if (at > 0) {
                                parameters.put(
                                        line.substring(0, at), line.substring(at + 2).strip());
                            }
                        });
        return new PostfixConfiguration(folder, parameters, told.err().lines().toList());
    }

    List<String> words(String parameter) {
        return Words.of(parameters.getOrDefault(parameter, ""));
    }

    /** The value of a parameter as it stands in main.cf. */
    String written(String parameter) {
        return Program.of("postconf", "-c", folder.toString(), "-h", parameter).run().out().strip();
    }

    /** The line of a service in master.cf; "" for none. */
    String service(String name) {
        return Program.of("postconf", "-c", folder.toString(), "-M", name).run().out().strip();
    }

    /** Whether the agent is among the services. */
    boolean isOurs() {
        return parameters.containsKey("imip_people") || !service("imip-person/unix").isEmpty();
    }

    /**
     * What a table says of a key; "" for nothing.
     *
     * @throws IOException when the table cannot be asked
     */
    String look(String table, String key) throws IOException {
        String own = table.startsWith("proxy:") ? table.substring("proxy:".length()) : table;
        Program.Ended told = Program.of("postmap", "-c", folder.toString(), "-q", key, own).run();
        if (!told.isDone() && !told.err().isBlank()) {
            throw new IOException(told.complaint());
        }
        return told.out().strip();
    }

    /** Whether a list of domains, or of tables of them, has one. */
    boolean hasDomain(String parameter, String domain) throws IOException {
        for (String word : words(parameter)) {
            boolean isTable = word.contains(":") && !word.startsWith("[");
            if (word.startsWith("/")) {
                if (isIn(Path.of(word), domain)) {
                    return true;
                }
            } else if (isTable ? !look(word, domain).isEmpty() : word.equalsIgnoreCase(domain)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(Path file, String domain) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .anyMatch(line -> line.strip().equalsIgnoreCase(domain));
    }

    /** Whether a table of those named has the address, or its part before the @. */
    boolean knows(String parameter, String address) throws IOException {
        String local = address.substring(0, address.lastIndexOf('@'));
        for (String table : words(parameter)) {
            if (!look(table, address).isEmpty() || !look(table, local).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** What the tables of transports say of an address; "" for nothing. */
    String transport(String address) throws IOException {
        for (String table : words("transport_maps")) {
            String found = look(table, address.toLowerCase(Locale.ROOT));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }
}
