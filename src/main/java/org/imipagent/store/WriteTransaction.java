package org.imipagent.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Offer;
import org.imipagent.itip.Request;
import org.jspecify.annotations.Nullable;

/** What {@link Store#effect} lets its work do: all of it holds, or nothing. */
public sealed interface WriteTransaction extends ReadTransaction permits SqlWriteTransaction {

    /**
     * Makes the user known; does nothing where they are.
     *
     * @throws IllegalArgumentException where the address is another user's alias
     */
    void add(CalendarAddress user, Instant now);

    /**
     * Nobody else changes what is kept for a user until this ends; the same of anything else that
     * has an address, such as a quota.
     */
    void hold(CalendarAddress user);

    /**
     * Sets how much of a quota somebody may have; null for no limit that is kept.
     *
     * @param of a user, a group, or everybody
     */
    void limitQuota(String quota, CalendarAddress of, @Nullable Duration limit);

    /** Lets a user share a quota with a group; null for none. */
    void shareQuota(String quota, CalendarAddress user, @Nullable String group);

    /** Removes a user and all that is kept for them. */
    void forget(CalendarAddress user);

    /**
     * Keeps an event and its occurrences in the place of what is kept under its UID; other events'
     * rows are not touched. Its version becomes one more than before.
     *
     * @param text the iCalendar text of the whole event
     * @param organiser whose event it is; null for one without
     * @param expandedFrom since when occurrences are written, when there are more before it; else
     *     null
     * @param words that it is found by, sorted ({@link org.imipagent.calendar.EventWords}); null
     *     leaves it out of the index: {@link #unindexed}
     * @param expandedTo up to where occurrences are written, when the event goes on after it; else
     *     null
     */
    void keep(
            CalendarAddress user,
            String uid,
            String text,
            @Nullable CalendarAddress organiser,
            @Nullable List<String> words,
            @Nullable Instant expandedFrom,
            @Nullable Instant expandedTo,
            List<Occurrence> occurrences,
            Instant now);

    /** Keeps an event whose occurrences are written from the first on, out of the index. */
    default void keep(
            CalendarAddress user,
            String uid,
            String text,
            @Nullable Instant expandedTo,
            List<Occurrence> occurrences,
            Instant now) {
        keep(user, uid, text, null, null, null, expandedTo, occurrences, now);
    }

    /**
     * Writes other occurrences beside a kept event. It stays the event it is: its text and its
     * version do not change, so that forms that are open meanwhile still act. Does nothing where no
     * such event is kept.
     */
    void expand(
            CalendarAddress user,
            String uid,
            @Nullable Instant expandedFrom,
            @Nullable Instant expandedTo,
            List<Occurrence> occurrences);

    /** Writes other words beside a kept event, as {@link #expand} does occurrences. */
    void index(CalendarAddress user, String uid, @Nullable List<String> words);

    /** Forgets an event with its words, occurrences, requests, counter-proposals and offers. */
    void remove(CalendarAddress user, String uid);

    /**
     * Puts a request in the queue, in the place of one with the same UID, occurrence, kind and
     * sender. Its event is kept before: it waits until that is over.
     */
    void ask(CalendarAddress user, Request request);

    /**
     * Takes the invitations to an event out of the queue (not the uninvited, who wait on): for one
     * occurrence, or, with null, for the event and all its occurrences.
     */
    void settle(CalendarAddress user, String uid, @Nullable RecurrenceId id);

    /** Takes one request out of the queue. */
    void settle(CalendarAddress user, Request request);

    /** Keeps a counter-proposal in the place of one of the same attendee and occurrence. */
    void keepCounter(CalendarAddress user, KeptCounter counter);

    /** Forgets a counter-proposal. */
    void dropCounter(
            CalendarAddress user, String uid, @Nullable RecurrenceId id, CalendarAddress from);

    /** Holds a time for a proposal, in the place of what is held for the same occurrence. */
    void hold(CalendarAddress user, Offer offer);

    /**
     * Forgets what the user proposed instead of an event (null) or of one of its occurrences, and
     * holds no time for it any more.
     */
    void release(CalendarAddress user, String uid, @Nullable RecurrenceId id);

    /** The same of an event and all its occurrences. */
    void releaseAll(CalendarAddress user, String uid);

    /**
     * Keeps what somebody else says of their free/busy, in the place of what they said of the same
     * window: what began before the window or ends after it is cut at its edges.
     *
     * @param said when they said it; {@link #heard} tells the newest
     */
    void learn(CalendarAddress user, CalendarAddress of, FreeBusy freeBusy, Instant said);

    /** Counts automatic answers to an address, in the hour of an instant; forgets earlier hours. */
    void countAnswers(CalendarAddress to, long answers, Instant now);

