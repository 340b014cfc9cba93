package org.imipagent.notice;

import java.util.List;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.itip.Decision;
import org.imipagent.itip.FreeBusyMessage;
import org.imipagent.itip.Message;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event of a mail, for the person whom it reached.
 *
 * @param message null for a part that could not be taken, and for free/busy
 * @param freeBusy null for what is no free/busy
 * @param before the event as it was kept until then; null where it was not
 * @param conflicts what else the person has at that time
 */
public record Notice(
        @Nullable Message message,
        @Nullable FreeBusyMessage freeBusy,
        @Nullable Event before,
        Decision decision,
        List<Occurrence> conflicts) {

    public Notice {
        conflicts = List.copyOf(conflicts);
    }

    /** With what else the person has at that time. */
    public Notice with(List<Occurrence> found) {
        return new Notice(message, freeBusy, before, decision, found);
    }

    /** Of a part that could not be taken. */
    public Notice(Decision decision) {
        this(null, null, null, decision, List.of());
    }
}
