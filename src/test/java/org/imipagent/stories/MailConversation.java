package org.imipagent.stories;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.imipagent.agent.ActionHandler;
import org.imipagent.agent.IncomingMailHandler;
import org.imipagent.agent.Installation;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.CalendarReader;
import org.imipagent.itip.UserAction;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.Posted;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * An organiser and attendees, each with an agent of ours, who do this and that with one event while
 * their mails are under way for as long as it pleases the post, in any order, some twice.
 */
final class MailConversation {

    private static final Instant FIRST = Instant.parse("2026-11-03T09:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int DATES = 4;
    private static final List<Participation> ANSWERS =
            List.of(Participation.ACCEPTED, Participation.TENTATIVE, Participation.DECLINED);

    private record UnderWay(CalendarAddress to, byte[] mail) {}

    private final Installation site;
    private final Random random;
    private final String uid;
    private final boolean isSeries;
    private final CalendarAddress organiser;
    private final List<CalendarAddress> guests;
    private final List<UnderWay> underWay = new ArrayList<>();

    /** What was done, for whoever has to find out why they disagree. */
    private final List<String> schedule = new ArrayList<>();

    private Instant now = Instant.parse("2026-11-01T10:00:00Z");
    private int forms;

    MailConversation(Installation site, long seed) {
        this.site = site;
        this.random = new Random(seed);
        this.uid = "conversation-" + seed;
        this.isSeries = random.nextInt(4) > 0;
        this.organiser = new CalendarAddress("org@example.com");
        this.guests =
                List.of(
                        new CalendarAddress("a@example.com"),
                        new CalendarAddress("b@example.com"),
                        new CalendarAddress("c@example.com"));
    }

    /** What they said and did, one after the other. */
    List<String> said() {
        return schedule;
    }

    /** Does some acts; delivers everything; tells where the calendars differ, a line each. */
    List<String> differences(int acts) {
        invite();
        for (int i = 0; i < acts; i++) {
            now = now.plusSeconds(60);
            if (random.nextBoolean()) {
                organise();
            } else {
                attend(guests.get(random.nextInt(guests.size())));
            }
            collect();
            for (int mails = random.nextInt(4); mails > 0 && !underWay.isEmpty(); mails--) {
                deliver();
            }
        }
        settle();
        return compare();
    }

    private void settle() {
        collect();
        while (!underWay.isEmpty()) {
            deliver();
            collect();
        }
    }

    private void invite() {
        String text =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//law//EN\r\nBEGIN:VEVENT\r\nUID:"
                        + uid
                        + "\r\nDTSTAMP:20261101T100000Z\r\nDTSTART:20261103T090000Z\r\n"
                        + "DTEND:20261103T100000Z\r\nSUMMARY:Talk\r\n"
                        + (isSeries ? "RRULE:FREQ=WEEKLY;COUNT=" + DATES + "\r\n" : "")
                        + "ORGANIZER:mailto:org@example.com\r\n"
                        + "ATTENDEE;RSVP=TRUE:mailto:a@example.com\r\n"
                        + "ATTENDEE;RSVP=TRUE:mailto:b@example.com\r\n"
                        + "END:VEVENT\r\nEND:VCALENDAR\r\n";
        note("org invites a and b to " + (isSeries ? "a series" : "an event"));
        new ActionHandler(site)
                .save(organiser, text, true, ActionHandler.NEW, "form" + forms++, now);
        collect();
    }

    private void organise() {
        Event event = event(organiser);
        if (event == null || event.isCancelled()) {
            return;
        }
        RecurrenceId id = date();
        switch (random.nextInt(10)) {
            case 0 -> save("moves it", moved(event));
            case 1, 2 -> save("renames it", renamed(event));
            case 3, 4 -> {
                if (id != null) {
                    VEvent part = part(event, id);
                    if (part != null && !part.isCancelled()) {
                        save("moves " + id, event.with(moved(part)));
                    }
                }
            }
            case 5 -> {
                if (id != null) {
                    act(organiser, new UserAction.CallOff(id, false, List.of(), true, ""));
                }
            }
            case 6 -> invite(event);
            case 7 -> uninvite(event);
            case 8 -> counters(event);
            default -> {
                if (random.nextInt(6) == 0) {
                    act(organiser, new UserAction.CallOff(null, false, List.of(), true, ""));
                }
            }
        }
    }

    private void attend(CalendarAddress guest) {
        Event event = event(guest);
        if (event == null) {
            return;
        }
        RecurrenceId id = random.nextBoolean() ? date() : null;
        if (random.nextInt(5) == 0) {
            VEvent part = part(event, id);
            CalendarTime start = part == null ? null : part.start();
            if (start != null) {
                Instant from = start.instant(Zone.UTC).plus(Duration.ofHours(3));
                act(
                        guest,
                        new UserAction.Propose(
                                id,
                                CalendarTime.utc(from),
                                CalendarTime.utc(from.plus(Duration.ofHours(1))),
                                "",
                                ""));
            }
        } else {
            act(guest, new UserAction.Answer(id, ANSWERS.get(random.nextInt(ANSWERS.size())), ""));
        }
    }

    private @Nullable RecurrenceId date() {
        return isSeries
                ? RecurrenceId.of(
                        CalendarTime.utc(
                                FIRST.plus(WEEK.multipliedBy(random.nextInt(DATES)))
                                        .plus(shift(event(organiser)))))
                : null;
    }

    /** How far the series was moved from where it began. */
    private static Duration shift(@Nullable Event event) {
        CalendarTime start = event == null ? null : event.main().start();
        return start == null ? Duration.ZERO : Duration.between(FIRST, start.instant(Zone.UTC));
    }

    private static @Nullable VEvent part(Event event, @Nullable RecurrenceId id) {
        VEvent part = event.part(id);
        return part != null || id == null ? part : event.unchanged(id, Zone.UTC);
    }

    private Event moved(Event event) {
        VEvent master = event.master();
        return master == null ? event : event.onlyMaster().with(moved(master));
    }

    private VEvent moved(VEvent part) {
        CalendarTime start = part.start();
        if (start == null) {
            return part;
        }
        Instant from = start.instant(Zone.UTC).plus(Duration.ofMinutes(15 + random.nextInt(30)));
        return part.without("DURATION")
                .with(Times.write("DTSTART", CalendarTime.utc(from)))
                .with(Times.write("DTEND", CalendarTime.utc(from.plus(Duration.ofHours(1)))));
    }

    private Event renamed(Event event) {
        VEvent master = event.master();
        return master == null
                ? event
                : event.with(master.with(Property.ofText("SUMMARY", "Talk " + forms)));
    }

    /** Who was invited once and is no more is not invited again: see AgreementLawsTest. */
    private void invite(Event event) {
        CalendarAddress new1 = guests.getLast();
        if (event(new1) != null || isInvited(event, new1)) {
            return;
        }
        Event more = event;
        for (VEvent part : event.parts()) {
            more =
                    more.with(
                            part.with(
                                    Attendee.of(new1)
                                            .with(Participation.NEEDS_ACTION)
                                            .with("RSVP", "TRUE")));
        }
        invitedOnce = true;
        save("invites " + new1.email(), more);
    }

    private boolean invitedOnce;

    private boolean isInvited(Event event, CalendarAddress who) {
        return invitedOnce || event.parts().stream().anyMatch(part -> part.attendee(who) != null);
    }

    private void uninvite(Event event) {
        List<Attendee> all = event.main().attendees();
        if (all.size() > 1 && random.nextInt(3) == 0) {
            var who = all.get(random.nextInt(all.size())).address();
            act(organiser, new UserAction.CallOff(null, false, List.of(who), true, ""));
        }
    }

    private void counters(Event event) {
        try (ReadTransaction reading = site.store().read()) {
            var waiting = reading.counters(organiser, event.uid());
            if (waiting.isEmpty()) {
                return;
            }
            var one = waiting.getFirst();
            pending =
                    random.nextBoolean()
                            ? new UserAction.AcceptCounter(one.from(), one.id())
                            : new UserAction.DeclineCounter(one.from(), one.id(), "");
        }
        act(organiser, pending);
    }

    private UserAction pending = new UserAction.Remove();

    private void save(String what, Event after) {
        note("org " + what);
        act(organiser, new UserAction.Save(after, true, ""));
    }

    private void act(CalendarAddress who, UserAction act) {
        var outcome =
                new ActionHandler(site)
                        .act(who, uid, act, version(who), uid + "form" + forms++, now);
        if (!(act instanceof UserAction.Save)) {
            note(who.email() + " " + told(act) + " -> " + outcome.getClass().getSimpleName());
        }
    }

    private static String told(UserAction act) {
        return switch (act) {
            case UserAction.Answer(var id, var how, _) -> how + (id == null ? "" : " " + id.text());
            case UserAction.Propose(var id, _, _, _, _) ->
                    "proposes" + (id == null ? "" : " " + id.text());
            default -> act.getClass().getSimpleName() + " " + act.id();
        };
    }

    private void note(String what) {
        schedule.add(now + " " + what);
    }

    private void collect() {
        try (WriteTransaction writing = site.store().write()) {
            for (Posted mail : writing.outbox(now.plusSeconds(1), 1000)) {
                for (String to : mail.recipients()) {
                    var letter = new UnderWay(new CalendarAddress(to), mail.message());
                    underWay.add(letter);
                    if (random.nextInt(5) == 0) {
                        underWay.add(letter);
                    }
                }
                writing.sent(mail.number());
            }
            writing.commit();
        }
    }

    private void deliver() {
        UnderWay mail = underWay.remove(random.nextInt(underWay.size()));
        now = now.plusSeconds(1);
        var received = new IncomingMailHandler(site).receive(mail.mail(), List.of(mail.to()), now);
        if (!received.faults().isEmpty()) {
            throw received.faults().getFirst();
        }
        try (ReadTransaction reading = site.store().read()) {
            var newest = reading.activity(mail.to(), 1);
            note(
                    "  post to "
                            + mail.to().email()
                            + ": "
                            + (newest.isEmpty()
                                    ? ""
                                    : newest.getFirst().what()
                                            + " "
                                            + newest.getFirst().id()
                                            + " "
                                            + newest.getFirst().verdict().word()
                                            + " "
                                            + newest.getFirst().detail()));
        }
    }

    private long version(CalendarAddress who) {
        try (ReadTransaction reading = site.store().read()) {
            KeptEvent kept = reading.event(who, uid);
            return kept == null ? ActionHandler.NEW : kept.version();
        }
    }

    private @Nullable Event event(CalendarAddress who) {
        try (ReadTransaction reading = site.store().read()) {
            KeptEvent kept = reading.event(who, uid);
            return kept == null
                    ? null
                    : CalendarReader.read(kept.text(), Limits.KEPT)
                            .objects()
                            .getFirst()
                            .events()
                            .getFirst();
        }
    }

    private List<String> compare() {
        var differences = new ArrayList<String>();
        for (CalendarAddress guest : guests) {
            var theirs = standing(guest, guest);
            var ours = standing(organiser, guest);
            if (!theirs.equals(ours)) {
                differences.add(guest.email() + " has " + theirs + "\n  organiser has " + ours);
            }
        }
        return differences;
    }

    /** Each occurrence that takes place for a guest, as somebody's calendar has it. */
    private java.util.SortedMap<String, String> standing(
            CalendarAddress whose, CalendarAddress guest) {
        var standing = new TreeMap<String, String>();
        Event event = event(whose);
        if (event == null) {
            return standing;
        }
        try (ReadTransaction reading = site.store().read()) {
            for (var each :
                    site.schedule(reading, whose)
                            .occurrences(now.minus(WEEK), now.plus(WEEK.multipliedBy(8)))) {
                VEvent part = each.uid().equals(uid) ? part(event, each.id()) : null;
                Attendee attendee = part == null ? null : part.attendee(guest);
                if (part != null && attendee != null && !each.cancelled()) {
                    standing.put(
                            String.valueOf(each.id()),
                            each.start()
                                    + " "
                                    + each.end()
                                    + " "
                                    + part.sequence()
                                    + " "
                                    + attendee.participation());
                }
            }
        }
        return standing;
    }
}
