package org.imipagent.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Occurrence;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.Offer;
import org.imipagent.itip.Request;
import org.jspecify.annotations.Nullable;

/**
 * One consistent view of the data. Lists are in a fixed order that each method names; texts are
 * ordered by their code points.
 *
 * <p>Instants are kept in whole seconds. U+FFFD is kept in the place of a NUL and of half a
 * surrogate pair, which no database can hold; a text is found by what was given all the same.
 */
public interface ReadTransaction extends AutoCloseable {

    /** Whether this is the empty view of a store that is not there yet. */
    boolean isEmpty();

    /** All users, by address. */
    List<CalendarAddress> users();

    boolean knows(CalendarAddress user);

    /**
     * The user whose address this is: their own, an alias, or one of them with a + and a detail;
     * null where it is nobody's.
     */
    @Nullable CalendarAddress owner(CalendarAddress address);

    /** What the user set, by name; nothing where the site's default holds. */
    Map<String, String> preferences(CalendarAddress user);

    /** The secret name of the user's calendar feed; null where they have none. */
    @Nullable String feed(CalendarAddress user);

    /** The codes that were mailed for the user since an instant, newest first. */
    List<AliasCode> aliasCodes(CalendarAddress user, Instant since);

    /** How many codes were mailed to a mailbox since an instant, for whomever. */
    long aliasCodesSentTo(CalendarAddress mailbox, Instant since);

    @Nullable KeptEvent event(CalendarAddress user, String uid);

    /**
     * The calendar texts of the events of a user that changed last, newest first, at most so many.
     */
    List<String> recent(CalendarAddress user, int most);

    /** The UIDs of all events of a user, sorted. */
    List<String> uids(CalendarAddress user);

    /**
     * Those that overlap [from, to), by start, end, UID. An occurrence without length counts at its
     * instant.
     */
    List<Occurrence> occurrences(CalendarAddress user, Instant from, Instant to);

    /**
     * When the first begins after so many that begin in [from, to); null where no more begin.
     *
     * @param most at least 1
     */
    @Nullable Instant fullFrom(CalendarAddress user, Instant from, Instant to, int most);

    /**
     * Of some days that follow each other: what began before them, is longer than a day, or goes on
     * past the end of its day; and of what else begins on each the first, by start.
     *
     * @param midnights of the days, and of the day after
     * @param most of a day; more where several begin at the same time
     * @param cancelled whether what is cancelled is among them
     */
    CrowdedDays crowdedDays(
            CalendarAddress user, List<Instant> midnights, int most, boolean cancelled);

    /**
     * The occurrences of one event that are not over at an instant, at most so many, by start, end.
     */
    List<Occurrence> occurrences(CalendarAddress user, String uid, Instant from, int most);

    /** Events whose occurrences are written only up to an instant before the given one, by UID. */
    List<String> unfinished(CalendarAddress user, Instant horizon);

    /**
     * Events that may take place in [from, to) at times that are not written: they go on past what
     * is written, or began before it. By UID.
     */
    List<KeptEvent> incomplete(CalendarAddress user, Instant from, Instant to);

    /** A page of the events that are looked for, at most so many after so many. */
    FoundEvents search(CalendarAddress user, EventSearch search, int after, int most);

    /**
     * Events of which only dates that are not written can be among what is looked for: they have
     * the words. At most so many, by UID.
     */
    List<KeptEvent> unwritten(CalendarAddress user, EventSearch search, int most);

    /**
     * Events that no search finds by words, since those are not kept: of a store of an older
     * program until they are rebuilt, and those with too many. At most so many, newest first.
     */
    List<KeptEvent> unindexed(CalendarAddress user, int most);

    /** Everybody who has chosen something of a preference, with what they chose, by address. */
    Map<CalendarAddress, String> preferring(String name);

    /**
     * What of a resource is booked by an organiser and is not over at an instant, accepted or yet
     * to be confirmed, by start.
     *
     * @param organiser as the events name them
     */
    List<Booking> bookings(CalendarAddress resource, CalendarAddress organiser, Instant now);

    /** Who has something of a resource booked that is not over at an instant, in order. */
    List<CalendarAddress> bookingOrganisers(CalendarAddress resource, Instant now);

    /** The names of all quotas of which a limit or a group is kept. */
    List<String> quotas();

    /** Whom the limits of a quota are for, and what they are. */
    Map<CalendarAddress, Duration> quotaLimits(String quota);

