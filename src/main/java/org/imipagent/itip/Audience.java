package org.imipagent.itip;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.jspecify.annotations.Nullable;

/** Whom a change would be mailed to, to say so before it is sent. */
public final class Audience {

    private Audience() {}

    /**
     * The addresses that would be mailed.
     *
     * @param before as it is kept; null for a new event
     * @param act of an organiser who keeps an event; another one mails nobody here
     */
    public static Set<CalendarAddress> of(
            Person person, @Nullable Event before, Act act, Instant now) {
        return switch (act) {
            case Act.Save(var after, _, _) -> told(person, before, after, now);
            case Act.SaveFrom from -> {
                var all = new LinkedHashSet<CalendarAddress>();
                if (before != null && before.master() != null) {
                    Event head = SeriesSplit.before(before, from.id(), person.zone());
                    all.addAll(told(person, before, head, now));
                }
                all.addAll(told(person, null, Event.of(from.after()), now));
                yield all;
            }
            case Act.Answer _,
                    Act.Delegate _,
                    Act.Propose _,
                    Act.Remove _,
                    Act.LetIn _,
                    Act.Refuse _,
                    Act.AcceptCounter _,
                    Act.DeclineCounter _,
                    Act.CallOff _ ->
                    Set.of();
        };
    }

    private static Set<CalendarAddress> told(
            Person person, @Nullable Event before, Event after, Instant now) {
        var all = new LinkedHashSet<CalendarAddress>();
        Circular.of(person, before, after, "", now).forEach(mail -> all.addAll(mail.to()));
        return all;
    }
}
