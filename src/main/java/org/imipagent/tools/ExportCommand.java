package org.imipagent.tools;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.recurrence.Recurrences;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: a person's calendar as one VCALENDAR. */
@Command(
        name = "export",
        description = "Print a person's calendar as one iCalendar object (RFC 5545).")
final class ExportCommand implements Tool {

    private static final When ALWAYS = new When.At(Instant.parse("0000-01-01T00:00:00Z"));
    private static final When NEVER = new When.At(Instant.parse("+10000-01-02T00:00:00Z"));

    @Mixin private OfUser user = new OfUser();

    @Option(
            names = "--from",
            paramLabel = "D",
            description = "Only events after this date or time.")
    private @Nullable When from;

    @Option(names = "--to", paramLabel = "D", description = "Only events before this date or time.")
    private @Nullable When to;

    @Override
    public void run(CommandContext context) throws NotDone {
        var damaged = new ArrayList<String>();
        try (Opened opened = context.open();
                ReadTransaction reading = opened.store().read()) {
            Opened.known(reading, user.address());
            Zone own = opened.site().participant(reading, user.address()).person().zone();
            Window window = window(own);
            List<Event> events = events(opened, reading, window, damaged);
            context.print(CalendarWriter.write(events));
        }
        if (!damaged.isEmpty()) {
            throw new NotDone(NotDone.Why.REFUSED, damaged);
        }
    }

    private record Window(Instant from, Instant to, Zone own) {}

    private Window window(Zone own) throws NotDone {
        Instant since = (from == null ? ALWAYS : from).instant(own);
        Instant until = (to == null ? NEVER : to).instant(own);
        if (!since.isBefore(until)) {
            throw NotDone.usage("--to must be after --from");
        }
        return new Window(since, until, own);
    }

    private List<Event> events(
            Opened opened, ReadTransaction reading, Window window, List<String> damaged) {
        CalendarAddress whose = user.address();
        Set<String> there = new HashSet<>();
        for (Occurrence each : reading.occurrences(whose, window.from, window.to)) {
            there.add(each.uid());
        }
        var events = new ArrayList<Event>();
        for (String uid : reading.uids(whose)) {
            KeptEvent kept = reading.event(whose, uid);
            if (kept == null) {
                continue;
            }
            try {
                Event event = opened.site().event(kept.text());
                if (isUnbounded() || there.contains(uid) || takesPlace(event, window)) {
                    events.add(OwnMarks.without(event));
                }
            } catch (IllegalArgumentException wrong) {
                damaged.add(
                        "the event "
                                + uid
                                + " is left out: "
                                + wrong.getMessage()
                                + "; run imip-agent store verify");
            }
        }
        return events;
    }

    private boolean isUnbounded() {
        return from == null && to == null;
    }

    /** What is written beside events ends at the horizon: past it a series is looked into. */
    private static boolean takesPlace(Event event, Window window) {
        return event.main().isRecurring()
                && !Recurrences.expand(event, window.from, window.to, window.own, Limits.KEPT)
                        .instances()
                        .isEmpty();
    }
}
