package org.imipagent.agent;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Property;
import org.imipagent.freebusy.FreeBusyObject;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.itip.Method;
import org.imipagent.messages.MessageKey;
import org.imipagent.publish.Published;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Part of the fifth step: free/busy that changed is written where the web server finds it, and the
 * calendar feed of who wants one.
 */
public final class Publishing {

    /** How far back published free/busy reaches. */
    public static final Duration BACK = Duration.ofDays(7);

    /** Bytes; some two hundred events. */
    private static final long LARGE = 100_000;

    private final Installation site;

    public Publishing(Installation site) {
        this.site = site;
    }

    /**
     * Writes the files of a user who publishes, and takes away those of one who does not, or is no
     * user any more; then takes away the mark that this is to be done.
     *
     * @throws IOException when the file cannot be written; the mark stays, and {@link #publishAll}
     *     tries again
     */
    public void publish(CalendarAddress user, Instant now) throws IOException {
        markPublished(user, write(user, now));
    }

    /**
     * Whether the user's feed is so large that nobody who waits for an answer is to wait for it,
     * too: half a second where thousands of events are in it.
     *
     * @throws IOException when it cannot be looked at
     */
    public boolean hasLargeFeed(CalendarAddress user) throws IOException {
        return site.published().feedSize(user) > LARGE;
    }

    /**
     * Writes the free/busy of a user and not the feed: the mark stays, and {@link #publishAll}
     * writes both.
     *
     * @throws IOException when the file cannot be written
     */
    public void writeFreeBusy(CalendarAddress user, Instant now) throws IOException {
        boolean publishes;
        try (ReadTransaction reading = site.store().read()) {
            publishes = reading.knows(user) && site.participant(reading, user).publishes();
        }
        writeFreeBusy(user, publishes, now);
    }

    private void writeFreeBusy(CalendarAddress user, boolean publishes, Instant now)
            throws IOException {
        if (publishes) {
            site.published().write(user, () -> text(user, now));
        } else {
            site.published().remove(user);
        }
    }

    /**
     * What {@link #publish} does without the mark: for who has an answer to give first.
     *
     * @return what {@link #markPublished} takes
     * @throws IOException when the file cannot be written
     */
    public long write(CalendarAddress user, Instant now) throws IOException {
        boolean publishes;
        boolean hasFeed;
        long change;
        try (ReadTransaction reading = site.store().read()) {
            publishes = reading.knows(user) && site.participant(reading, user).publishes();
            hasFeed = reading.feed(user) != null;
            change = reading.unpublishedChange(user);
        }
        writeFreeBusy(user, publishes, now);
        if (hasFeed || site.published().hasFeed(user)) {
            site.published().writeFeed(user, () -> feed(user, now));
            if (!publishes) {
                // Whose feed is gone, too, has no folder afterwards.
                site.published().remove(user);
            }
        }
        return change;
    }

    /** The feed of a user as it is to be now; null for none. */
    private Published.@Nullable Feed feed(CalendarAddress user, Instant now) {
        try (ReadTransaction reading = site.store().read()) {
            String token = reading.feed(user);
            if (token == null || !reading.knows(user)) {
                return null;
            }
            var participant = site.participant(reading, user);
            var calendar = new CalendarFeed(site, reading, participant, now);
            return switch (participant.preferences().value(PersonalPreferences.FEED)) {
                case NONE -> null;
                case BUSY -> new Published.Feed(token, calendar.busy());
                case ALL -> new Published.Feed(token, calendar.events());
            };
        }
    }

    /** What was changed since waits on. */
    public void markPublished(CalendarAddress user, long change) {
        if (change > 0) {
            site.store().change(user, writing -> writing.markPublished(user, change));
        }
    }

    /** The user, where their free/busy is to be published; else nobody. */
    static List<CalendarAddress> of(ReadTransaction reading, CalendarAddress user) {
        return reading.unpublishedChange(user) > 0 ? List.of(user) : List.of();
    }

    /** Publishes what waits for it: a process was killed after its commit, or could not write. */
    public List<String> publishAll(Instant now) {
        List<CalendarAddress> users;
        try (ReadTransaction reading = site.store().read()) {
            users = reading.unpublished();
        }
        return publishAll(users, now);
    }

    /** Publishes the free/busy of users; a line for each that could not be published. */
    public List<String> publishAll(List<CalendarAddress> users, Instant now) {
        var troubles = new ArrayList<String>();
        for (CalendarAddress user : users) {
            try {
                publish(user, now);
            } catch (IOException | RuntimeException trouble) {
                // An error of a file names the file in its message and what is wrong in its class.
                troubles.add(
                        "free/busy of "
                                + user.email()
                                + " could not be published: "
                                + trouble.getClass().getSimpleName()
                                + ": "
                                + trouble.getMessage());
            }
        }
        return troubles;
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
