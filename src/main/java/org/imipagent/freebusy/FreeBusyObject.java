package org.imipagent.freebusy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.Zone;

/** VFREEBUSY as it is published (RFC 5546, 3.3.1): whose, which window, when busy; no summaries. */
public final class FreeBusyObject {

    private FreeBusyObject() {}

    public static Component of(CalendarAddress user, FreeBusy freeBusy, Instant now) {
        var properties = new ArrayList<Property>();
        properties.add(Property.of("UID", "freebusy-" + user.email()));
        properties.add(Times.write("DTSTAMP", CalendarTime.utc(now)));
        properties.add(Property.of("ORGANIZER", user.uri()));
        properties.add(Times.write("DTSTART", CalendarTime.utc(freeBusy.from())));
        properties.add(Times.write("DTEND", CalendarTime.utc(freeBusy.to())));
        for (BusyPeriod period : freeBusy.periods()) {
            properties.add(
                    Property.of("FREEBUSY", utc(period.start()) + "/" + utc(period.end()))
                            .with("FBTYPE", type(period.busy())));
        }
        return new Component("VFREEBUSY", properties, List.of());
    }

    /**
     * The answer to somebody who asked (RFC 5546, 3.3.3).
     *
     * @param uid of the question
     * @param asker its ORGANIZER
     * @param mine its ATTENDEE whose free/busy it is
     */
    public static Component reply(
            String uid, Attendee asker, Attendee mine, FreeBusy freeBusy, Instant now) {
        Component told = of(mine.address(), freeBusy, now);
        return told.with(Property.of("UID", uid.isEmpty() ? "freebusy" : uid))
                .with(asker.property())
                .plus(mine.without("RSVP").property())
                .plus(Property.of("REQUEST-STATUS", "2.0;Success"));
    }

    /**
     * The question when somebody is busy (RFC 5546, 3.3.2).
     *
     * @param asker as ORGANIZER
     * @param asked as ATTENDEE
     */
    public static Component request(
            String uid, Attendee asker, Attendee asked, Window window, Instant now) {
        return new Component(
                "VFREEBUSY",
                List.of(
                        Property.of("UID", uid),
                        Times.write("DTSTAMP", CalendarTime.utc(now)),
                        Times.write("DTSTART", CalendarTime.utc(window.from())),
                        Times.write("DTEND", CalendarTime.utc(window.to())),
                        new Property(
                                "ORGANIZER",
                                asker.property().parameters(),
                                asker.property().value()),
                        asked.property()),
                List.of());
    }

    private static String utc(Instant instant) {
        return Times.dateTime(Zone.UTC.local(instant)) + "Z";
    }

    private static String type(Busy busy) {
        return switch (busy) {
            case FREE -> "FREE";
            case TENTATIVE -> "BUSY-TENTATIVE";
            case BUSY -> "BUSY";
            case UNAVAILABLE -> "BUSY-UNAVAILABLE";
        };
    }
}
