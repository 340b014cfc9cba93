package org.imipagent.agent;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.EventWords;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.itip.Change;
import org.imipagent.itip.CounterProposal;
import org.imipagent.itip.Decision;
import org.imipagent.itip.OccurrenceTable;
import org.imipagent.itip.Outgoing;
import org.imipagent.store.Activity;
import org.imipagent.store.KeptCounter;
import org.imipagent.store.SentMail;
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
        carryOut(decision, 0, now);
    }

    /**
     * The same with its entry of activity, which names those who are mailed.
     *
     * @return the number of the entry
     */
    long write(Decision decision, Activity entry) {
        long number = writing.note(participant.address(), entry.mailing(mailed(decision)));
        carryOut(decision, number, now);
        return number;
    }

    /**
     * The same of what the person did on a page: what there was before is remembered, so that it
     * can be undone, and its mail waits as long as the person likes.
     */
    long writeUndoable(Decision decision, Activity entry) {
        var user = participant.address();
        long number = writing.note(user, entry.mailing(mailed(decision)));
        for (String uid : changed(decision)) {
            writing.keepBefore(user, number, uid, now);
        }
        carryOut(decision, number, now.plus(participant.sendDelay()));
        writing.keepVersionsAfter(user, number);
        return number;
    }

    private void carryOut(Decision decision, long number, Instant due) {
        decision.changes().forEach(this::change);
        if (participant.isOnTheWeb()
                && decision.changes().stream().anyMatch(DecisionWriter::changesFreeBusy)) {
            writing.markUnpublished(participant.address());
        }
        decision.messages().forEach(message -> post(message, number, due));
    }

    private static List<String> mailed(Decision decision) {
        var addresses = new LinkedHashSet<String>();
        for (Outgoing message : decision.messages()) {
            message.to().forEach(to -> addresses.add(to.email()));
        }
        return List.copyOf(addresses);
    }

    /** The UIDs of what is kept anew or not any more. */
    private static Set<String> changed(Decision decision) {
        var uids = new LinkedHashSet<String>();
        for (Change change : decision.changes()) {
            String uid =
                    switch (change) {
                        case Change.Keep(var event, _) -> event.uid();
                        case Change.Remove(var removed) -> removed;
                        case Change.Settle(var settled, _) -> settled;
                        case Change.SettleOne(var request) -> request.uid();
                        case Change.DropCounter(var counter) -> counter.uid();
                        case Change.KeepCounter(var counter) -> counter.uid();
                        case Change.Ask(var request) -> request.uid();
                        case Change.Remember _,
                                Change.Hold _,
                                Change.Release _,
                                Change.ReleaseAll _,
                                Change.Learn _ ->
                                "";
                    };
            if (!uid.isEmpty()) {
                uids.add(uid);
            }
        }
        return uids;
    }

    private void keep(Event event, OccurrenceTable occurrences) {
        Attendee organiser = event.organiser();
        writing.keep(
                participant.address(),
                event.uid(),
                CalendarWriter.write(null, event),
                organiser == null ? null : organiser.address(),
                EventWords.indexed(event),
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

    private void post(Outgoing outgoing, long activity, Instant due) {
        var mail =
                drafts.scheduling(
                        outgoing,
                        participant,
                        drafts.bundled(writing, participant, now),
                        asked,
                        now);
        List<String> recipients = outgoing.to().stream().map(CalendarAddress::email).toList();
        String sender = drafts.envelopeSender(outgoing, participant);
        writing.post(participant.address(), activity, sender, recipients, mail.message(), now, due);
        if (sender.equals(participant.address().email())) {
            var main = outgoing.parts().getFirst();
            writing.rememberSent(
                    participant.address(),
                    mail.messageId(),
                    new SentMail(
                            outgoing.method().name(),
                            main.uid(),
                            main.recurrenceId(),
                            main.summary(),
                            recipients,
                            now));
        }
    }
}
