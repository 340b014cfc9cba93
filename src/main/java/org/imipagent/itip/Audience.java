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
            Person person, @Nullable Event before, UserAction act, Instant now) {
        return switch (act) {
            case UserAction.Save(var after, _, _) -> told(person, before, after, now);
            case UserAction.SaveFrom from -> {
                var all = new LinkedHashSet<CalendarAddress>();
                if (before != null && before.master() != null) {
                    Event head = SeriesSplit.before(before, from.id(), person.zone());
                    all.addAll(told(person, before, head, now));
                }
                all.addAll(told(person, null, Event.of(from.after()), now));
                yield all;
            }
            case UserAction.Answer _,
                    UserAction.Delegate _,
                    UserAction.Propose _,
                    UserAction.Remove _,
                    UserAction.LetIn _,
                    UserAction.Refuse _,
                    UserAction.AcceptCounter _,
                    UserAction.DeclineCounter _,
                    UserAction.CallOff _ ->
                    Set.of();
        };
    }

    private static Set<CalendarAddress> told(
            Person person, @Nullable Event before, Event after, Instant now) {
        var all = new LinkedHashSet<CalendarAddress>();
        RecipientDiff.of(person, before, after, "", now).forEach(mail -> all.addAll(mail.to()));
        return all;
    }
}
