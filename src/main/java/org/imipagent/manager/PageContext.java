package org.imipagent.manager;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.imipagent.agent.Resources;
import org.imipagent.agent.Schedule;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.cgi.Failure;
import org.imipagent.cgi.HttpRequest;
import org.imipagent.cgi.Links;
import org.imipagent.cgi.Tokens;
import org.imipagent.freebusy.Conflicts;
import org.imipagent.freebusy.Window;
import org.imipagent.itip.Person;
import org.imipagent.messages.Dates;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.messages.Repeats;
import org.imipagent.recurrence.Recurrences;
import org.imipagent.settings.Colours;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preferences;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/** One request of one person, with what a page needs to answer it. */
record PageContext(
        Manager manager,
        HttpRequest request,
        ReadTransaction reading,
        Visitor visitor,
        Dates dates) {

    /** Nobody counts how many more than this wait. */
    static final int MOST_WAITING = 100;

    Person person() {
        return visitor.person();
    }

    CalendarAddress user() {
        return person().address();
    }

    Zone zone() {
        return person().zone();
    }

    Messages texts() {
        return visitor.texts();
    }

    Preferences preferences() {
        return visitor.preferences();
    }

    /** The first day of the person's week, 1 for Monday to 7 for Sunday. */
    int firstDayOfWeek() {
        return preferences()
                .value(PersonalPreferences.FIRST_WEEKDAY)
                .number(texts().firstDayOfWeek());
    }

    /** How a series repeats, in words; "" for an event that takes place once. */
    String repeats(VEvent series) {
        return new Repeats(texts(), zone())
                .words(series, Recurrences.last(series, zone(), Limits.STANDARD));
    }

    /** What else the person has at the times of an event that takes their time. */
    List<Occurrence> conflicts(EventContext subject, List<Occurrence> times) {
        return conflicts(subject, times, new CalendarWindows(calendar(subject, times)));
    }

    /**
     * What is past the horizon is worked out, of all series: once for all times, not for each. What
     * is written is read for each, since it costs by the row.
     */
    private BiFunction<Instant, Instant, List<Occurrence>> calendar(
            EventContext subject, List<Occurrence> times) {
        Instant written = subject.kept().expandedTo();
        Instant last = times.isEmpty() ? Instant.MIN : times.getLast().start();
        if (written == null
                || !last.isAfter(written)
                || last.isAfter(times.getFirst().start().plus(TOGETHER))) {
            return schedule()::occurrences;
        }
        List<Occurrence> all =
                schedule().occurrences(times.getFirst().start(), times.getLast().end());
        return (from, to) -> within(all, from, to);
    }

    private static List<Occurrence> within(List<Occurrence> all, Instant from, Instant to) {
        var within = new ArrayList<Occurrence>();
        for (Occurrence each : all) {
            if (each.start().isBefore(to)
                    && (each.end().isAfter(from) || !each.start().isBefore(from))) {
                within.add(each);
            }
        }
        return within;
    }

    /**
     * The same where the calendar was read before. Each time is looked up by itself: what lies
     * between them is not read.
     */
    List<Occurrence> conflicts(
            EventContext subject, List<Occurrence> times, CalendarWindows calendar) {
        var conflicts = new ArrayList<Occurrence>();
        if (!subject.part().isTransparent() && !subject.part().isCancelled()) {
            for (Window time : Conflicts.times(times)) {
                if (conflicts.size() == MOST_CONFLICTS) {
                    break;
                }
                for (Occurrence each :
                        Conflicts.of(subject.event().uid(), List.of(time), calendar::occurrences)) {
                    if (conflicts.size() < MOST_CONFLICTS && !isAmong(conflicts, each)) {
                        conflicts.add(each);
                    }
                }
            }
        }
        return conflicts;
    }

    /**
     * A date is one by its event, its name and its time: all that it holds need not be compared.
     */
    private static boolean isAmong(List<Occurrence> some, Occurrence date) {
        for (Occurrence each : some) {
            if (each.start().equals(date.start())
                    && each.uid().equals(date.uid())
                    && Objects.equals(each.id(), date.id())) {
                return true;
            }
        }
        return false;
    }

    private static final int MOST_CONFLICTS = 10;
    private static final Duration TOGETHER = Duration.ofDays(100);

    Schedule schedule() {
        return visitor.schedule();
    }

    /** What the person wants the colour of an event to say. */
    Colours colours() {
        return preferences().value(PersonalPreferences.COLOURS);
    }

    /** What the colours on a calendar say; nothing where they say what the events tell of them. */
    List<MonthView.Meaning> legend() {
        var legend = new ArrayList<MonthView.Meaning>();
        if (colours() == Colours.ROLE) {
            for (Hues.Role role : Hues.Role.values()) {
                legend.add(
                        new MonthView.Meaning(
                                "hue-" + role.hue.number() + role.shape, texts().say(role.words)));
            }
        }
        return legend;
    }

    /** What people of the site may book. */
    Resources resources() {
        return manager.peers().resources().apply(reading);
    }

    Links links() {
        return request.links();
    }

    Instant now() {
        return manager.now();
    }

    LocalDate today() {
        return zone().day(now());
    }

    /** What stands around a page of this visit. */
    Frame frame(String title, Frame.Place place) {
        return frame(title, place, reading.waiting(user(), now(), MOST_WAITING));
    }

    Frame frame(String title, Frame.Place place, int waiting) {
        return frame(title, place, waiting, zone().name());
    }

    /** The same around a page that says itself in which zone its times are. */
    Frame frameWithoutZone(String title, Frame.Place place) {
        return frame(title, place, reading.waiting(user(), now(), MOST_WAITING), "");
    }

    private Frame frame(String title, Frame.Place place, int waiting, String zone) {
        return Frame.of(
                texts(),
                links(),
                title,
                place,
                waiting,
                visitor.name(),
                zone,
                resources().exist(),
                preferences().value(PersonalPreferences.THEME),
                preferences().value(PersonalPreferences.SHORTCUTS),
                place == Frame.Place.CALENDAR ? zoneQuestion() : null,
                request.query().has(PageNotice.FIELD) ? PageNotice.of(this) : null);
    }

    /** Who never chose a zone is asked on the calendar; a script may propose the browser's. */
    private Frame.@Nullable ZoneQuestion zoneQuestion() {
        return preferences().text(PersonalPreferences.TZID).isEmpty()
                ? new Frame.ZoneQuestion(
                        links().to("profile"),
                        token(),
                        zone().name(),
                        texts().say(MessageKey.ZONE_ASKED, "zone", zone().name()),
                        texts().say(MessageKey.ZONE_RIGHT),
                        new Link(
                                texts().say(MessageKey.ZONE_OTHER),
                                links().to("profile") + "#TZID",
                                false),
                        new Frame.OtherZone(
                                texts().say(MessageKey.ZONE_BROWSER),
                                texts().say(MessageKey.ZONE_USE)))
                : null;
    }

    /** The view that the person came from; null where that is unknown. */
    @Nullable Origin origin() {
        return Origin.of(this);
    }

    /** Where the forms of an event go: its page, which still knows where the person came from. */
    String eventAction(String uid, @Nullable RecurrenceId id) {
        Origin origin = origin();
        String link = eventLink(uid, id);
        return origin == null ? link : links().withQuery(link, Origin.FIELD, origin.text(links()));
    }

    /** The page to see after something was done, which tells of it. */
    static String telling(Links links, String link, long activity) {
        return activity == 0
                ? link
                : links.withQuery(link, PageNotice.FIELD, Long.toString(activity));
    }

    /** The event as it is read, or null where its text cannot be. */
    @Nullable Event event(KeptEvent kept) {
        try {
            return manager.read().apply(kept.text());
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }

    /**
     * @throws Failure 500 where the text cannot be read, with the reason in the log
     */
    Event eventOf(KeptEvent kept) {
        try {
            return manager.read().apply(kept.text());
        } catch (IllegalArgumentException damaged) {
            throw new Failure(
                            500,
                            texts().say(MessageKey.ERROR_500),
                            texts().say(MessageKey.UNREADABLE_EVENT_TEXT))
                    .logging("event " + kept.uid() + " of " + user() + ": " + damaged.getMessage());
        }
    }

    /** A fresh token: one a form, since each acts once. */
    String token() {
        return new Tokens(reading.secret()).issue(request.user(), now());
    }

    String eventLink(String uid, @Nullable RecurrenceId id) {
        return eventLink(links(), uid, id);
    }

    static String eventLink(Links links, String uid, @Nullable RecurrenceId id) {
        return id == null ? links.to("event", uid) : links.to("event", uid, id.text());
    }

    /** What a stranger wrote, fit for one line; words that say so where that is nothing. */
    String title(String summary) {
        String line = UntrustedText.line(summary);
        return line.isEmpty() ? texts().say(MessageKey.NO_TITLE) : line;
    }

    /** RFC 3339 in UTC, whole seconds. Not Instant.toString: that starts a DateTimeFormatter. */
    static String machine(Instant instant) {
        LocalDateTime utc = Zone.UTC.local(instant.truncatedTo(ChronoUnit.SECONDS));
        String text = utc.toString();
        // LocalDateTime leaves seconds out where they are none.
        return text + (utc.getSecond() == 0 ? ":00Z" : "Z");
    }

    /** Words joined by commas, without the empty ones. */
    String joined(String... words) {
        List<String> given = new ArrayList<>();
        for (String word : words) {
            if (!word.isEmpty()) {
                given.add(word);
            }
        }
        return texts().joined(given);
    }
}
