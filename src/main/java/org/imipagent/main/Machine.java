package org.imipagent.main;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/** What this machine says of itself. */
final class Machine {

    private static final String ZONES = "/zoneinfo/";

    private Machine() {}

    /** This machine's full name, as links hold it where no MANAGER_URL is set. */
    static String host() {
        return host(
                Path.of("/proc/sys/kernel/hostname"),
                Path.of("/etc/hosts"),
                Path.of("/etc/mailname"));
    }

    /**
     * The canonical name (hostname -f): what the kernel says where it is a full name, else the
     * first name of its line in /etc/hosts; where neither is full, what the mail system is called.
     * Asking a name server would make a mail wait for the network.
     */
    static String host(Path kernel, Path hosts, Path mailName) {
        String name = line(kernel);
        if (isFull(name)) {
            return name;
        }
        String canonical = name.isEmpty() ? "" : canonical(name, line(hosts));
        if (isFull(canonical)) {
            return canonical;
        }
        String mail = line(mailName);
        return isFull(mail) || name.isEmpty() ? nonEmpty(mail) : name;
    }

    /**
     * This machine's time zone: of the variable TZ, else of /etc/localtime, by name. What else the
     * JDK knows to find it is asked where neither names one.
     */
    static Zone zone() {
        String variable = System.getenv("TZ");
        Zone named =
                System.getProperty("user.timezone") != null
                        ? null
                        : zone(variable == null ? "" : variable, Path.of("/etc/localtime"));
        return named == null ? Zone.of(ZoneId.systemDefault()) : named;
    }

    /** Null where neither is the name of a zone. */
    static @Nullable Zone zone(String variable, Path localTime) {
        if (!variable.isEmpty()) {
            return Zone.region(variable.startsWith(":") ? variable.substring(1) : variable);
        }
        try {
            String target = Files.readSymbolicLink(localTime).toString();
            int at = target.lastIndexOf(ZONES);
            return at < 0 ? null : Zone.region(target.substring(at + ZONES.length()));
        } catch (IOException | RuntimeException noLink) {
            return null;
        }
    }

    private static boolean isFull(String name) {
        return name.indexOf('.') > 0 && !name.startsWith("localhost.");
    }

    private static String nonEmpty(String name) {
        return name.isEmpty() ? "localhost" : name;
    }

    /** The first name of the first line of hosts(5) that has the name; "" where none has. */
    private static String canonical(String name, String hosts) {
        for (int from = 0; from < hosts.length(); ) {
            int end = hosts.indexOf('\n', from);
            String line = hosts.substring(from, end < 0 ? hosts.length() : end);
            String canonical = canonicalOf(name, line.replace('\t', ' '));
            if (!canonical.isEmpty()) {
                return canonical;
            }
            from = end < 0 ? hosts.length() : end + 1;
        }
        return "";
    }

    private static String canonicalOf(String name, String line) {
        int comment = line.indexOf('#');
        String words = (comment < 0 ? line : line.substring(0, comment)).strip();
        int address = words.indexOf(' ');
        if (address < 0) {
            return "";
        }
        String names = words.substring(address).strip();
        int first = names.indexOf(' ');
        return (" " + names + " ").contains(" " + name + " ")
                ? first < 0 ? names : names.substring(0, first)
                : "";
    }

    /** Whether standard error is a terminal. */
    static boolean isTerminal() {
        try {
            Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/2"));
            return target.startsWith("/dev/pts") || target.startsWith("/dev/tty");
        } catch (IOException notLinux) {
            return false;
        }
    }

    /** The number of this process; asking the JDK for it would start a thread. */
    static long pid() {
        try {
            return Long.parseLong(Files.readSymbolicLink(Path.of("/proc/self")).toString());
        } catch (IOException | NumberFormatException notLinux) {
            return ProcessHandle.current().pid();
        }
    }

    /**
     * Ends this process at once: its programs close what they opened, and nothing waits for the
     * end.
     */
    static void exit(int status) {
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(status);
    }

    /** Whether standard output goes to another program. */
    static boolean isPipe() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1"))
                    .toString()
                    .startsWith("pipe:");
        } catch (IOException notLinux) {
            return false;
        }
    }

    private static String line(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException notThere) {
            return "";
        }
    }
}
