package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Event;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.itip.Change;
import org.imipagent.itip.CounterProposal;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Outgoing;
import org.imipagent.itip.Verdict;
import org.imipagent.store.KeptCounter;
import org.imipagent.store.WriteTransaction;

/** The fourth step: a decision becomes rows, and mails in the outbox of the same transaction. */
final class DecisionWriter {

    private final WriteTransaction writing;
    private final Participant participant;
    private final MailComposer composer;
    private final Bounds bounds;
    private final Instant now;
    private final Instant horizon;
    private final String asked;

    /** What nobody's mail caused. */
    DecisionWriter(
            WriteTransaction writing,
            Participant participant,
            MailComposer composer,
            Bounds bounds,
            Instant now,
            Instant horizon) {
        this(writing, participant, composer, bounds, now, horizon, "");
    }

    /**
     * What a mail led to.
     *
     * @param asked its Message-ID; "" where it has none
     */
    DecisionWriter(
            WriteTransaction writing,
            Participant participant,
            MailComposer composer,
            Bounds bounds,
            Instant now,
            Instant horizon,
            String asked) {
        this.writing = writing;
        this.participant = participant;
        this.composer = composer;
        this.bounds = bounds;
        this.now = now;
        this.horizon = horizon;
        this.asked = asked;
    }

    /**
     * Writes what was decided, or nothing of it when an event turns out to be impossible to keep.
     *
     * @return the decision as it was carried out
     */
    Decision decision(Decision decision) {
        List<Row> rows;
        try {
            rows = rows(decision);
        } catch (Impossible impossible) {
            return Decision.refuse(Verdict.IMPOSSIBLE, bounds.told(impossible.why()));
        }
        for (Row row : rows) {
            writing.keep(
                    participant.address(),
                    row.uid(),
                    row.text(),
                    row.expanded().expandedFrom(),
                    row.expanded().expandedTo(),
                    row.expanded().occurrences(),
                    now);
        }
        decision.changes().forEach(this::change);
        decision.messages().forEach(this::post);
        return decision;
    }

    /** An event ready to be written: everything that can fail has been done. */
    private record Row(String uid, String text, OccurrenceTable expanded) {}

    private List<Row> rows(Decision decision) {
        var rows = new ArrayList<Row>();
        for (Change change : decision.changes()) {
            if (change instanceof Change.Keep(Event event)) {
                rows.add(
                        new Row(
                                event.uid(),
                                CalendarWriter.write(null, event),
                                OccurrenceTable.of(
                                        event, participant.person(), now, horizon, bounds)));
            }
        }
        return rows;
    }

    private void change(Change change) {
        var user = participant.address();
        switch (change) {
            case Change.Keep _ -> {}
            case Change.Remove(var uid) -> writing.remove(user, uid);
            case Change.Ask(var request) -> writing.ask(user, request);
            case Change.Settle(var uid, var id) -> writing.settle(user, uid, id);
            case Change.SettleOne(var request) -> writing.settle(user, request);
            case Change.KeepCounter(var counter) -> writing.keepCounter(user, kept(counter));
            case Change.DropCounter(var counter) ->
                    writing.dropCounter(user, counter.uid(), counter.id(), counter.from());
            case Change.Hold(var offer) -> writing.hold(user, offer);
            case Change.Release(var uid, var id) -> writing.release(user, uid, id);
            case Change.ReleaseAll(var uid) -> writing.releaseAll(user, uid);
            case Change.Learn(var of, var freeBusy, var said) ->
                    // A clock that is ahead must not silence its owner until then.
                    writing.learn(user, of, freeBusy, said.isAfter(now) ? now : said);
        }
    }

    private static KeptCounter kept(CounterProposal counter) {
        return new KeptCounter(
                counter.uid(),
                counter.id(),
                counter.from(),
                counter.arrived(),
                CalendarWriter.write(null, Event.of(counter.proposal())));
    }

    private void post(Outgoing outgoing) {
        writing.post(
                participant.address(),
                composer.envelopeSender(),
                outgoing.to().stream().map(address -> address.email()).toList(),
                composer.scheduling(
                        outgoing,
                        participant,
                        composer.bundled(writing, participant, now),
                        asked,
                        now),
                now);
    }
}
