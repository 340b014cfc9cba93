package org.imipagent.manager;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.agent.PeerSchedule;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.cgi.Links;
import org.imipagent.freebusy.Gap.Slot;
import org.imipagent.freebusy.Window;
import org.imipagent.manager.FindTimeView.Choosable;
import org.imipagent.manager.FreeTimes.Length;
import org.imipagent.messages.MessageKey;

/**
 * When the guests of an event could come, from the day on that its form says.
 *
 * @param zone of the form
 * @param uid of the event, whose own time does not count; "" for a new one
 */
record GuestTimesSearch(PageContext context, EventFields typed, Zone zone, String uid) {

    private static final int DAYS = 14;
    private static final int MOST = 8;

    EditView.GuestTimes found() {
        Length length = length();
        var times = new FreeTimes(people(), true, length, zone);
        var choosable = new ArrayList<Choosable>();
        for (Slot slot : times.first(times.all(window(), FreeTimes.QUARTERS * DAYS), MOST)) {
            choosable.add(
                    new Choosable(
                            FindTimePage.value(zone, slot, length),
                            FindTimePage.label(context, zone, slot, length),
                            ""));
        }
        return new EditView.GuestTimes(
                context.texts().say(MessageKey.FIND_NEXT),
                FindTimePage.hinted(
                        context.texts(),
                        MessageKey.FIND_TAKE,
                        times.partlyKnown(window()).stream()
                                .map(person -> UntrustedText.line(person.address().email()))
                                .toList()),
                choosable.isEmpty()
                        ? context.texts()
                                .say(
                                        MessageKey.FIND_NONE,
                                        "days",
                                        context.texts().count(MessageKey.DURATION_DAYS, DAYS))
                        : "",
                choosable,
                new Link(context.texts().say(MessageKey.FIND_ALL_CALENDARS), link(length), false));
    }

    /** As long as the event is; an hour where it has no length. */
    private Length length() {
        EventTimes times = typed.times();
        LocalDate first = CalendarPage.read(times.startDate());
        LocalDate last = CalendarPage.read(times.endDate());
        if (times.allDay()) {
            return Length.ofDays(
                    first == null || last == null
                            ? 1
                            : Math.clamp(ChronoUnit.DAYS.between(first, last) + 1, 1, DAYS));
        }
        LocalDateTime start = times.start();
        LocalDateTime end = times.end();
        long minutes = start == null || end == null ? 0 : ChronoUnit.MINUTES.between(start, end);
        return Length.ofMinutes(minutes <= 0 ? 60 : (int) Math.min(minutes, 24 * 60));
    }

    private Window window() {
        LocalDate asked = CalendarPage.read(typed.times().startDate());
        LocalDate first =
                asked == null || asked.isBefore(context.today()) ? context.today() : asked;
        Instant from = zone.midnight(first);
        return new Window(
                from.isBefore(context.now()) ? context.now() : from,
                zone.midnight(first.plusDays(DAYS)));
    }

    private List<PeerSchedule> people() {
        var others = new ArrayList<CalendarAddress>();
        for (Invitee invitee : guests()) {
            others.add(invitee.address());
        }
        return context.manager()
                .peers()
                .known()
                .apply(
                        context.reading(),
                        new PeerSchedule.Question(
                                context.user(), others, window(), uid, context.now()));
    }

    /** As many as are compared. */
    private List<Invitee> guests() {
        var guests = new ArrayList<Invitee>();
        for (String line : typed.people().lines().toList()) {
            Invitee invitee = Invitee.read(line);
            if (invitee != null
                    && !context.person().is(invitee.address())
                    && guests.size() < FindTimeQuery.MOST_PEOPLE) {
                guests.add(invitee);
            }
        }
        return guests;
    }

    private String link(Length length) {
        Links links = context.links();
        String link = links.to("find-a-time");
        for (Invitee guest : guests()) {
            link = links.withQuery(link, "attendee", Invitee.line(guest.asked()));
        }
        return links.withQuery(
                link,
                "date",
                typed.times().startDate(),
                "length",
                length.isDays() ? FindTimeQuery.DAY : Integer.toString(length.minutes()));
    }
}
