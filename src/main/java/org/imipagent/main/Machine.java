package org.imipagent.main;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine says of itself. */
final class Machine {

    private Machine() {}

    /**
     * The machine's full name, as links hold it where no MANAGER_URL is set: what the mail system
     * calls it, else what the kernel does. Asking the resolver would make a mail wait for the
     * network.
     */
    static String host() {
        String mailName = line(Path.of("/etc/mailname"));
        String host = mailName.isEmpty() ? line(Path.of("/proc/sys/kernel/hostname")) : mailName;
        return host.isEmpty() ? "localhost" : host;
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
