package org.imipagent.itip;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * A scheduling message to send.
 *
 * @param parts the VEVENTs it holds
 * @param comment what the person wrote along; "" for nothing
 * @param first whether those it goes to were not invited before
 * @param before what those it goes to knew of the event; null for nothing, or where it is no matter
 * @param automatic whether the agent says it by itself, without the person (Auto-Submitted)
 */
public record Outgoing(
        Method method,
        List<CalendarAddress> to,
        List<VEvent> parts,
        String comment,
        boolean first,
        @Nullable Event before,
        boolean automatic) {

    public Outgoing {
        to = List.copyOf(to);
        parts = parts.stream().map(LocalMarks::without).toList();
    }

    /** The same with further parts. */
    Outgoing with(List<VEvent> more) {
        var all = new ArrayList<>(parts);
        all.addAll(more);
        return new Outgoing(method, to, all, comment, first, before, automatic);
    }

    /** The same, said by the agent or not. */
    Outgoing automatic(boolean is) {
        return new Outgoing(method, to, parts, comment, first, before, is);
    }

    /** Said by the person. */
    public Outgoing(Method method, List<CalendarAddress> to, List<VEvent> parts, String comment) {
        this(method, to, parts, comment, isFirst(parts), null, false);
    }

    /** Said by the agent in the person's place. */
    public static Outgoing automatic(Method method, CalendarAddress to, List<VEvent> parts) {
        return new Outgoing(method, List.of(to), parts, "", isFirst(parts), null, true);
    }

    /** Where nothing else tells: an event as it was from the beginning. */
    private static boolean isFirst(List<VEvent> parts) {
        VEvent main = parts.getFirst();
        return main.sequence() == 0 && main.recurrenceId() == null;
    }
}
