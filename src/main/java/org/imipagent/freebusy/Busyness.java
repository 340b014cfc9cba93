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
     * the event's STATUS. An invitation without an answer leaves free, as in the model.
     *
     * @param mine the person's participation; null where the person is not an attendee, as in an
     *     event of their own
     */
    public static Busy of(VEvent event, @Nullable Participation mine) {
        if (event.isCancelled() || event.isTransparent()) {
            return Busy.FREE;
        }
        return switch (mine) {
            case null -> asItSays(event);
            case ACCEPTED -> asItSays(event);
            case TENTATIVE -> Busy.TENTATIVE;
            case NEEDS_ACTION, DECLINED, DELEGATED -> Busy.FREE;
        };
    }

    private static Busy asItSays(VEvent event) {
        return switch (event.text("X-MICROSOFT-CDO-BUSYSTATUS").strip().toUpperCase(Locale.ROOT)) {
            case "FREE" -> Busy.FREE;
            case "TENTATIVE" -> Busy.TENTATIVE;
            case "OOF" -> Busy.UNAVAILABLE;
            default -> event.isTentative() ? Busy.TENTATIVE : Busy.BUSY;
        };
    }
}
