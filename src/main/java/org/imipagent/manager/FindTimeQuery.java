package org.imipagent.manager;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imipagent.agent.Resources.Resource;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.cgi.Fields;
import org.imipagent.cgi.Links;
import org.imipagent.manager.FreeTimes.Length;
import org.imipagent.settings.PersonalPreferences;

/**
 * What is asked of the page that finds a time: {@code attendee} for each person, {@code length} in
 * minutes or {@code day}, {@code date} and {@code days} for where it is looked, {@code hours=all}
 * where the night is not out of the question, {@code room} and {@code seats} where a room is to be
 * free, too.
 *
 * @param typed the fields of people as they came
 * @param people those of them that are somebody
 * @param wrong those that are nobody
 */
record FindTimeQuery(
        List<String> typed,
        List<Invitee> people,
        List<String> wrong,
        Length length,
        LocalDate date,
        int days,
        boolean workingHours,
        WantedRoom room) {

    /**
     * A room that is to be free, too.
     *
     * @param which {@link #NO_ROOM}, {@link #ANY_ROOM}, or {@link #AT_PLACE} and a place
     * @param seats for how many people
     */
    record WantedRoom(String which, int seats) {
        static final String NO_ROOM = "";
        static final String ANY_ROOM = "any";
        static final String AT_PLACE = "at ";
        static final int MOST_SEATS = 100_000;

        boolean isWanted() {
            return !which.equals(NO_ROOM);
        }

        boolean suits(Resource room) {
            return (room.capacity() == 0 || room.capacity() >= seats)
                    && (which.equals(ANY_ROOM) || which.equals(AT_PLACE + room.place()));
        }

        static WantedRoom of(Fields fields, int people) {
            String which = fields.text("room");
            boolean isKnown = which.equals(ANY_ROOM) || which.startsWith(AT_PLACE);
            return new WantedRoom(isKnown ? which : NO_ROOM, seats(fields.text("seats"), people));
        }

        private static int seats(String text, int people) {
            boolean isNumber =
                    !text.isEmpty()
                            && text.length() <= 6
                            && text.chars().allMatch(c -> c >= '0' && c <= '9');
            return isNumber ? Math.clamp(Integer.parseInt(text), 1, MOST_SEATS) : people;
        }
    }

    /** So many people are compared. */
    static final int MOST_PEOPLE = 30;

    static final List<Integer> LENGTHS = List.of(15, 30, 45, 60, 90, 120, 180, 240);
    static final List<Integer> SPANS = List.of(1, 7, 14, 28);
    static final String DAY = "day";
    static final String ALL_HOURS = "all";
    private static final int USUAL_SPAN = 7;

    static FindTimeQuery of(PageContext context, Fields fields) {
        Map<CalendarAddress, Invitee> people = new LinkedHashMap<>();
        var typed = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        for (String field : fields.all("attendee")) {
            for (String text : Invitee.split(field.replace('\n', ' '))) {
                Invitee invitee = Invitee.read(text);
                typed.add(text);
                if (invitee == null) {
                    wrong.add(text);
                } else if (!context.person().is(invitee.address())) {
                    people.putIfAbsent(invitee.address(), invitee);
                }
            }
        }
        LocalDate date = CalendarPage.read(fields.text("date"));
        return new FindTimeQuery(
                typed,
                List.copyOf(people.values()),
                wrong,
                length(context, fields.text("length")),
                date == null || date.isBefore(context.today()) ? context.today() : date,
                span(fields.text("days")),
                !fields.text("hours").equals(ALL_HOURS),
                WantedRoom.of(fields, people.size() + 1));
    }

    private static Length length(PageContext context, String text) {
        if (text.equals(DAY)) {
            return Length.ofDays(1);
        }
        boolean isNumber =
                !text.isEmpty()
                        && text.length() < 5
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return Length.ofMinutes(
                offered(
                        isNumber
                                ? Integer.parseInt(text)
                                : context.preferences()
                                        .value(PersonalPreferences.EVENT_LENGTH)
                                        .toMinutes()));
    }

    /** The shortest of the menu that is long enough, or its longest. */
    private static int offered(long minutes) {
        for (int each : LENGTHS) {
            if (each >= minutes) {
                return each;
            }
        }
        return LENGTHS.getLast();
    }

    private static int span(String text) {
        for (int days : SPANS) {
            if (text.equals(Integer.toString(days))) {
                return days;
            }
        }
        return USUAL_SPAN;
    }

    LocalDate dayAfter() {
        return date.plusDays(days);
    }

    boolean isTooMany() {
        return people.size() > MOST_PEOPLE;
    }

    List<CalendarAddress> addresses() {
        var addresses = new ArrayList<CalendarAddress>();
        for (Invitee invitee : people) {
            addresses.add(invitee.address());
        }
        return addresses;
    }

    /** The people as a form has them. */
    List<String> guests() {
        var guests = new ArrayList<String>();
        for (Invitee invitee : people) {
            Attendee asked = invitee.asked();
            guests.add(Invitee.line(asked));
        }
        return guests;
    }

    /** The same as the fields of a form. */
    List<FindTimeView.Hidden> fields() {
        var fields = new ArrayList<FindTimeView.Hidden>();
        for (String guest : guests()) {
            fields.add(new FindTimeView.Hidden("attendee", guest));
        }
        fields.add(new FindTimeView.Hidden("length", lengthText()));
        fields.add(new FindTimeView.Hidden("date", date.toString()));
        fields.add(new FindTimeView.Hidden("days", Integer.toString(days)));
        if (!workingHours) {
            fields.add(new FindTimeView.Hidden("hours", ALL_HOURS));
        }
        if (room.isWanted()) {
            fields.add(new FindTimeView.Hidden("room", room.which()));
            fields.add(new FindTimeView.Hidden("seats", Integer.toString(room.seats())));
        }
        return fields;
    }

    private String lengthText() {
        return length.isDays() ? DAY : Integer.toString(length.minutes());
    }

    /** The page that shows it, beginning with another day. */
    String link(Links links, LocalDate day) {
        String link = links.to("find-a-time");
        for (String guest : guests()) {
            link = links.withQuery(link, "attendee", guest);
        }
        link =
                links.withQuery(
                        link,
                        "length",
                        lengthText(),
                        "date",
                        day.toString(),
                        "days",
                        Integer.toString(days));
        link = workingHours ? link : links.withQuery(link, "hours", ALL_HOURS);
        return room.isWanted()
                ? links.withQuery(
                        link, "room", room.which(), "seats", Integer.toString(room.seats()))
                : link;
    }
}
