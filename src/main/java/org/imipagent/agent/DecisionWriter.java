package org.imipagent.agent;

import java.time.Instant;
import java.util.Objects;
import org.imipagent.calendar.Event;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.itip.Change;
import org.imipagent.itip.CounterProposal;
import org.imipagent.itip.Decision;
import org.imipagent.itip.OccurrenceTable;
import org.imipagent.itip.Outgoing;
import org.imipagent.store.KeptCounter;
import org.imipagent.store.WriteTransaction;

/** The fourth step: a decision becomes rows, and mails in the outbox of the same transaction. */
final class DecisionWriter {

    private final WriteTransaction writing;
    private final Participant participant;
    private final MailDrafts drafts;
    private final Instant now;
    private final String asked;

    /** What nobody's mail caused. */
    DecisionWriter(
            WriteTransaction writing, Participant participant, MailDrafts drafts, Instant now) {
        this(writing, participant, drafts, now, "");
    }

    /**
     * What a mail led to.
     *
     * @param asked its Message-ID; "" where it has none
     */
    DecisionWriter(
            WriteTransaction writing,
            Participant participant,
            MailDrafts drafts,
            Instant now,
            String asked) {
        this.writing = writing;
        this.participant = participant;
        this.drafts = drafts;
        this.now = now;
        this.asked = asked;
    }

    /** Writes all that was decided, and nothing else. */
    void write(Decision decision) {
        decision.changes().forEach(this::change);
        if (participant.isOnTheWeb()
                && decision.changes().stream().anyMatch(DecisionWriter::changesFreeBusy)) {
            writing.markUnpublished(participant.address());
        }
        decision.messages().forEach(this::post);
    }

    private void keep(Event event, OccurrenceTable occurrences) {
        writing.keep(
                participant.address(),
                event.uid(),
                CalendarWriter.write(null, event),
                occurrences.expandedFrom(),
                occurrences.expandedTo(),
                occurrences.occurrences(),
                now);
    }

    private static boolean changesFreeBusy(Change change) {
        return switch (change) {
            case Change.Keep _,
                    Change.Remove _,
                    Change.Hold _,
                    Change.Release _,
                    Change.ReleaseAll _ ->
                    true;
            case Change.Remember _,
                    Change.Ask _,
                    Change.Settle _,
                    Change.SettleOne _,
                    Change.KeepCounter _,
                    Change.DropCounter _,
                    Change.Learn _ ->
                    false;
        };
    }

    private void change(Change change) {
        var user = participant.address();
        switch (change) {
            case Change.Keep(var event, var occurrences) ->
                    keep(event, Objects.requireNonNull(occurrences));
            case Change.Remember(var key) -> writing.useKey(user, key, now);
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
                drafts.envelopeSender(),
                outgoing.to().stream().map(address -> address.email()).toList(),
                drafts.scheduling(
                        outgoing,
                        participant,
                        drafts.bundled(writing, participant, now),
                        asked,
                        now),
                now);
    }
}
