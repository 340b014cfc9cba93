package org.imipagent.tools;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.agent.Import;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Problem;
import org.imipagent.calendar.VEvent;
import org.imipagent.ical.CalendarObject;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.CalendarText;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Verdict;
import org.imipagent.store.Activity;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.WriteTransaction;
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

    /** What a text must not suffer if all of its events are to be there. */
    private static final List<String> LOSSES =
            List.of(
                    "too-large",
                    "too-many-properties",
                    "too-many-problems",
                    "no-calendar",
                    "wrong-event",
                    "twice");

    private static final List<String> CALENDARS = List.of("PUBLISH", "REQUEST");

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
                var one = new OneFile(context, opened, user.address(), listing, file, send);
                lost += one.take();
            }
        } finally {
            opened.publish(List.of(user.address()), context.now());
        }
        return lost;
    }

    private int preview(CommandContext context, Opened opened) throws IOException {
        int lost = 0;
        try (Listing listing =
                        json.listing(
                                context, "outcome", "uid", "summary", "why", "complaints", "file");
                ReadTransaction reading = opened.store().read()) {
            for (String file : files) {
                var one = new DryImport(opened.site(), reading, user.address(), listing, file);
                lost += one.tell(read(context, file), send, context.now());
            }
        }
        return lost;
    }

    private static CalendarText read(CommandContext context, String file) throws IOException {
        return CalendarReader.read(context.calendar(file), null, Limits.STANDARD);
    }

    /** Why nothing of an object may be imported; null where it may. */
    static @Nullable String refusal(@Nullable String method) {
        return method == null || CALENDARS.contains(method)
                ? null
                : "a message of METHOD:" + method + " cannot be imported: use imip-agent person";
    }

    /** Why a problem is one of what would be missing; null where it is none. */
    static @Nullable String loss(Problem problem) {
        boolean large = problem.name().startsWith("too-");
        return LOSSES.contains(problem.name())
                ? problem + (large ? "; import several smaller files" : "")
                : null;
    }

    /** Components that are neither events nor belong to them. */
    static List<String> others(CalendarObject object) {
        return object.calendar().components().stream()
                .map(Component::name)
                .filter(name -> !name.equals("VEVENT") && !name.equals("VTIMEZONE"))
                .map(name -> name + " is not an event")
                .toList();
    }

    /** Occurrences that come without their master join the one that is kept. */
    static Event joined(Event came, @Nullable Event kept) {
        if (came.master() != null || kept == null) {
            return came;
        }
        Event event = kept;
        VEvent master = event.master();
        for (VEvent part : came.changed().values()) {
            event =
                    event.with(
                            master == null
                                    ? part
                                    : CalendarReader.asOccurrenceOf(master).apply(part));
        }
        return event;
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

    /** One file: one transaction. */
    private static final class OneFile {
        private final CommandContext context;
        private final Opened opened;
        private final CalendarAddress user;
        private final Listing listing;
        private final String file;
        private final boolean send;
        private final List<@Nullable Object[]> rows = new ArrayList<>();
        private int kept;
        private int lost;

        OneFile(
                CommandContext context,
                Opened opened,
                CalendarAddress user,
                Listing listing,
                String file,
                boolean send) {
            this.context = context;
            this.opened = opened;
            this.user = user;
            this.listing = listing;
            this.file = file;
            this.send = send;
        }

        /** Takes what can be taken; tells how much could not. */
        int take() throws IOException {
            CalendarText text = read(context, file);
            opened.store()
                    .change(
                            user,
                            writing -> {
                                begin();
                                writing.add(user, context.now());
                                text.objects().forEach(object -> take(writing, object));
                                text.problems().forEach(this::tell);
                                writing.note(user, activity());
                            });
            rows.forEach(listing::row);
            return lost;
        }

        /** The transaction may run again; and only what it kept is told. */
        private void begin() {
            rows.clear();
            kept = 0;
            lost = 0;
        }

        private void row(@Nullable Object... values) {
            rows.add(values);
        }

        private void take(WriteTransaction writing, CalendarObject object) {
            String refusal = refusal(object.method());
            if (refusal != null) {
                refuse("", "", refusal);
                return;
            }
            others(object).forEach(other -> refuse("", "", other));
            object.events().forEach(event -> take(writing, OwnMarks.without(event)));
        }

        private void take(WriteTransaction writing, Event came) {
            KeptEvent before = writing.event(user, came.uid());
            Event known = before == null ? null : opened.site().event(before.text());
            Event event = joined(came, known);
            String summary = event.main().summary();
            if (before != null && before.text().equals(CalendarWriter.write(null, event))) {
                row("unchanged", event.uid(), summary, null, file);
                return;
            }
            Decision decision = keep(writing, event, known);
            if (decision.verdict() == Verdict.REPEATED) {
                row("unchanged", event.uid(), summary, null, file);
            } else if (decision.verdict().isRefusal()) {
                refuse(event.uid(), summary, decision.verdict().word() + ": " + decision.detail());
            } else {
                kept++;
                row("kept", event.uid(), summary, null, file);
            }
        }

        private Decision keep(WriteTransaction writing, Event event, @Nullable Event known) {
            var way = new Import(opened.site());
            return send
                    ? way.send(writing, user, known, event, context.now())
                    : way.keep(writing, user, event, context.now());
        }

        private void tell(Problem problem) {
            String loss = loss(problem);
            if (loss != null) {
                refuse("", "", loss);
            } else {
                row("problem", null, null, problem.toString(), file);
            }
        }

        private void refuse(String uid, String summary, String why) {
            lost++;
            row("refused", uid, summary, why, file);
        }

        private Activity activity() {
            return new Activity(
                    context.now(),
                    Activity.Source.TOOL,
                    "import",
                    "",
                    null,
                    file,
                    user.email(),
                    kept == 0 && lost > 0 ? Verdict.UNREADABLE : Verdict.UPDATED,
                    kept + " kept, " + lost + " refused");
        }
    }
}
