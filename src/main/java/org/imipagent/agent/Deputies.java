package org.imipagent.agent;

import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.itip.FreeBusyMessage;
import org.imipagent.itip.LocalMarks;
import org.imipagent.itip.Message;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Who may write in the name of others (SENT-BY, RFC 5545, 3.2.18). What a message says of that
 * proves nothing: this site's agent, its setting DEPUTY_DOMAINS, the preference {@code deputies} of
 * the person themselves, or the event as it is kept must say it (src/docs/decisions/0006).
 */
final class Deputies {

    private final ReadTransaction reading;
    private final Installation site;
    private final CalendarAddress agent;

    Deputies(ReadTransaction reading, Installation site) {
        this.reading = reading;
        this.site = site;
        this.agent = new CalendarAddress(site.settings().value(SiteSettings.MESSAGE_SENDER));
    }

    /**
     * A message as the word of whom its sender may write for; as it is where that is nobody, or
     * several.
     *
     * @param kept the event as it is kept; null where it is not
     */
    Message spoken(Message came, @Nullable Event kept) {
        CalendarAddress user = user(came.from(), came.represented(), kept);
        return user == null ? came : came.inNameOf(user);
    }

    /** The same for one about free/busy. */
    FreeBusyMessage spoken(FreeBusyMessage came) {
        CalendarAddress user = user(came.from(), came.represented(), null);
        return user == null ? came : came.inNameOf(user);
    }

    private @Nullable CalendarAddress user(
            @Nullable CalendarAddress from,
            List<CalendarAddress> represented,
            @Nullable Event kept) {
        if (represented.isEmpty()) {
            return null;
        }
        CalendarAddress deputy = Objects.requireNonNull(from);
        List<CalendarAddress> users =
                represented.stream().filter(user -> mayWrite(deputy, user, kept)).toList();
        return users.size() == 1 ? users.getFirst() : null;
    }

    private boolean mayWrite(CalendarAddress deputy, CalendarAddress user, @Nullable Event kept) {
        return deputy.equals(agent)
                || isWithin(deputy, user)
                || isKept(deputy, user, kept)
                || isChosen(deputy, user);
    }

    private boolean isWithin(CalendarAddress deputy, CalendarAddress user) {
        String domain = user.domain();
        return domain != null
                && domain.equals(deputy.domain())
                && site.settings().value(SiteSettings.DEPUTY_DOMAINS).contains(domain);
    }

    private static boolean isKept(
            CalendarAddress deputy, CalendarAddress user, @Nullable Event kept) {
        return kept != null
                && kept.parts().stream()
                        // What somebody else sent is their word too, also of who is a deputy.
                        .filter(part -> LocalMarks.sender(part) == null)
                        .anyMatch(
                                part ->
                                        isKept(deputy, user, part.organiser())
                                                || isKept(deputy, user, part.attendee(user)));
    }

    private static boolean isKept(
            CalendarAddress deputy, CalendarAddress user, @Nullable Attendee kept) {
        return kept != null && kept.address().equals(user) && deputy.equals(kept.sentBy());
    }

    /** Only who has a calendar here can have chosen. */
    private boolean isChosen(CalendarAddress deputy, CalendarAddress user) {
        CalendarAddress owner = reading.owner(user);
        return owner != null
                && site.participant(reading, owner)
                        .preferences()
                        .value(PersonalPreferences.DEPUTIES)
                        .contains(deputy);
    }
}
