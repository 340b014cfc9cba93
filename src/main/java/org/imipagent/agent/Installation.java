package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.CalendarObject;
import org.imipagent.ical.CalendarReader;
import org.imipagent.itip.Person;
import org.imipagent.mail.MailLimits;
import org.imipagent.publish.Published;
import org.imipagent.settings.Bounds;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preferences;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What every effect stands on: the settings, the store, and what the machine says of itself.
 *
 * @param machineZone the machine's own time zone, for people and sites that set none
 * @param host the machine's full name, for links where no MANAGER_URL is set
 */
public record Installation(Settings settings, Store store, Zone machineZone, String host) {

    /** A user as the rules see them, with their preferences or the site's defaults. */
    public Participant participant(ReadTransaction reading, CalendarAddress user) {
        var preferences = Preferences.of(settings, reading.preferences(user));
        Zone own = preferences.zone(machineZone).plain();
        List<CalendarAddress> aliases = preferences.value(PersonalPreferences.ALIASES);
        return new Participant(new Person(user, aliases, own), preferences);
    }

    /**
     * The user that an address means: whose alias it is, or who it is without the detail after a +;
     * else a new user of that address.
     */
    public CalendarAddress user(ReadTransaction reading, CalendarAddress address) {
        CalendarAddress owner = reading.owner(address);
        return owner == null ? address.plain() : owner;
    }

    /**
     * What is wrong with a user's choice, also beside what other users have, as a sentence; null
     * when it may be kept.
     */
    public @Nullable String problem(
            ReadTransaction reading, CalendarAddress user, String name, String text) {
        String problem = PersonalPreferences.problem(name, text);
        if (problem != null || !name.equals(PersonalPreferences.ALIASES.name())) {
            return problem;
        }
        var agent = new CalendarAddress(settings.value(SiteSettings.MESSAGE_SENDER));
        var chosen = Preferences.of(settings, Map.of(name, text));
        for (CalendarAddress alias : chosen.value(PersonalPreferences.ALIASES)) {
            CalendarAddress owner = reading.owner(alias);
            if (owner != null && !owner.equals(user)) {
                return name + " contains an address of someone else: " + alias.email();
            }
            if (alias.plain().equals(agent)) {
                return name + " contains the address of the calendar agent: " + alias.email();
            }
        }
        return null;
    }

    /** When a user has what, as a view of the data shows it. */
    public Schedule schedule(ReadTransaction reading, CalendarAddress user) {
        return schedule(reading, participant(reading, user));
    }

    public Schedule schedule(ReadTransaction reading, Participant participant) {
        return Schedule.of(reading, participant.person(), participant.preferences());
    }

    /**
     * The event of a kept text.
     *
     * @throws IllegalArgumentException when the text holds none
     */
    public Event event(String text) {
        for (CalendarObject object : CalendarReader.read(text, Limits.KEPT).objects()) {
            if (!object.events().isEmpty()) {
                return object.events().getFirst();
            }
        }
        throw new IllegalArgumentException("a kept text without an event");
    }

    /** How much of a stranger's mail and calendar is looked into. */
    public Bounds bounds() {
        return Bounds.of(settings);
    }

    /** How much of a mail is read: many programs send each calendar twice. */
    public MailLimits mailLimits() {
        return MailLimits.DEFAULT
                .withBytes(bounds().messageBytes())
                .withCalendarBytes(2 * bounds().calendarBytes());
    }

    /** How much work a stranger's calendar may cause. */
    public Limits limits() {
        return bounds().calendar();
    }

    /** Up to where the occurrences of a series are written. */
    public Instant horizon(Instant now) {
        return now.plus(Duration.ofDays(settings.value(SiteSettings.HORIZON_DAYS)));
    }

    /** The folder that free/busy is published in. */
    public Published published() {
        return new Published(
                settings.value(SiteSettings.PUBLISH_DIR),
                settings.value(SiteSettings.DEFAULT_PERMISSIONS),
                settings.value(SiteSettings.DEFAULT_DIR_PERMISSIONS));
    }
}
