package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.imipagent.agent.ImportedEvent.Cause;
import org.imipagent.agent.ImportedEvent.Fate;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Problem;
import org.imipagent.calendar.VEvent;
import org.imipagent.ical.CalendarObject;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.CalendarText;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.ical.Complaint;
import org.imipagent.ical.ImportPreview;
import org.imipagent.ical.ImportPreview.JudgedEvent;
import org.imipagent.itip.Decision;
import org.imipagent.itip.LocalMarks;
import org.imipagent.itip.Outgoing;
import org.imipagent.itip.Verdict;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * The events of calendar files into a person's calendar: what would become of each, and doing it.
 * The command {@code import} and the page of that name both go this way.
 */
public final class FileImport {

    /** What a text must not suffer if all of its events are to be there. */
    private static final List<String> LOSSES =
            List.of(
                    "too-large",
                    "too-many-properties",
                    "too-many-problems",
                    "no-calendar",
                    "wrong-event",
                    "unsupported-rscale",
                    "twice");

    private static final List<String> CALENDARS = List.of("PUBLISH", "REQUEST");

    private final Installation site;
    private final CalendarAddress user;
    private final boolean send;
    private final Instant now;

    /** What the files before had that is not kept yet. */
    private final Set<String> seen = new HashSet<>();

    /**
     * @param send whether those whom it concerns get mail
     */
    public FileImport(Installation site, CalendarAddress user, boolean send, Instant now) {
        this.site = site;
        this.user = user;
        this.send = send;
        this.now = now;
    }

    private static boolean isMessage(@Nullable String method) {
        return method != null && !CALENDARS.contains(method);
    }

    // ---- What would become of it

    /** Each event of a file, and each problem; keeps nothing. */
    public List<ImportedEvent> preview(ReadTransaction reading, CalendarText text, String file) {
        ImportPreview preview = ImportPreview.of(text);
        var all = new ArrayList<ImportedEvent>();
        for (CalendarObject object : text.objects()) {
            if (!isMessage(object.method())) {
                all.addAll(others(object, file));
            }
        }
        for (JudgedEvent each : preview.events()) {
            all.add(preview(reading, each, file));
        }
        if (!preview.calendar().isEmpty()) {
            all.add(problem(file, 0, "", words(preview.calendar())));
        }
        text.problems().forEach(problem -> all.add(told(problem, file)));
        return all;
    }

    private ImportedEvent preview(ReadTransaction reading, JudgedEvent each, String file) {
        Event came = LocalMarks.without(each.event());
        if (isMessage(each.method())) {
            return new ImportedEvent(
                    Fate.REFUSED,
                    Cause.MESSAGE,
                    file,
                    line(came),
                    came.main(),
                    String.valueOf(each.method()),
                    words(each.complaints()),
                    each.judged(),
                    List.of());
        }
        KeptEvent before = reading.event(user, came.uid());
        Event known = before == null ? null : site.event(before.text());
        Event event = joined(came, known);
        Decision decision = preview(reading, known, event, send);
        ImportedEvent decided =
                decided(
                        decision,
                        before,
                        event,
                        new Place(file, line(came)),
                        words(each.complaints()),
                        each.judged());
        boolean mayTell = !send && decided.isKept() && organises(reading, event);
        return mayTell
                ? decided.telling(recipients(preview(reading, known, event, true)))
                : decided;
    }

    private Decision preview(
            ReadTransaction reading, @Nullable Event known, Event event, boolean sending) {
        return new Import(site).preview(reading, user, known, event, sending, now);
    }

    private boolean organises(ReadTransaction reading, Event event) {
        return site.participant(reading, user).person().organises(event.main());
    }

    private static List<String> words(List<Complaint> complaints) {
        return complaints.stream().map(Complaint::toString).toList();
    }

    /** Where something stands. */
    private record Place(String file, int line) {}

    /** The first line of an event in its file; 0 where that is not known. */
    private static int line(Event event) {
        int first = 0;
        for (VEvent part : event.parts()) {
            int line = part.component().line();
            first = first == 0 || (line > 0 && line < first) ? line : first;
        }
        return first;
    }

