package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Occurrence;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.itip.LocalMarks;
import org.imipagent.itip.Person;
import org.imipagent.recurrence.Recurrences;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/**
 * A person's calendar as one VCALENDAR (RFC 5545), as the command {@code export} prints it and the
 * page of that name gives it.
 *
 * @param read makes an event of a kept text; throws IllegalArgumentException where it cannot
 */
public record Export(ReadTransaction reading, Person person, Function<String, Event> read) {

    /** What is written where nothing is said of the beginning or the end. */
    private static final Instant ALWAYS = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant NEVER = Instant.parse("+10000-01-02T00:00:00Z");

    /**
     * A calendar text.
     *
     * @param damaged what was left out: UID and reason, a line each
     */
    public record Exported(String text, List<Damaged> damaged) {
        public Exported {
            damaged = List.copyOf(damaged);
        }
    }

    /** An event that is kept and cannot be read. */
    public record Damaged(String uid, String why) {}

    /**
     * The events that take place in [from, to), each whole.
     *
     * @param from and to: null for no such bound; with both null, every event
     */
    public Exported span(@Nullable Instant from, @Nullable Instant to) {
        Instant since = from == null ? ALWAYS : from;
        Instant until = to == null ? NEVER : to;
        CalendarAddress whose = person.address();
        Set<String> there = new HashSet<>();
        for (Occurrence each : reading.occurrences(whose, since, until)) {
            there.add(each.uid());
        }
        boolean all = from == null && to == null;
        return written(
                reading.uids(whose),
                event -> all || there.contains(event.uid()) || takesPlace(event, since, until));
    }

    /** One event; without any where it is not kept. */
    public Exported event(String uid) {
        return written(List.of(uid), _ -> true);
    }

    private Exported written(List<String> uids, Predicate<Event> wanted) {
        var damaged = new ArrayList<Damaged>();
        var events = new ArrayList<Event>();
        for (String uid : uids) {
            KeptEvent kept = reading.event(person.address(), uid);
            if (kept != null) {
                try {
                    Event event = read.apply(kept.text());
                    if (wanted.test(event)) {
                        events.add(LocalMarks.without(event));
                    }
                } catch (IllegalArgumentException wrong) {
                    damaged.add(new Damaged(uid, String.valueOf(wrong.getMessage())));
                }
            }
        }
        return new Exported(CalendarWriter.write(events), damaged);
    }

    /** What is written beside events ends at the horizon: past it a series is looked into. */
    private boolean takesPlace(Event event, Instant from, Instant to) {
        return event.main().isRecurring()
                && !Recurrences.expand(event, from, to, person.zone(), Limits.KEPT)
                        .instances()
                        .isEmpty();
    }
}
