package org.imipagent.itip;

import org.imipagent.calendar.Event;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/** An event as an act would have it: what is over may be moved to a time that is still to come. */
public final class ToBe {

    private ToBe() {}

    /**
     * With the times that the act gives it; the event as it is kept where the act gives it none.
     *
     * @param before how many occurrences its rule gives before the one in question
     */
    public static @Nullable Event after(CalendarState kept, UserAction act, int before) {
        Event event = kept.event();
        return switch (act) {
            case UserAction.Save(var after, _, _) -> after;
            case UserAction.SaveFrom from ->
                    event == null || event.master() == null
                            ? event
                            : SeriesSplit.from(
                                    event, from.id(), from.after(), before, kept.person().zone());
            case UserAction.AcceptCounter accept ->
                    event == null ? null : moved(kept, event, accept);
            case UserAction.Answer _,
                    UserAction.Delegate _,
                    UserAction.Propose _,
                    UserAction.Remove _,
                    UserAction.LetIn _,
                    UserAction.Refuse _,
                    UserAction.DeclineCounter _,
                    UserAction.CallOff _ ->
                    event;
        };
    }

    private static Event moved(CalendarState kept, Event event, UserAction.AcceptCounter accept) {
        CounterProposal counter = Proposing.waiting(kept, accept.who(), accept.id());
        VEvent part = kept.standing(event, accept.id());
        return counter == null || part == null
                ? event
                : event.with(Proposing.taken(part, counter.proposal()));
    }
}