    /** Notes what happened, and gives its number; the oldest entries beyond a bound go. */
    long note(CalendarAddress user, Activity activity);

    /**
     * Remembers what is kept under a UID before an action changes it, for 31 days.
     *
     * @param activity the number of its entry
     */
    void keepBefore(CalendarAddress user, long activity, String uid, Instant now);

    /** What an action changed is as it is to be: with another version it is not undone. */
    void keepVersionsAfter(CalendarAddress user, long activity);

    /** Forgets what was before an action: it was undone. */
    void forgetBefore(CalendarAddress user, long activity);

    /** Takes mail of an action out of the outbox, but for what is being sent at this moment. */
    void withdrawMail(CalendarAddress user, long activity);

    /** Forgets what happened before an instant. */
    void forgetActivity(CalendarAddress user, Instant before);

    /**
     * Puts a mail in the outbox; gives its number, which is never used again.
     *
     * @param activity the entry of what it is sent for; 0 for none
     * @param recipients at least one, none with a line break
     * @param due when it may leave
     */
    long post(
            CalendarAddress user,
            long activity,
            String sender,
            List<String> recipients,
            byte[] message,
            Instant now,
            Instant due);

    /** Remembers a mail by its Message-ID, as long as activity is kept. */
    void rememberSent(CalendarAddress user, String messageId, SentMail mail);

    /** Puts a mail in the outbox that no entry of activity tells of, due now. */
    default long post(
            CalendarAddress user,
            String sender,
            List<String> recipients,
            byte[] message,
            Instant now) {
        return post(user, 0, sender, recipients, message, now, now);
    }

    /** The numbers of what was posted so far, to be used once this is committed. */
    List<Long> posted();

    /**
     * Takes the oldest mail that is due in hand, so that no two processes send the same: it is due
     * again at an instant, in case this process does not get to it. Null where none is due that no
     * other process takes at this moment.
     */
    @Nullable Posted takeNext(Instant now, Instant until);

    /** The same of one mail; null where it is not there, or not due. */
    @Nullable Posted take(long number, Instant now, Instant until);

    /** A mail was handed over: it leaves the outbox. */
    void sent(long number);

    /**
     * A mail in the outbox is for these recipients alone from now on: the others have it, or never
     * will.
     */
    void leaveFor(long number, List<String> recipients);

    /** A mail could not be handed over: it is due again at an instant. */
    void postpone(long number, Instant due, String why);

    /**
     * Whether this name is seen for the first time; it is then kept, so that a form acts once. It
     * is forgotten after 31 days: a token must not live longer.
     *
     * @param content of the form: the same again was sent twice, another was changed meanwhile
     */
    boolean useKey(CalendarAddress user, String key, String content, Instant now);

    /** The same for what has no content to compare. */
    default boolean useKey(CalendarAddress user, String key, Instant now) {
        return useKey(user, key, "", now);
    }

    /**
     * Keeps files under a name until they are dropped, for a day at most, and of a user not more
     * than the newest few names.
     */
    void keepFiles(CalendarAddress user, String draft, List<KeptFile> files, Instant now);

    void dropFiles(CalendarAddress user, String draft);

    /** Drops the files that were kept before an instant. */
    void dropFiles(CalendarAddress user, Instant before);

    /**
     * Keeps that a user's free/busy is to be published anew: after the commit, by this process or,
     * when that is killed, by the next one. A new user, one who is forgotten, and one who sets a
     * preference are marked without it.
     */
    void markUnpublished(CalendarAddress user);

    /**
     * A user's free/busy was published.
     *
     * @param change {@link #unpublishedChange} before it was made out: where there was another
     *     since, that waits on
     */
    void markPublished(CalendarAddress user, long change);

    /** Of a user who is gone, that something was published; what still waits stays. */
    void forgetPublication(CalendarAddress user);

    /**
     * Sets a preference; null goes back to the site's default.
     *
     * <p>Whoever wants a feed gets a secret name for it; whoever wants it no more loses it.
     *
     * @throws IllegalArgumentException for aliases that are no addresses, or that are another
     *     user's: two users never become one
     */
    void prefer(CalendarAddress user, String name, @Nullable String value);

    /**
     * Gives the user's feed another secret name, and marks it; does nothing where there is none.
     */
    void renewFeed(CalendarAddress user);

    /**
     * Keeps that a code was mailed; forgets those that were before an instant.
     *
     * @throws StoreTrouble where one was mailed to the address in the same second
     */
    void keepAliasCode(CalendarAddress user, AliasCode code, Instant forgottenBefore);

    /** Counts that another code was entered. */
    void countAttempt(CalendarAddress user, AliasCode code);

    /** Forgets the codes that were mailed to an address for the user. */
    void dropAliasCodes(CalendarAddress user, CalendarAddress alias);
}
