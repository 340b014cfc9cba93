package org.imipagent.tools.check;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the checks have before them.
 *
 * @param root where {@code /etc} and {@code /run} of the machine are; "/" but in tests
 * @param config the settings file
 * @param home the folder of this installation, with {@code conf} and {@code lib}; null in a build
 */
public record CheckContext(
        Path root, Path config, @Nullable Path home, Instant now, Askers askers) {

    /** Asks as whom this process can. */
    public static CheckContext of(Path root, Path config, @Nullable Path home, Instant now) {
        return new CheckContext(root, config, home, now, Askers.of(root));
    }

    /** A file of the machine, such as {@code etc/group}. */
    Path file(String name) {
        return root.resolve(name);
    }

    /** Whether root is the machine itself, of which its services can be asked too. */
    boolean isThisMachine() {
        return root.equals(Path.of("/"));
    }

    /** Where the samples are, as an administrator finds them. */
    String samples() {
        return (home == null ? "/usr/lib/imip-agent" : home.toString()) + "/conf";
    }
}
