package org.imipagent.itip;

import static org.imipagent.calendar.Participation.NEEDS_ACTION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.settings.AddResponse;
import org.jspecify.annotations.Nullable;

/**
 * ADD for an attendee (RFC 5546, 3.2.4): one occurrence more. It joins a known event at once; where
 * the person prefers the whole, or the event is not known, the organiser is asked for it.
 */
final class IncomingAdd {

    private IncomingAdd() {}

    static Decision decide(CalendarState kept, Message came, Instant now) {
        if (kept.policy().add() == AddResponse.IGNORE) {
            return Decision.refuse(Verdict.IGNORED, "");
        }
        Event event = kept.event();
        VEvent master = event == null ? null : event.master();
        VEvent part = came.event().main();
        if (event == null || master == null || master.start() == null || !canJoin(part)) {
            return askedAgain(
                    kept,
                    came,
                    event == null ? Verdict.UNKNOWN_EVENT : Verdict.IMPOSSIBLE,
                    "an occurrence to be added");
        }
        if (Version.of(part, master) == Version.OLDER) {
            return Decision.refuse(Verdict.STALE, Version.compared(part, master));
        }
        if (master.isCancelled()) {
            return askedAgain(kept, came, Verdict.CANCELLED_BEFORE, "an occurrence to be added");
        }
        VEvent added = occurrence(kept, master, part);
        RecurrenceId id = Objects.requireNonNull(added.recurrenceId());
        VEvent before = event.part(id);
        if (before != null && Version.of(added, before) != Version.NEWER) {
            return Decision.refuse(
                    Version.of(added, before) == Version.SAME ? Verdict.REPEATED : Verdict.STALE,
                    Version.compared(added, before));
        }
        Event result = event.with(withDate(master, added, kept)).with(added);
        var changes = new ArrayList<Change>(List.of(new Change.Keep(result)));
        changes.add(new Change.Settle(event.uid(), id));
        Attendee mine = kept.person().among(added);
        if (mine != null && mine.participation() == NEEDS_ACTION) {
            changes.add(new Change.Ask(IncomingRequest.invitation(added, id, now)));
        }
        return new Decision(Verdict.ADDED, id.text(), changes, refresh(kept, came));
    }

    /** A rule of its own cannot be joined to the series that is kept. */
    private static boolean canJoin(VEvent part) {
        return part.start() != null && !part.isRecurring();
    }

    private static VEvent occurrence(CalendarState kept, VEvent master, VEvent part) {
        Zone own = kept.person().zone();
        CalendarTime start = Objects.requireNonNull(part.start());
        CalendarTime first = Objects.requireNonNull(master.start());
        CalendarTime original =
                first.isDay() == start.isDay() ? first.at(start.instant(own), own) : start;
        VEvent named =
                part.recurrenceId() == null
                        ? part.with(Times.write("RECURRENCE-ID", original))
                        : part;
        Attendee organiser = master.organiser();
        if (named.organiser() == null && organiser != null) {
            named = named.with(organiser.property());
        }
        return named;
    }

    /** The series with one date more, where it has not got it. */
    private static VEvent withDate(VEvent master, VEvent added, CalendarState kept) {
        RecurrenceId id = Objects.requireNonNull(added.recurrenceId());
        if (kept.dates(master, Set.of(id)).given().contains(id)
                || RecurrenceId.of(Objects.requireNonNull(master.start())).equals(id)) {
            return master;
        }
        Property date =
                Times.write(
                        "RDATE",
                        Objects.requireNonNull(master.start())
                                .at(id.instant(kept.person().zone()), kept.person().zone()));
        return new VEvent(master.component().plus(date), master.zones());
    }

    /** Asks the organiser for the whole event (RFC 5546, 3.2.6), if a program may. */
    static Decision askedAgain(CalendarState kept, Message came, Verdict otherwise, String why) {
        List<Outgoing> refresh = refresh(kept, came);
        return refresh.isEmpty()
                ? Decision.refuse(otherwise, why)
                : new Decision(Verdict.ASKED_AGAIN, why, List.of(), refresh);
    }

    private static List<Outgoing> refresh(CalendarState kept, Message came) {
        CalendarAddress organiser = organiser(kept, came);
        boolean wanted =
                came.answerable()
                        && organiser != null
                        && organiser.isMail()
                        && (kept.policy().add() == AddResponse.REFRESH || kept.event() == null);
        return wanted
                ? List.of(
                        Outgoing.automatic(
                                Method.REFRESH,
                                Objects.requireNonNull(organiser),
                                List.of(question(kept, came))))
                : List.of();
    }

    /** Only who wrote is answered: nobody makes us write to a third. */
    private static @Nullable CalendarAddress organiser(CalendarState kept, Message came) {
        Attendee named = came.event().organiser();
        Attendee organiser =
                named != null || kept.event() == null ? named : kept.event().organiser();
        CalendarAddress from = came.from();
        return organiser != null && from != null && Authority.speaksFor(from, organiser)
                ? organiser.address()
                : null;
    }

    /** SUMMARY is for the words of the mail: see {@link MethodTable}. */
    private static final Set<String> OF_A_QUESTION = Set.of("UID", "DTSTAMP", "SUMMARY");

    private static VEvent question(CalendarState kept, Message came) {
        VEvent main = came.event().main();
        var properties = new ArrayList<Property>();
        for (Property property : main.component().properties()) {
            if (OF_A_QUESTION.contains(property.name())) {
                properties.add(property);
            }
        }
        Attendee organiser =
                came.event().organiser() != null || kept.event() == null
                        ? came.event().organiser()
                        : kept.event().organiser();
        if (organiser != null) {
            properties.add(organiser.without("SENT-BY").property());
        }
        Attendee mine = kept.person().among(main);
        CalendarAddress me = mine == null ? kept.person().address() : mine.address();
        properties.add(Attendee.of(me).property());
        return new VEvent(new Component("VEVENT", properties, List.of()), main.zones());
    }
}
