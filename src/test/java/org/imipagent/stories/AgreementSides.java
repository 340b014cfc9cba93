package org.imipagent.stories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.itip.Request;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/**
 * What organiser and attendees must agree in, when no mail is under way: each date of an attendee
 * (whether it takes place, its times, title, place, link and the attendee's participation), the
 * free/busy of both, and what waits for an answer.
 */
record AgreementSides(
        AgreementPerson organiser,
        List<AgreementPerson> guests,
        AgreementExceptions exceptions,
        Instant from,
        Instant to,
        Instant now) {

    /** A date of an attendee, as somebody's calendar has it. */
    private record Line(
            Instant start,
            Instant end,
            String title,
            String place,
            String link,
            @Nullable Participation participation) {

        Line withTexts(Line other) {
            return new Line(start, end, other.title, other.place, other.link, participation);
        }

        Line withAnswer(Line other) {
            return new Line(start, end, title, place, link, other.participation);
        }

        @Override
        public String toString() {
            return start
                    + "/"
                    + end.toString().substring(5)
                    + " "
                    + title
                    + (place.isEmpty() ? "" : " | " + place)
                    + (link.isEmpty() ? "" : " | " + link)
                    + " | "
                    + participation;
        }
    }

    /** Where they differ, a line each, which begins with what it is about. */
    List<String> differences() {
        var differences = new ArrayList<String>();
        try (ReadTransaction reading = organiser.site().look()) {
            var organised = new View(organiser, reading, from, to);
            differences.addAll(ownBusy(organised));
            for (AgreementPerson guest : guests) {
                differences.addAll(differences(organised, guest));
            }
        }
        return differences;
    }

    private List<String> differences(View organised, AgreementPerson guest) {
        if (guest.site() == organiser.site()) {
            return differences(organised, new View(guest, organised.reading(), from, to));
        }
        try (ReadTransaction reading = guest.site().look()) {
            return differences(organised, new View(guest, reading, from, to));
        }
    }

    private List<String> differences(View organised, View own) {
        AgreementPerson guest = own.person();
        var differences = new ArrayList<String>();
        SortedMap<String, Line> theirs = organised.lines(guest);
        SortedMap<String, Line> mine = own.lines(guest);
        except(own, theirs, mine);
        dates(guest, theirs, mine, differences);
        busy(guest, theirs.values(), own, differences);
        requests(guest, own, differences);
        counters(organised, own, differences);
        return differences;
    }

    /** What cannot be told from the mails is as the attendee has it. */
    private void except(View own, SortedMap<String, Line> theirs, SortedMap<String, Line> mine) {
        AgreementPerson guest = own.person();
        theirs.keySet()
                .removeIf(
                        id ->
                                exceptions.isForgotten(guest, uid(id))
                                        || (exceptions.isRemoved(guest, uid(id))
                                                && !mine.containsKey(id)
                                                && !own.hasMaster(uid(id))));
        mine.forEach(
                (id, line) -> {
                    if (exceptions.isForgotten(guest, uid(id))) {
                        theirs.put(id, line);
                    } else if (exceptions.isUnheard(guest, uid(id))) {
                        theirs.merge(id, line, Line::withTexts);
                    } else if (exceptions.isPutBack(guest, uid(id))) {
                        theirs.computeIfPresent(id, (date, other) -> other.withAnswer(line));
                    }
                });
    }

    private static String uid(String id) {
        return id.substring(0, id.indexOf(' '));
    }

    private static void dates(
            AgreementPerson guest,
            SortedMap<String, Line> theirs,
            SortedMap<String, Line> mine,
            List<String> differences) {
        var all = new TreeSet<>(theirs.keySet());
        all.addAll(mine.keySet());
        for (String id : all) {
            Line organisers = theirs.get(id);
            Line guests = mine.get(id);
            if (!Objects.equals(organisers, guests)) {
                differences.add(
                        about(organisers, guests)
                                + ": "
                                + guest.name()
                                + ", "
                                + id.substring(id.indexOf(' ') + 1)
                                + "\n    organiser: "
                                + (organisers == null ? "-" : organisers)
                                + "\n    "
                                + guest.name()
                                + ": "
                                + (guests == null ? "-" : guests));
            }
        }
    }

    private static String about(@Nullable Line organisers, @Nullable Line guests) {
        if (organisers == null) {
            return "date only at the attendee";
        }
        if (guests == null) {
            return "date only at the organiser";
        }
        if (!organisers.start().equals(guests.start()) || !organisers.end().equals(guests.end())) {
            return "times";
        }
        return organisers.participation() == guests.participation()
                ? "text"
                : "answer " + organisers.participation() + "/" + guests.participation();
    }

    private void busy(
            AgreementPerson guest, Iterable<Line> theirs, View own, List<String> differences) {
        var periods = new ArrayList<BusyPeriod>();
        for (Line line : theirs) {
            Busy busy =
                    switch (line.participation()) {
                        case ACCEPTED -> Busy.BUSY;
                        case TENTATIVE -> Busy.TENTATIVE;
                        case null -> Busy.FREE;
                        case NEEDS_ACTION, DECLINED, DELEGATED -> Busy.FREE;
                    };
            if (busy != Busy.FREE) {
                periods.add(new BusyPeriod(line.start(), line.end(), busy));
            }
        }
        compare(guest, new FreeBusy(from, to, periods), own, differences);
    }

    /** The organiser comes to what she organises. */
    private List<String> ownBusy(View organised) {
        var differences = new ArrayList<String>();
        var periods = new ArrayList<BusyPeriod>();
        for (Occurrence each : organised.dates()) {
            periods.add(new BusyPeriod(each.start(), each.end(), Busy.BUSY));
        }
        compare(organiser, new FreeBusy(from, to, periods), organised, differences);
        return differences;
    }

    private void compare(
            AgreementPerson person, FreeBusy expected, View own, List<String> differences) {
        FreeBusy said = own.freeBusy(now);
        if (!said.periods().equals(expected.periods())) {
            differences.add(
                    "free/busy: "
                            + person.name()
                            + "\n    by the organiser's calendar: "
                            + expected.periods()
                            + "\n    by "
                            + person.name()
                            + "'s own: "
                            + said.periods());
        }
    }

    /**
     * Who is asked has a request, unless they have proposed something else and wait themselves; who
     * is not asked has none.
     */
    private void requests(AgreementPerson guest, View own, List<String> differences) {
        var asked = new TreeSet<String>();
        for (Occurrence each : own.dates()) {
            if (each.participation() == Participation.NEEDS_ACTION) {
                asked.add(each.uid() + " " + each.id());
            }
        }
        var waiting = new TreeSet<String>();
        for (Request request : own.requests(now)) {
            waiting.add(request.uid() + " " + request.id());
        }
        List<String> proposed = own.counters(guest.address());
        for (String date : asked) {
            String series = uid(date) + " null";
            boolean isSeen =
                    Stream.of(date, series)
                            .anyMatch(it -> waiting.contains(it) || proposed.contains(it));
            if (!isSeen) {
                differences.add("no request: " + guest.name() + ", " + date);
            }
        }
        for (String request : waiting) {
            String uid = request.substring(0, request.indexOf(' ') + 1);
            boolean isAsked =
                    request.endsWith(" null")
                            ? asked.stream().anyMatch(date -> date.startsWith(uid))
                            : asked.contains(request);
            if (!isAsked) {
                differences.add("request left: " + guest.name() + ", " + request);
            }
        }
    }

    /** What an attendee proposes waits at the organiser, and nothing else of theirs does. */
    private void counters(View organised, View own, List<String> differences) {
        CalendarAddress guest = own.person().address();
        List<String> theirs = known(own, organised.counters(guest));
        List<String> mine = known(own, own.counters(guest));
        if (!theirs.equals(mine)) {
            differences.add(
                    "counter: "
                            + own.person().name()
                            + "\n    waiting at the organiser: "
                            + theirs
                            + "\n    proposed: "
                            + mine);
        }
        List<String> asking = known(own, organised.asking(guest, now));
        // Nobody need be asked about what takes place no more.
        Set<String> taking =
                organised.dates().stream().map(Occurrence::uid).collect(Collectors.toSet());
        List<String> due = theirs.stream().filter(each -> taking.contains(uid(each))).toList();
        if (!theirs.containsAll(asking) || !asking.containsAll(due)) {
            differences.add(
                    "counter request: "
                            + own.person().name()
                            + "\n    proposals: "
                            + theirs
                            + "\n    requests: "
                            + asking);
        }
    }

    /** Without proposals about an event that the proposer has removed: nobody was told of that. */
    private List<String> known(View own, List<String> proposals) {
        return proposals.stream()
                .filter(proposal -> !exceptions.isRemoved(own.person(), uid(proposal)))
                .filter(proposal -> !exceptions.isForgotten(own.person(), uid(proposal)))
                .filter(proposal -> !exceptions.isUnheard(own.person(), uid(proposal)))
                .filter(proposal -> !exceptions.isPutBack(own.person(), uid(proposal)))
                .toList();
    }

    /** A calendar as its owner sees it. */
    private record View(AgreementPerson person, ReadTransaction reading, Instant from, Instant to) {

        List<Occurrence> dates() {
            return person
                    .site()
                    .installation()
                    .schedule(reading, person.address())
                    .occurrences(from, to)
                    .stream()
                    .filter(each -> !each.cancelled())
                    .toList();
        }

        SortedMap<String, Line> lines(AgreementPerson guest) {
            var lines = new TreeMap<String, Line>();
            var events = new TreeMap<String, Event>();
            boolean isOwn = guest.equals(person);
            for (Occurrence each : dates()) {
                Event event =
                        events.computeIfAbsent(
                                each.uid(),
                                uid -> person.site().event(reading, person.address(), uid));
                VEvent part = event.standing(each.id(), Zone.UTC);
                Attendee attendee = part == null ? null : part.attendee(guest.address());
                Participation participation =
                        isOwn
                                ? each.participation()
                                : attendee == null ? null : attendee.participation();
                if (isOwn || attendee != null) {
                    lines.put(
                            each.uid() + " " + each.id(),
                            new Line(
                                    each.start(),
                                    each.end(),
                                    each.summary(),
                                    each.location(),
                                    part == null ? "" : part.text("URL"),
                                    participation));
                }
            }
            return lines;
        }

        boolean hasMaster(String uid) {
            KeptEvent kept = reading.event(person.address(), uid);
            return kept != null && person.site().installation().event(kept.text()).master() != null;
        }

        FreeBusy freeBusy(Instant now) {
            return person.site()
                    .installation()
                    .schedule(reading, person.address())
                    .freeBusy(from, to, now);
        }

        List<Request> requests(Instant now) {
            return reading.waiting(person.address(), now).stream()
                    .filter(request -> request.kind() == Request.Kind.INVITATION)
                    .toList();
        }

        List<String> asking(CalendarAddress guest, Instant now) {
            return reading.waiting(person.address(), now).stream()
                    .filter(request -> request.kind() == Request.Kind.COUNTER)
                    .filter(request -> guest.equals(request.from()))
                    .map(request -> request.uid() + " " + request.id())
                    .sorted()
                    .toList();
        }

        List<String> counters(CalendarAddress guest) {
            var all = new TreeSet<String>();
            for (String uid : reading.uids(person.address())) {
                reading.counters(person.address(), uid).stream()
                        .filter(counter -> counter.from().equals(guest))
                        .map(counter -> uid + " " + name(counter.id()))
                        .forEach(all::add);
            }
            return List.copyOf(all);
        }

        private static String name(@Nullable RecurrenceId id) {
            return String.valueOf(id);
        }
    }
}
