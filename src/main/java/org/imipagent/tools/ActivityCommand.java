package org.imipagent.tools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.store.Activity;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code activity}: what became of mail and clicks. */
@Command(
        name = "activity",
        description = {
            "List emails and actions and their outcome, newest first.",
            "Time, person, source, what, from whom, verdict, UID, occurrence, summary, detail."
        })
final class ActivityCommand implements Tool {

    @Option(names = "--user", paramLabel = "ADDRESS", description = "Only this person.")
    private @Nullable CalendarAddress user;

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "At most this many entries. Default: 100.")
    private int most = 100;

    @Mixin private AsJson json = new AsJson();

    private record Entry(CalendarAddress user, Activity what) {}

    @Override
    public void run(CommandContext context) throws NotDone {
        if (most < 1) {
            throw NotDone.usage("--most requires a number above 0");
        }
        var entries = new ArrayList<Entry>();
        try (Opened opened = context.open()) {
            for (CalendarAddress each : opened.users(user)) {
                try (ReadTransaction reading = opened.store().read()) {
                    reading.activity(each, most).forEach(a -> entries.add(new Entry(each, a)));
                }
            }
        }
        entries.sort(Comparator.comparing((Entry entry) -> entry.what().at()).reversed());
        try (Listing listing =
                json.listing(
                        context,
                        "at",
                        "user",
                        "source",
                        "what",
                        "from",
                        "verdict",
                        "uid",
                        "recurrenceId",
                        "summary",
                        "detail")) {
            entries.stream().limit(most).forEach(entry -> row(listing, entry));
        }
    }

    private static void row(Listing listing, Entry entry) {
        Activity a = entry.what();
        listing.row(
                a.at(),
                entry.user().email(),
                a.source().name().toLowerCase(Locale.ROOT),
                a.what(),
                a.from(),
                a.verdict().word(),
                a.uid(),
                When.text(a.id(), Zone.UTC),
                a.summary(),
                a.detail());
    }
}
