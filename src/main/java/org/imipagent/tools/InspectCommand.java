package org.imipagent.tools;

import java.io.IOException;
import java.util.List;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Problem;
import org.imipagent.calendar.VEvent;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.Complaint;
import org.imipagent.ical.ImportPreview;
import org.imipagent.ical.ImportPreview.JudgedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code inspect}: what somebody's calendar says and what is odd about it. Needs no settings. */
@Command(
        name = "inspect",
        description = {
            "Show what an iCalendar file contains, and what is wrong with it.",
            "Lines with 'event' show what imip-agent reads, 'problem' what it had to correct or leave"
                    + " out, and 'ical4j' what a stricter reader finds wrong by RFC 5545 and 5546."
        })
final class InspectCommand implements Tool {

    @Mixin private AsJson json = new AsJson();

    @Parameters(paramLabel = "FILE", description = "An iCalendar file, or - for standard input.")
    private String file = "";

    @Override
    public void run(CommandContext context) throws NotDone, IOException {
        var text = CalendarReader.read(context.calendar(file), null, Limits.STANDARD);
        ImportPreview preview = ImportPreview.of(text);
        if (json.isWanted()) {
            list(context, preview);
        } else {
            say(context, preview);
        }
        if (text.objects().isEmpty()) {
            throw NotDone.refused(file + " contains no calendar");
        }
    }

    private static void say(CommandContext context, ImportPreview preview) {
        for (JudgedEvent each : preview.events()) {
            each.event().parts().forEach(part -> context.say("event " + told(each, part)));
            each.complaints().forEach(c -> context.say("ical4j " + each.event().uid() + " " + c));
            if (!each.judged()) {
                context.say("ical4j " + each.event().uid() + " was not looked at: too much");
            }
        }
        preview.problems().forEach(problem -> context.say("problem " + problem));
        preview.calendar().forEach(complaint -> context.say("ical4j " + complaint));
    }

    /** A row for each part of an event, and one of no event for the calendar. */
    private void list(CommandContext context, ImportPreview preview) {
        try (Listing listing =
                json.listing(
                        context,
                        "uid",
                        "recurrenceId",
                        "method",
                        "sequence",
                        "summary",
                        "judged",
                        "complaints",
                        "problems")) {
            for (JudgedEvent each : preview.events()) {
                for (VEvent part : each.event().parts()) {
                    listing.row(
                            part.uid(),
                            part.recurrenceId(),
                            each.method(),
                            part.sequenceText(),
                            part.summary(),
                            each.judged(),
                            words(each.complaints()),
                            List.of());
                }
            }
            List<String> problems = preview.problems().stream().map(Problem::toString).toList();
            listing.row(
                    null,
                    null,
                    null,
                    null,
                    null,
                    preview.isWhole(),
                    words(preview.calendar()),
                    problems);
        }
    }

    private static List<String> words(List<Complaint> complaints) {
        return complaints.stream().map(Complaint::toString).toList();
    }

    private static String told(JudgedEvent each, VEvent part) {
        return (each.method() == null ? "-" : each.method())
                + " "
                + part.uid()
                + " "
                + (part.recurrenceId() == null ? "-" : part.recurrenceId())
                + " sequence "
                + part.sequenceText()
                + ": "
                + part.summary();
    }
}