    /** The limit of a user, a group or everybody; null where none is kept. */
    @Nullable Duration quotaLimit(String quota, CalendarAddress of);

    /** Those who share a limit, each with the name of their group. */
    Map<CalendarAddress, String> quotaGroups(String quota);

    /** The name of the group with whom a user shares a quota; null for none. */
    @Nullable String quotaGroup(String quota, CalendarAddress user);

    /** What waits for the user, oldest first. */
    List<Request> requests(CalendarAddress user);

    /** What of it is about one event, oldest first. */
    List<Request> requests(CalendarAddress user, String uid);

    /** What waits without what is about an event, or a time of one, that is over or is not kept. */
    List<Request> waiting(CalendarAddress user, Instant now);

    /** How many those are, counted up to a number. */
    int waiting(CalendarAddress user, Instant now, int most);

    /**
     * A page of the same, event by event in the order in which the first of each arrived; what is
     * about one event by the date it is about, the whole event first.
     *
     * @param skipped so many events stand on the pages before
     * @param events at most so many
     * @param each at most so many of what is about one event
     */
    List<Request> waiting(CalendarAddress user, Instant now, int skipped, int events, int each);

    /**
     * What attendees propose instead of an event of the user's, and what the user proposes instead
     * of another's; oldest first.
     */
    List<KeptCounter> counters(CalendarAddress user, String uid);

    /** The times the user holds for proposals, expired ones too, by start. */
    List<Offer> offers(CalendarAddress user);

    /**
     * What somebody else said of their own free/busy, as far as it overlaps [from, to): by start,
     * not cut at the edges.
     */
    List<BusyPeriod> told(CalendarAddress user, CalendarAddress of, Instant from, Instant to);

    /** When somebody else said the newest of it; null for never. */
    @Nullable Instant heard(CalendarAddress user, CalendarAddress of);

    /** The end of the last window of which they said it; null where that was not noted. */
    @Nullable Instant toldUntil(CalendarAddress user, CalendarAddress of);

    /** Whether an idempotency key was used: what it names was done. */
    default boolean isKeyUsed(CalendarAddress user, String key) {
        return usedFor(user, key) != null;
    }

    /**
     * The content that an idempotency key was used for, "" for none; null where it was not used.
     */
    @Nullable String usedFor(CalendarAddress user, String key);

    /** The files that wait under a name; none where they are not kept any more. */
    List<KeptFile> files(CalendarAddress user, String draft);

    /** The users whose free/busy is not published as it is now, by address. */
    List<CalendarAddress> unpublished();

    /** The number of the last change of a user's free/busy; 0 where that is published. */
    long unpublishedChange(CalendarAddress user);

    /** How many automatic answers an address was sent in the hour of an instant. */
    long answers(CalendarAddress to, Instant now);

    /** The newest entries, newest first. */
    List<Activity> activity(CalendarAddress user, int most);

    /** One entry of the user's; null where there is none of that number. */
    @Nullable Activity activityEntry(CalendarAddress user, long number);

    /** What was kept before an action, by UID; nothing where it is not remembered. */
    List<Undo> undo(CalendarAddress user, long activity);

    /**
     * The actions, newest first, that can be undone: no event they changed was changed since, and
     * nothing they mailed has left.
     */
    List<Long> undoable(CalendarAddress user);

    /** Whether an action can be undone. */
    boolean isUndoable(CalendarAddress user, long activity);

    /** Mail of an action that has not left yet, oldest first. */
    List<WaitingMail> waitingMail(CalendarAddress user, long activity);

    /** The newest entries about one event, newest first. */
    List<Activity> activity(CalendarAddress user, String uid, int most);

    /**
     * Mails due to be sent, oldest first, at most so many. What would be due later than any pause
     * lasts (the clock was ahead when it was put off) is due, too.
     */
    List<Posted> outbox(Instant now, int most);

    /** Mail about an event that has not left yet, oldest first. */
    List<WaitingMail> waitingMail(CalendarAddress user, String uid);

    /** A mail that was sent for a person, by its Message-ID; null for none that is known. */
    @Nullable SentMail sentMail(CalendarAddress user, String messageId);

    /** What waits in the outbox, oldest first, without the messages; at most so many. */
    List<OutboxEntry> outboxEntries(int most);

    /** A mail of the outbox; null where it is not there, or not due. */
    @Nullable Posted posted(long number, Instant now);

    /**
     * 32 random bytes made when the store was, for the tokens of forms. While there is no store yet
     * they are others each time.
     */
    byte[] secret();

    @Override
    void close();
}
