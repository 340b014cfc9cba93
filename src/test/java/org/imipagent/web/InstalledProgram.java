package org.imipagent.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/**
 * The programs laid out as on a server, by scripts/lay-out, from what Maven has built.
 *
 * <p>The system property {@code imip.launch}, {@code jvm} or {@code native}, says which launch; the
 * JVM otherwise.
 *
 * @param home the folder with bin, cgi-bin, htdocs and lib
 */
public record InstalledProgram(Path home) {

    private static final Path CHECKOUT = Path.of("").toAbsolutePath();

    /** The installation of this checkout, made when it is missing or old. */
    public static InstalledProgram ofCheckout() {
        return ofCheckout(System.getProperty("imip.launch", "jvm"));
    }

    /** The same with this launch, {@code jvm} or {@code native}. */
    static InstalledProgram ofCheckout(String launch) {
        var home = CHECKOUT.resolve("target").resolve("installation-" + launch);
        layOut(launch, home);
        return new InstalledProgram(home);
    }

    /**
     * The same where the user who runs Apache can reach it: below {@code folder} when the checkout
     * is closed to him.
     */
    public static InstalledProgram reachable(Path folder) throws IOException {
        return reachable(ofCheckout(), folder.resolve("installation"));
    }

    static InstalledProgram reachable(InstalledProgram ours, Path copy) throws IOException {
        if (!Command.isRoot() || isOpen(ours.home())) {
            return ours;
        }
        Command.of("cp", "-a", ours.home(), copy).succeed();
        return new InstalledProgram(copy);
    }

    public static Path checkout(String name) {
        return CHECKOUT.resolve(name);
    }

    Path manager() {
        return home.resolve("cgi-bin/imip-manager");
    }

    public Path agent() {
        return home.resolve("bin/imip-agent");
    }

    private static void layOut(String launch, Path home) {
        Command.of(checkout("scripts/lay-out"), "--" + launch, home).succeed();
    }

    private static boolean isOpen(Path folder) throws IOException {
        for (var at = folder; at != null; at = at.getParent()) {
            if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
