package org.imipagent.tools;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.imipagent.agent.FileImport;
import org.imipagent.agent.ImportedEvent;
import org.imipagent.agent.ImportedEvent.Fate;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Limits;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.CalendarText;
import org.imipagent.itip.Verdict;
import org.imipagent.store.Activity;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: events of files into a person's calendar. */
@Command(
        name = "import",
        description = {
            "Import events from iCalendar files into a person's calendar; no mail is sent.",
            "Each event replaces the one with the same UID; occurrences without their master are added"
                    + " to it. Prints one line per event: kept, unchanged or refused, its UID, its summary, and why."
        })
final class ImportCommand implements Tool {

    @Mixin private OfUser user = new OfUser();
    @Mixin private AsJson json = new AsJson();

    @Option(
            names = "--send",
            description =
                    "Invite the attendees of events that USER organises, as the manager does.")
    private boolean send;

    @Option(
            names = "--dry-run",
            description = {
                "Keep nothing: print what would become of each event (new, changed, unchanged or refused),",
                "and what ical4j, a strict reader, finds wrong with it."
            })
    private boolean dryRun;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "An iCalendar file, or - for standard input.")
    private List<String> files = List.of();

    @Override
    public void run(CommandContext context) throws NotDone, IOException {
        int lost;
        try (Opened opened = context.open()) {
            refuseAlias(opened);
            lost = dryRun ? preview(context, opened) : take(context, opened);
        }
        if (lost > 0) {
            throw NotDone.refused(
                    lost
                            + (lost == 1 ? " item " : " items ")
                            + (dryRun ? "would" : lost == 1 ? "was" : "were")
                            + (dryRun
                                    ? " not be imported; nothing was kept"
                                    : " not imported; the rest was kept"));
        }
    }

    private int take(CommandContext context, Opened opened) throws NotDone, IOException {
        int lost = 0;
        try (Listing listing = json.listing(context, "outcome", "uid", "summary", "why", "file")) {
            for (String file : files) {
                for (ImportedEvent each : take(context, opened, file)) {
                    lost += each.fate() == Fate.REFUSED ? 1 : 0;
                    row(listing, each);
                }
            }
        } finally {
            opened.publish(List.of(user.address()), context.now());
        }
        return lost;
    }

    /** One file: one transaction, which may run again; and only what it kept is told. */
    private List<ImportedEvent> take(CommandContext context, Opened opened, String file)
            throws IOException {
        CalendarText text = read(context, file);
        var whose = user.address();
        return opened.store()
                .effect(
                        whose,
                        writing -> {
                            writing.add(whose, context.now());
                            List<ImportedEvent> all =
                                    new FileImport(opened.site(), whose, send, context.now())
                                            .take(writing, text, file);
                            writing.note(whose, activity(context, file, all));
                            return all;
                        });
    }

    private static void row(Listing listing, ImportedEvent each) {
        if (each.fate() == Fate.PROBLEM) {
            listing.row("problem", null, null, why(each), each.file());
        } else {
            listing.row(
                    each.isKept() ? "kept" : word(each),
                    each.uid(),
                    each.summary(),
                    why(each),
                    each.file());
        }
    }

    private static String word(ImportedEvent each) {
        return each.fate().name().toLowerCase(Locale.ROOT);
    }

    /** With the line of the file where something is to be mended there. */
    private static @Nullable String why(ImportedEvent each) {
        String why = cause(each);
        return why == null || each.line() == 0 ? why : "line " + each.line() + ": " + why;
    }

    private static @Nullable String cause(ImportedEvent each) {
        return switch (each.cause()) {
            case NONE -> each.detail().isEmpty() ? null : each.detail();
            case MESSAGE ->
                    "a message of METHOD:"
                            + each.detail()
                            + " cannot be imported: use imip-agent person";
            case NOT_EVENT -> each.detail() + " is not an event";
            case UNREADABLE, RULE -> each.detail();
        };
    }

    private int preview(CommandContext context, Opened opened) throws IOException {
        int lost = 0;
        var importing = new FileImport(opened.site(), user.address(), send, context.now());
        try (Listing listing =
                        json.listing(
                                context, "outcome", "uid", "summary", "why", "complaints", "file");
                ReadTransaction reading = opened.store().read()) {
            for (String file : files) {
                for (ImportedEvent each : importing.preview(reading, read(context, file), file)) {
                    lost += each.fate() == Fate.REFUSED ? 1 : 0;
                    previewRow(listing, each);
                }
            }
        }
        return lost;
    }

    private static void previewRow(Listing listing, ImportedEvent each) {
        String why = why(each);
        listing.row(
                word(each),
                each.uid(),
                each.summary(),
                why != null || each.judged()
                        ? why
                        : "not looked at by ical4j: too large, or one of too many",
                each.complaints(),
                each.file());
    }

    private static CalendarText read(CommandContext context, String file) throws IOException {
        return CalendarReader.read(context.calendar(file), null, Limits.STANDARD);
    }

    /** An alias has no calendar of its own, and somebody else's is not filled by a slip. */
    private void refuseAlias(Opened opened) throws NotDone {
        try (ReadTransaction reading = opened.store().read()) {
            CalendarAddress owner = reading.owner(user.address());
            if (owner != null && !owner.equals(user.address())) {
                throw NotDone.refused(user.address().email() + " is an alias of " + owner.email());
            }
        }
    }

    private Activity activity(CommandContext context, String file, List<ImportedEvent> all) {
        long kept = all.stream().filter(ImportedEvent::isKept).count();
        long lost = all.stream().filter(each -> each.fate() == Fate.REFUSED).count();
        return new Activity(
                context.now(),
                Activity.Source.TOOL,
                "import",
                "",
                null,
                file,
                user.address().email(),
                kept == 0 && lost > 0 ? Verdict.UNREADABLE : Verdict.UPDATED,
                kept + " kept, " + lost + " refused");
    }
}
