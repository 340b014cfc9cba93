package org.imipagent.tools.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imipagent.agent.Installation;
import org.imipagent.settings.SiteSettings;
import org.imipagent.settings.StoreType;

/** Room on the disks: without it mail waits and forms answer 503. */
final class DiskCheck {

    private static final long MEBIBYTE = 1 << 20;

    /** A large message with its database pages, some times. */
    private static final long LEAST = 100 * MEBIBYTE;

    private DiskCheck() {}

    static void ask(CheckContext context, Installation site, Findings findings) {
        if (site.settings().value(SiteSettings.STORE_TYPE) == StoreType.SQLITE) {
            ask(Path.of(site.settings().value(SiteSettings.STORE_DIR)), findings);
        }
        ask(site.settings().value(SiteSettings.PUBLISH_DIR), findings);
        if (findings.isClean()) {
            findings.ok("more than " + LEAST / MEBIBYTE + " MiB free");
        }
    }

    private static void ask(Path folder, Findings findings) {
        Path at = folder.toAbsolutePath();
        while (at != null && !Files.exists(at)) {
            at = at.getParent();
        }
        try {
            long free = at == null ? LEAST : Files.getFileStore(at).getUsableSpace();
            if (free < LEAST) {
                findings.problem(
                        "only " + free / MEBIBYTE + " MiB are free on the disk of " + folder,
                        "free some space there: df -h " + at);
            }
        } catch (IOException unknown) {
            findings.note(folder + ": its disk says nothing about its size");
        }
    }
}