    private ImportedEvent decided(
            Decision decision,
            @Nullable KeptEvent before,
            Event event,
            Place place,
            List<String> complaints,
            boolean judged) {
        Fate fate = fate(decision, before, event);
        boolean isRefused = fate == Fate.REFUSED;
        return new ImportedEvent(
                fate,
                isRefused ? Cause.RULE : Cause.NONE,
                place.file(),
                place.line(),
                event.main(),
                isRefused ? decision.verdict().word() + ": " + decision.detail() : "",
                complaints,
                judged,
                fate == Fate.UNCHANGED ? List.of() : recipients(decision));
    }

    private Fate fate(Decision decision, @Nullable KeptEvent before, Event event) {
        if (decision.verdict() == Verdict.REPEATED || isKept(before, event)) {
            return Fate.UNCHANGED;
        }
        if (decision.verdict().isRefusal()) {
            return Fate.REFUSED;
        }
        return before == null && seen.add(event.uid()) ? Fate.NEW : Fate.CHANGED;
    }

    private static boolean isKept(@Nullable KeptEvent before, Event event) {
        return before != null && before.text().equals(CalendarWriter.write(null, event));
    }

    private static List<CalendarAddress> recipients(Decision decision) {
        var all = new LinkedHashSet<CalendarAddress>();
        for (Outgoing message : decision.messages()) {
            all.addAll(message.to());
        }
        return List.copyOf(all);
    }

    // ---- Doing it

    /** Keeps each event of a file that can be kept. */
    public List<ImportedEvent> take(WriteTransaction writing, CalendarText text, String file) {
        var all = new ArrayList<>(refused(text, file));
        events(text).forEach(event -> all.add(take(writing, event, file)));
        text.problems().forEach(problem -> all.add(told(problem, file)));
        return all;
    }

    /** The events of a file that may be kept. */
    static List<Event> events(CalendarText text) {
        var events = new ArrayList<Event>();
        for (CalendarObject object : text.objects()) {
            if (!isMessage(object.method())) {
                object.events().forEach(event -> events.add(LocalMarks.without(event)));
            }
        }
        return events;
    }

    /** What of a file is no event that may be kept. */
    static List<ImportedEvent> refused(CalendarText text, String file) {
        var all = new ArrayList<ImportedEvent>();
        for (CalendarObject object : text.objects()) {
            if (isMessage(object.method())) {
                all.add(
                        ImportedEvent.refused(
                                Cause.MESSAGE,
                                file,
                                object.events().isEmpty()
                                        ? object.calendar().line()
                                        : line(object.events().getFirst()),
                                String.valueOf(object.method())));
            } else {
                all.addAll(others(object, file));
            }
        }
        return all;
    }

    ImportedEvent take(WriteTransaction writing, Event came, String file) {
        KeptEvent before = writing.event(user, came.uid());
        Event known = before == null ? null : site.event(before.text());
        Event event = joined(came, known);
        Decision decision =
                isKept(before, event)
                        ? Decision.refuse(Verdict.REPEATED, "")
                        : keep(writing, event, known);
        return decided(decision, before, event, new Place(file, line(came)), List.of(), false);
    }

    private Decision keep(WriteTransaction writing, Event event, @Nullable Event known) {
        var way = new Import(site);
        return send
                ? way.send(writing, user, known, event, now)
                : way.keep(writing, user, event, now);
    }

    /** Occurrences that come without their master join the one that is kept. */
    private static Event joined(Event came, @Nullable Event kept) {
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

    // ---- What is no event

    /** Components that are neither events nor belong to them. */
    private static List<ImportedEvent> others(CalendarObject object, String file) {
        var all = new ArrayList<ImportedEvent>();
        for (Component component : object.calendar().components()) {
            String name = component.name();
            if (!name.equals("VEVENT") && !name.equals("VTIMEZONE")) {
                all.add(ImportedEvent.refused(Cause.NOT_EVENT, file, component.line(), name));
            }
        }
        return all;
    }

    /** A problem: something is missing because of it, or it is only to be known. */
    static ImportedEvent told(Problem problem, String file) {
        boolean large = problem.name().startsWith("too-");
        return LOSSES.contains(problem.name())
                ? ImportedEvent.refused(
                        Cause.UNREADABLE,
                        file,
                        problem.line(),
                        problem + (large ? "; import several smaller files" : ""))
                : problem(file, problem.line(), problem.toString(), List.of());
    }

    private static ImportedEvent problem(
            String file, int line, String detail, List<String> complaints) {
        return new ImportedEvent(
                Fate.PROBLEM, Cause.NONE, file, line, null, detail, complaints, true, List.of());
    }
}
