package org.imipagent.agent;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Property;
import org.imipagent.freebusy.FreeBusyObject;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.itip.Method;
import org.imipagent.messages.MessageKey;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.ReadTransaction;

/** Part of the fifth step: free/busy that changed is written where the web server finds it. */
public final class Publishing {

    /** How far back published free/busy reaches. */
    public static final Duration BACK = Duration.ofDays(7);

    private final Installation site;

    public Publishing(Installation site) {
        this.site = site;
    }

    /**
     * Writes the file of a user who publishes, and takes away that of one who does not.
     *
     * @throws IOException when the file cannot be written; what is kept is not touched, and the
     *     daily job writes it again
     */
    public void publish(CalendarAddress user, Instant now) throws IOException {
        boolean publishes;
        try (ReadTransaction reading = site.store().read()) {
            publishes = site.participant(reading, user).publishes();
        }
        if (publishes) {
            site.published().write(user, () -> text(user, now));
        } else {
            site.published().remove(user);
        }
    }

    /** The published object of a user as it is now. */
    private String text(CalendarAddress user, Instant now) {
        Instant from = now.minus(BACK);
        Instant to = now.plus(Duration.ofDays(site.settings().value(SiteSettings.PUBLISH_DAYS)));
        try (ReadTransaction reading = site.store().read()) {
            return CalendarWriter.writeComponent(
                    Method.PUBLISH.name(),
                    freeBusy(site, reading, site.participant(reading, user), from, to, now));
        }
    }

    /** A user's free/busy in a window, as VFREEBUSY; where it is not all known, it says so. */
    public static Component freeBusy(
            Installation site,
            ReadTransaction reading,
            Participant participant,
            Instant from,
            Instant to,
            Instant now) {
        Schedule schedule = site.schedule(reading, participant);
        Schedule.Entries entries = schedule.entries(from, to, Schedule.MOST);
        var freeBusy = schedule.claims(entries, to, now).freeBusy(from, to);
        Component object = FreeBusyObject.of(participant.address(), freeBusy, now);
        return entries.isCut()
                ? object.plus(
                        Property.of("COMMENT", participant.texts().say(MessageKey.FREEBUSY_CUT)))
                : object;
    }
}
