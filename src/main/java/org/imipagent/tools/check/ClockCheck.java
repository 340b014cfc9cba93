package org.imipagent.tools.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.imipagent.agent.Installation;
import org.imipagent.settings.SiteSettings;
import org.imipagent.settings.StoreType;
import org.imipagent.store.SqliteStore;

/** The clock: by it mail is due, and the newest version of an event is told from an older one. */
final class ClockCheck {

    private static final Duration TOLERANCE = Duration.ofMinutes(2);
    private static final String REMEDY = "timedatectl set-ntp true";

    private ClockCheck() {}

    static void ask(CheckContext context, Installation site, Findings findings) {
        Instant latest = context.now().plus(TOLERANCE);
        if (site.settings().value(SiteSettings.STORE_TYPE) == StoreType.SQLITE) {
            Path store = Path.of(site.settings().value(SiteSettings.STORE_DIR));
            future(store.resolve(SqliteStore.FILE), latest, findings);
            future(store.resolve(SqliteStore.FILE + "-wal"), latest, findings);
        }
        future(context.config(), latest, findings);
        if (findings.isClean() && isUnsynchronised(context)) {
            findings.problem("the clock follows no time server", REMEDY);
        }
        if (findings.isClean()) {
            findings.ok("the clock says " + context.now());
        }
    }

    private static void future(Path file, Instant latest, Findings findings) {
        try {
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            if (findings.isClean() && changed.isAfter(latest)) {
                findings.problem(
                        "the clock is behind, or was ahead: "
                                + file.normalize()
                                + " was changed at "
                                + changed,
                        REMEDY);
            }
        } catch (IOException none) {
            // What is not there says nothing of the clock.
        }
    }

    private static boolean isUnsynchronised(CheckContext context) {
        if (!context.isThisMachine() || !Files.isDirectory(Path.of("/run/systemd/system"))) {
            return false;
        }
        Program.Ended told =
                Program.of("timedatectl", "show", "--property=NTPSynchronized", "--value").run();
        return told.isDone() && told.out().strip().equals("no");
    }
}
