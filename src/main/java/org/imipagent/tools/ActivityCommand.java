package org.imipagent.tools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
            "Time, person, source, what, from whom, verdict, UID, occurrence, summary, detail, who was"
                    + " mailed, and who of them has not got it yet."
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

    /**
     * @param waiting who has not got the mail yet
     */
    private record Entry(CalendarAddress user, Activity what, List<String> waiting) {}

    @Override
    public void run(CommandContext context) throws NotDone {
        if (most < 1) {
            throw NotDone.usage("--most requires a number above 0");
        }
        var entries = new ArrayList<Entry>();
        try (Opened opened = context.open()) {
            for (CalendarAddress each : opened.users(user)) {
                try (ReadTransaction reading = opened.store().read()) {
                    for (Activity what : reading.activity(each, most)) {
                        entries.add(new Entry(each, what, waiting(reading, each, what)));
                    }
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
                        "detail",
                        "mailed",
                        "waiting")) {
            entries.stream().limit(most).forEach(entry -> row(listing, entry));
        }
    }

    private static List<String> waiting(
            ReadTransaction reading, CalendarAddress user, Activity what) {
        return what.mailed().isEmpty()
                ? List.of()
                : reading.waitingMail(user, what.number()).stream()
                        .flatMap(mail -> mail.recipients().stream())
                        .toList();
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
                a.detail(),
                a.mailed(),
                entry.waiting());
    }
}
