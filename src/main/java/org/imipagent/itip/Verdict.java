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
    /** The person removed the event. */
    REMOVED,
    /** The person let in somebody who answered without being invited. */
    LET_IN,
    /** The person refused somebody who answered without being invited. */
    REFUSED,
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
    /** An event with a time or a rule that cannot be kept. */
    IMPOSSIBLE(true),
    /** The program failed on it; the fault is ours, and the mail is handed on as it came. */
    FAULT(true),
    /** The person takes no part in the calendar system. */
    NOT_PARTICIPATING(true);

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
