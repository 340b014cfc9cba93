package org.imipagent.tools.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.imipagent.agent.Installation;
import org.imipagent.store.OutboxEntry;
import org.imipagent.store.ReadTransaction;

/** Mail that should have left long ago: nobody else would miss it. */
final class OutboxCheck {

    private static final Duration LONG = Duration.ofHours(1);
    private static final int MOST = 1000;

    private OutboxCheck() {}

    static void ask(CheckContext context, Installation site, Findings findings) {
        Instant before = context.now().minus(LONG);
        try (ReadTransaction reading = site.store().read()) {
            List<OutboxEntry> late =
                    reading.outboxEntries(MOST).stream()
                            .filter(entry -> isLate(entry, before))
                            .toList();
            if (late.isEmpty()) {
                findings.ok("no mail waits for more than an hour");
            } else {
                OutboxEntry first = late.getFirst();
                findings.problem(
                        "mails that wait for more than an hour: "
                                + late.size()
                                + "; the first, to "
                                + String.join(", ", first.recipients())
                                + ", since "
                                + first.posted()
                                + (first.why().isEmpty() ? "" : ": " + first.why()),
                        "runuser -u imip-agent -- imip-agent outbox send");
            }
        }
    }

    /** A person may have asked for some delay before it is tried. */
    private static boolean isLate(OutboxEntry entry, Instant before) {
        return entry.posted().isBefore(before)
                && (entry.attempts() > 0 || entry.due().isBefore(before));
    }
}
