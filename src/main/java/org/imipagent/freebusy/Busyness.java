package org.imipagent.freebusy;

import java.util.Locale;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/** Whether an event makes a person busy. */
public final class Busyness {

    private Busyness() {}

    /**
     * The rule: what is cancelled or transparent leaves free, then the person's answer counts, then
     * what the event says of itself. An invitation without an answer is tentative here at most;
     * {@link #unanswered} tells what the person wants of it.
     *
     * @param mine the person's participation; null where the person is not an attendee, as in an
     *     event of their own
     */
    public static Busy of(VEvent event, @Nullable Participation mine) {
        if (event.isCancelled() || event.isTransparent()) {
            return Busy.FREE;
        }
        return switch (mine) {
            case null -> said(event, event.text(BUSY));
            case ACCEPTED -> said(event, intended(event));
            case TENTATIVE, NEEDS_ACTION ->
                    said(event, intended(event)) == Busy.FREE ? Busy.FREE : Busy.TENTATIVE;
            case DECLINED, DELEGATED -> Busy.FREE;
        };
    }

    /**
     * How busy an occurrence makes a person who may leave unanswered invitations free.
     *
     * @param busy by {@link #of}
     * @param tentative whether the person wants an unanswered invitation to be tentative
     */
    public static Busy unanswered(Busy busy, @Nullable Participation mine, boolean tentative) {
        return mine == Participation.NEEDS_ACTION && !tentative ? Busy.FREE : busy;
    }

    private static final String BUSY = "X-MICROSOFT-CDO-BUSYSTATUS";
    private static final String INTENDED = "X-MICROSOFT-CDO-INTENDEDSTATUS";

    /**
     * Outlook sends an invitation as tentative, which it is until it is answered, and says beside
     * it what it is to be from then on.
     */
    private static String intended(VEvent event) {
        return event.text(event.component().has(INTENDED) ? INTENDED : BUSY);
    }

    private static Busy said(VEvent event, String status) {
        return switch (status.strip().toUpperCase(Locale.ROOT)) {
            case "FREE" -> Busy.FREE;
            case "TENTATIVE" -> Busy.TENTATIVE;
            case "OOF" -> Busy.UNAVAILABLE;
            default -> event.isTentative() ? Busy.TENTATIVE : Busy.BUSY;
        };
    }
}
