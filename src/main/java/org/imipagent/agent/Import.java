package org.imipagent.agent;

import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.itip.Change;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Verdict;
import org.imipagent.store.Writing;

/** Events put into a calendar as they are, mailing nobody. */
public final class Import {

    private final Installation site;

    public Import(Installation site) {
        this.site = site;
    }

    /**
     * Keeps an event in the place of what is kept under its UID.
     *
     * @return why it was refused, or that it was kept
     */
    public Decision keep(Writing writing, CalendarAddress user, Event event, Instant now) {
        var participant = site.participant(writing, user);
        return new CarryOut(
                        writing,
                        participant,
                        new Letters(site),
                        site.bounds(),
                        now,
                        site.horizon(now))
                .decision(Decision.change(Verdict.UPDATED, List.of(new Change.Keep(event))));
    }
}
