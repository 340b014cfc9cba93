package org.imipagent.agent;

import java.time.Duration;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.itip.Person;
import org.imipagent.messages.Messages;
import org.imipagent.notice.Correspondent;
import org.imipagent.settings.Feed;
import org.imipagent.settings.Language;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preferences;
import org.imipagent.settings.ResourceKind;

/** A person with what they prefer. */
public record Participant(Person person, Preferences preferences) {

    public CalendarAddress address() {
        return person.address();
    }

    public boolean participates() {
        return preferences.value(PersonalPreferences.PARTICIPATING);
    }

    /** Whether it is no person but something to be booked: everybody may see when it is free. */
    boolean isResource() {
        return preferences.value(PersonalPreferences.RESOURCE) != ResourceKind.NONE
                && participates();
    }

    /**
     * Whether the person's free/busy is to lie where everybody can read it; publishing needs
     * sharing.
     */
    public boolean publishes() {
        return preferences.value(PersonalPreferences.FREEBUSY_SHARING)
                && preferences.value(PersonalPreferences.FREEBUSY_PUBLISHING);
    }

    /** Whether anything of the person's calendar lies where the web server shows it. */
    boolean isOnTheWeb() {
        return publishes() || preferences.value(PersonalPreferences.FEED) != Feed.NONE;
    }

    /** Whether the person's free/busy goes with their messages; bundling needs sharing. */
    public boolean bundles() {
        return preferences.value(PersonalPreferences.FREEBUSY_SHARING)
                && preferences.value(PersonalPreferences.FREEBUSY_BUNDLING);
    }

    /** How long mail that the person sends from the page waits, so that it can be withdrawn. */
    public Duration sendDelay() {
        return preferences.value(PersonalPreferences.SEND_DELAY).duration();
    }

    /** The common name; "" where none is set. */
    public String name() {
        String name = preferences.value(PersonalPreferences.CN);
        return name == null ? "" : name;
    }

    /** The same as mails and pages see them. */
    public Correspondent correspondent() {
        return new Correspondent(person, name(), texts(), isResource());
    }

    /** The same, writing in another language. */
    Participant speaking(Language language) {
        return new Participant(person, preferences.with(PersonalPreferences.LANG, language.tag()));
    }

    /** The words of the person's language. */
    public Messages texts() {
        return Messages.of(preferences.value(PersonalPreferences.LANG));
    }
}
