package org.imipagent.tools.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The regular jobs, without which mail that could not be sent at once is never sent. */
final class TimersCheck {

    private static final List<String> TIMERS =
            List.of("imip-agent-outbox.timer", "imip-agent-daily.timer");
    private static final String WANTS = "etc/systemd/system/timers.target.wants";

    private TimersCheck() {}

    static void ask(CheckContext context, Findings findings) {
        if (isInCron(context)) {
            findings.ok("cron runs outbox send");
            return;
        }
        var off = new ArrayList<String>();
        for (String timer : TIMERS) {
            boolean isOn =
                    Files.exists(context.file(WANTS).resolve(timer), LinkOption.NOFOLLOW_LINKS);
            if (!isOn || isStopped(context, timer)) {
                off.add(timer);
            }
        }
        if (!off.isEmpty()) {
            String names = String.join(" ", off);
            findings.problem("off: " + names, "systemctl enable --now " + names);
        } else if (isBooted(context)) {
            findings.ok("the timers are on");
        } else {
            findings.note("the timers are enabled, but systemd does not run here");
        }
    }

    private static boolean isBooted(CheckContext context) {
        return Files.isDirectory(context.file("run/systemd/system"));
    }

    private static boolean isStopped(CheckContext context, String timer) {
        return context.isThisMachine()
                && isBooted(context)
                && !Program.of("systemctl", "is-active", "--quiet", timer).run().isDone();
    }

    private static boolean isInCron(CheckContext context) {
        var files = new ArrayList<Path>();
        files.add(context.file("etc/crontab"));
        files.add(context.file("var/spool/cron/crontabs/imip-agent"));
        try (DirectoryStream<Path> more = Files.newDirectoryStream(context.file("etc/cron.d"))) {
            more.forEach(files::add);
        } catch (IOException none) {
            // Then there is no such folder.
        }
        return files.stream().anyMatch(TimersCheck::sendsMail);
    }

    private static boolean sendsMail(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .lines()
                    .anyMatch(
                            line ->
                                    !line.stripLeading().startsWith("#")
                                            && line.contains("imip-agent outbox send"));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
