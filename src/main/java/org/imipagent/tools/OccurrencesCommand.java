package org.imipagent.tools;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Problem;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.CalendarObject;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.CalendarText;
import org.imipagent.recurrence.Expansion;
import org.imipagent.recurrence.Instance;
import org.imipagent.recurrence.Recurrences;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code occurrences}: when the events of a file take place. Needs no settings and no store. */
@Command(
        name = "occurrences",
        description = {
            "Print the occurrences of the events in an iCalendar file.",
            "One line each: start, end, recurrence identifier; - for none. All-day events have dates,"
                    + " others times in UTC."
        })
final class OccurrencesCommand implements Tool {

    @Parameters(paramLabel = "FILE", description = "An iCalendar file, or - for standard input.")
    private String file = "";

    @Option(
            names = "--from",
            paramLabel = "D",
            required = true,
            description = "After this date or time.")
    private @Nullable When from;

    @Option(
            names = "--to",
            paramLabel = "D",
            required = true,
            description = "Before this date or time.")
    private @Nullable When to;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "The zone of dates and of times without a zone. Default: the zone of this machine.")
    private @Nullable ZoneId zone;

    @Mixin private AsJson json = new AsJson();

    private record Found(Event event, Instance instance) {}

    @Override
    public void run(CommandContext context) throws NotDone, IOException {
        Zone own = zone == null ? context.zone() : Zone.of(zone);
        Instant since = Objects.requireNonNull(from, "a required option").instant(own);
        Instant until = Objects.requireNonNull(to, "a required option").instant(own);
        if (!since.isBefore(until)) {
            throw NotDone.usage("--to must be after --from");
        }
        CalendarText text = CalendarReader.read(context.calendar(file), null, Limits.STANDARD);
        text.problems().forEach(problem -> context.complain(file + ": " + problem));
        var found = new ArrayList<Found>();
        boolean all = true;
        boolean any = false;
        for (CalendarObject object : text.objects()) {
            for (Event event : object.events()) {
                any = true;
                Expansion expansion = Recurrences.expand(event, since, until, own, Limits.STANDARD);
                expansion.instances().forEach(instance -> found.add(new Found(event, instance)));
                expansion
                        .problems()
                        .forEach(p -> context.complain(file + ": " + event.uid() + ": " + p));
                all &= expansion.problems().stream().noneMatch(OccurrencesCommand::isCut);
            }
        }
        print(context, found, own);
        if (!any) {
            throw NotDone.refused(file + ": no event");
        }
        if (!all) {
            throw NotDone.refused(file + ": too many occurrences: choose a shorter period");
        }
    }

    private static boolean isCut(Problem problem) {
        return problem.name().equals("too-many-occurrences")
                || problem.name().equals("endless-rule");
    }

    private void print(CommandContext context, List<Found> found, Zone own) {
        found.sort(Comparator.comparing(each -> each.instance.start().instant(own)));
        try (Listing listing =
                json.isWanted()
                        ? json.listing(
                                context,
                                "start",
                                "end",
                                "recurrenceId",
                                "uid",
                                "summary",
                                "cancelled")
                        : json.wordsOf(context, "start", "end", "recurrenceId")) {
            for (Found each : found) {
                String start = When.text(each.instance.start(), own);
                String end = When.text(each.instance.end(), own);
                String id = When.text(each.instance.id(), own);
                if (json.isWanted()) {
                    listing.row(
                            start,
                            end,
                            id,
                            each.event.uid(),
                            each.instance.part().summary(),
                            each.instance.part().isCancelled());
                } else {
                    listing.row(start, end, id);
                }
            }
        }
    }
}
