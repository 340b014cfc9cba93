package org.imipagent.itip;

import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.DateList;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that one of those invited passes on (RFC 5546, 3.2.2.3). It adds dates to what the
 * person has and changes none of them: they are the organiser's to change.
 */
final class PassedOn {

    private PassedOn() {}

    /** Whether somebody sends the person in their own place to something of an event. */
    static boolean isBy(CalendarAddress from, Person person, Event came) {
        return came.parts().stream().anyMatch(part -> isBy(from, person, part));
    }

    private static boolean isBy(CalendarAddress from, Person person, VEvent part) {
        Attendee mine = person.among(part);
        Attendee organiser = part.organiser();
        String by = mine == null ? null : mine.property().parameter("DELEGATED-FROM");
        return by != null
                && new CalendarAddress(by).equals(from)
                && (organiser == null || !organiser.address().equals(from));
    }

    /**
     * What of an event that was passed on the person does not have; null for nothing. Who passes it
     * on writes this once for the organiser (SENT-BY), and is no deputy of theirs for that.
     */
    static @Nullable Event added(CalendarState state, Event passedOn, CalendarAddress from) {
        Event came = withoutDeputy(passedOn, from);
        Event event = state.event();
        if (event == null) {
            return came;
        }
        Event result = null;
        VEvent series = came.master();
        if (series != null && isBy(from, state.person(), series) && !has(state, event, null)) {
            result = Event.of(with(series, event, state));
        }
        for (VEvent date : came.changed().values()) {
            boolean isPassedOn = isBy(from, state.person(), date);
            if (isPassedOn && !has(state, event, date.recurrenceId())) {
                result = result == null ? Event.of(date) : result.with(date);
            }
        }
        return result;
    }

    private static Event withoutDeputy(Event event, CalendarAddress from) {
        Event result = event;
        for (VEvent part : event.parts()) {
            Attendee organiser = part.organiser();
            if (organiser != null && from.equals(organiser.sentBy())) {
                result = result.with(part.with(organiser.without("SENT-BY").property()));
            }
        }
        return result;
    }

    private static boolean has(CalendarState state, Event event, @Nullable RecurrenceId id) {
        VEvent known = id == null ? event.master() : state.standing(event, id);
        return known != null && !known.isCancelled() && state.person().among(known) != null;
    }

    /** A series with the dates that are not passed on and that the person has all the same. */
    private static VEvent with(VEvent series, Event event, CalendarState state) {
        Component component = series.component().without("EXDATE");
        for (Property excluded : series.component().all("EXDATE")) {
            List<Property> left =
                    new DateList(excluded, series.zones())
                            .only(time -> !has(state, event, RecurrenceId.of(time)));
            for (Property each : left) {
                component = component.plus(each);
            }
        }
        return new VEvent(component, series.zones());
    }
}
