package org.imipagent.tools;

import java.io.IOException;
import java.util.List;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.VEvent;
import org.imipagent.ical.CalendarObject;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.CalendarText;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.ical.SecondOpinion;
import picocli.CommandLine.Command;
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

    @Parameters(paramLabel = "FILE", description = "An iCalendar file, or - for standard input.")
    private String file = "";

    @Override
    public void run(CommandContext context) throws NotDone, IOException {
        CalendarText text = CalendarReader.read(context.calendar(file), null, Limits.STANDARD);
        for (CalendarObject object : text.objects()) {
            for (Event event : object.events()) {
                event.parts().forEach(part -> context.say("event " + told(object, part)));
            }
        }
        text.problems().forEach(problem -> context.say("problem " + problem));
        for (String complaint : complaints(text)) {
            context.say("ical4j " + complaint);
        }
        if (text.objects().isEmpty()) {
            throw NotDone.refused(file + " contains no calendar");
        }
    }

    private static String told(CalendarObject object, VEvent part) {
        return (object.method() == null ? "-" : object.method())
                + " "
                + part.uid()
                + " "
                + (part.recurrenceId() == null ? "-" : part.recurrenceId())
                + " sequence "
                + part.sequenceText()
                + ": "
                + part.summary();
    }

    /** Of each calendar as we write it again, so that a slip in its folding hides nothing else. */
    private static List<String> complaints(CalendarText text) {
        return text.objects().stream()
                .filter(object -> !object.events().isEmpty())
                .flatMap(object -> object.events().stream().map(event -> written(object, event)))
                .flatMap(written -> SecondOpinion.of(written).stream())
                .distinct()
                .toList();
    }

    private static String written(CalendarObject object, Event event) {
        return CalendarWriter.write(object.method(), event);
    }
}
