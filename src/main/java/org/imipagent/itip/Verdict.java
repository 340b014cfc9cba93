package org.imipagent.itip;

import java.util.Locale;

/** What became of a message or a click: the name that log, mail header and activity page tell. */
public enum Verdict {
    /** A new invitation was kept and waits for an answer. */
    INVITED,
    /** A known event was brought up to date. */
    UPDATED,
    /** The event, or an occurrence, was cancelled. */
    CANCELLED,
    /** An attendee's answer was taken into the event. */
    ANSWERED,
    /** Somebody who was not invited answered; the organiser is asked. */
    UNINVITED,
    /** The person answered in the manager. */
    REPLIED,
    /** The person answered, and the organiser has no mail address to send it to. */
    REPLY_UNSENT,
    /** The person removed the event. */
    REMOVED,
    /** The person let in somebody who answered without being invited. */
    LET_IN,
    /** The person refused somebody who answered without being invited. */
    REFUSED,
    /** An occurrence was added to a known event. */
    ADDED,
    /** A published event was kept; nobody expects an answer. */
    PUBLISHED,
    /** An attendee proposes another time; the organiser is asked. */
    COUNTERED,
    /** The organiser declined what the person proposed. */
    COUNTER_DECLINED,
    /** An attendee passed the invitation on to somebody else. */
    DELEGATED,
    /** Somebody asked for the event again and was sent it. */
    REFRESHED,
    /** Somebody asks for the event again, and the person is to answer. */
    REFRESH_ASKED,
    /** The organiser was asked for the whole event. */
    ASKED_AGAIN,
    /** Somebody asked for free/busy and was told. */
    FREEBUSY_TOLD,
    /** Somebody's free/busy was kept. */
    FREEBUSY_KEPT,
    /** The person asked others for theirs. */
    FREEBUSY_ASKED,
    /** What the person's own mail program sent was learnt. */
    SENT,
    /** The person proposed another time. */
    PROPOSED,
    /** The person passed the invitation on. */
    PASSED_ON,
    /** The person passed the invitation on, and the organiser has no mail address. */
    PASSED_ON_UNTOLD,
    /** The person accepted what an attendee proposed. */
    COUNTER_ACCEPTED,
    /** The person declined what an attendee proposed. */
    COUNTER_REFUSED,
    /** The person kept or changed an event of their own. */
    SAVED,
    /** The person cancelled an event of their own. */
    CALLED_OFF,
    /** The person changed their preferences. */
    PREFERRED,
    /** The person gave their calendar feed another address. */
    FEED_RENEWED,
    /** A code was mailed to an address that the person says is theirs. */
    ALIAS_ASKED,
    /** An address was proven to be the person's. */
    ALIAS_ADDED,
    /** The person removed an address of theirs. */
    ALIAS_REMOVED,
    /** The person took back what they had done. */
    UNDONE,
    /** The same message again; nothing changed. */
    REPEATED(true),
    /** Older than what is kept (RFC 5546, 2.1.5). */
    STALE(true),
    /** About an occurrence that the event does not have. */
    UNKNOWN_OCCURRENCE(true),
    /** About an event that is not kept. */
    UNKNOWN_EVENT(true),
    /** The recipient is neither attendee nor organiser. */
    NOT_INVITED(true),
    /** The person's own event came back to them. */
    OWN_EVENT(true),
    /** An answer to what was cancelled already. */
    CANCELLED_BEFORE(true),
    /** Nobody of that address waits to be let in. */
    NOT_WAITING(true),
    /** It counts only from the organiser, and this sender is not. */
    NOT_ORGANISER(true),
    /** A reply that names another attendee than its sender. */
    NOT_SENDER(true),
    /** Another organiser than the kept event has. */
    ORGANISER_CHANGED(true),
    /** A kind of message that the person prefers to ignore. */
    IGNORED(true),
    /** An invitation of somebody unknown, which the person does not want. */
    UNKNOWN_SENDER(true),
    /** Free/busy was asked for that is not shared. */
    NOT_SHARED(true),
    /** It is for the organiser, who has no mail address. */
    NO_ADDRESS(true),
    /** A proposal of which nothing is known any more. */
    NOT_PROPOSED(true),
    /** A method that is handed on and not acted upon. */
    UNSUPPORTED_METHOD(true),
    /** A calendar part without a METHOD that RFC 5546 knows. */
    NO_METHOD(true),
    /** A calendar part that cannot be read. */
    UNREADABLE(true),
    /** A calendar object without an event. */
    NO_EVENT(true),
    /** Larger than the settings let be read. */
    TOO_LARGE(true),
    /** Events of one message beyond as many as the settings let be taken. */
    TOO_MANY_EVENTS(true),
    /** An event with a time or a rule that cannot be kept. */
    IMPOSSIBLE(true),
    /** The program failed on it; the fault is ours, and the mail is handed on as it came. */
    FAULT(true),
    /**
     * A message of the person's was refused for good by a mail server, and reached nobody there.
     */
    UNDELIVERED(true);

    private final boolean refusal;

    Verdict() {
        this(false);
    }

    Verdict(boolean refusal) {
        this.refusal = refusal;
    }

    /** Whether nothing was done. */
    public boolean isRefusal() {
        return refusal;
    }

    /** The name as it stands in log, header and page: {@code unknown-occurrence}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
