package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Window;
import org.imipagent.scheduling.Opening;
import org.imipagent.scheduling.OpeningHours;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preferences;
import org.imipagent.settings.WorkingHours;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/**
 * What a person may know of somebody's time.
 *
 * @param name as the site has it; "" where it has none, or where they do not share their calendar
 * @param said when it was said by mail or read elsewhere; null for what is of this moment
 * @param known until when anything is known but events of both; what is later may be busy too
 * @param busy when they are busy, as far as that is known
 * @param off when they do not work; nothing where that is not known
 */
public record PeerSchedule(
        CalendarAddress address,
        String name,
        Source source,
        @Nullable Instant said,
        Instant known,
        FreeBusy busy,
        FreeBusy off) {

    /** Where it is known from. */
    public enum Source {
        /** The person's own calendar. */
        OWN,
        /** A calendar of this site whose owner shares it. */
        SHARED,
        /** What they said, or publish. */
        SAID,
        /** Events only in which both take part. */
        MET
    }

    /**
     * What is asked.
     *
     * @param without the UID of an event whose time does not count, since it is to be moved; "" for
     *     none
     */
    public record Question(
            CalendarAddress user,
            List<CalendarAddress> others,
            Window window,
            String without,
            Instant now) {
        public Question {
            others = List.copyOf(others);
        }
    }

    /** The person's own, then that of each of the others, in their order. */
    public static List<PeerSchedule> all(
            Installation site, ReadTransaction reading, Question question) {
        var all = new ArrayList<PeerSchedule>();
        all.add(
                calendar(
                        site,
                        reading,
                        site.participant(reading, question.user()),
                        Source.OWN,
                        question));
        var met = new OthersBusy(site, reading, question.user());
        for (CalendarAddress other : question.others()) {
            CalendarAddress here = site.user(reading, other);
            // As much is asked of who is not known: how long it takes tells nobody who is.
            Participant participant = site.participant(reading, here);
            boolean isShared =
                    reading.knows(here)
                            && (participant
                                            .preferences()
                                            .value(PersonalPreferences.FREEBUSY_SHARING)
                                    || participant.isResource());
            all.add(
                    isShared
                            ? calendar(site, reading, participant, Source.SHARED, question)
                            : known(met, reading, other, question));
        }
        return all;
    }

    private static WorkingHours hours(Participant participant) {
        Preferences preferences = participant.preferences();
        WorkingHours hours = preferences.value(PersonalPreferences.WORKING_HOURS);
        return participant.isResource()
                ? OpeningHours.of(preferences.value(PersonalPreferences.SCHEDULING_FUNCTION), hours)
                : hours;
    }

    private static PeerSchedule calendar(
            Installation site,
            ReadTransaction reading,
            Participant participant,
            Source source,
            Question question) {
        Window window = question.window();
        FreeBusy busy =
                site.schedule(reading, participant)
                        .claims(window.from(), window.to(), question.now())
                        .without(question.without())
                        .freeBusy(window.from(), window.to());
        return new PeerSchedule(
                participant.address(),
                participant.name(),
                source,
                null,
                window.to(),
                busy,
                Opening.closed(hours(participant), participant.person().zone(), window));
    }

    private static PeerSchedule known(
            OthersBusy met, ReadTransaction reading, CalendarAddress other, Question question) {
        Window window = question.window();
        Instant said = reading.heard(question.user(), other);
        Instant told = reading.toldUntil(question.user(), other);
        return new PeerSchedule(
                other,
                "",
                said == null ? Source.MET : Source.SAID,
                said,
                said == null ? window.from() : Objects.requireNonNullElse(told, window.to()),
                met.of(other, window, question.without()),
                new FreeBusy(window.from(), window.to(), List.of()));
    }
}
