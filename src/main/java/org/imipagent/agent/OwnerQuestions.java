package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.agent.ResourceDecisions.Waiting;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.VEvent;
import org.imipagent.freebusy.Window;
import org.imipagent.itip.Request;
import org.imipagent.notice.BookingQuestion;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * What waits for those who look after resources, and the mails that ask them, in a transaction that
 * holds the resource.
 */
record OwnerQuestions(Installation site, MailDrafts drafts, WriteTransaction writing, Instant now) {

    private static final int MOST_TIMES = 5;
    private static final int MOST_OCCURRENCES = 100;

    /** What waits for those who look after a resource. */
    List<Waiting> waiting(Participant resource) {
        var waiting = new ArrayList<Waiting>();
        for (Request request : writing.requests(resource.address())) {
            Waiting each = waiting(resource, request);
            if (each != null) {
                waiting.add(each);
            }
        }
        return waiting;
    }

    private @Nullable Waiting waiting(Participant resource, Request request) {
        KeptEvent kept =
                request.kind() == Request.Kind.INVITATION
                        ? writing.event(resource.address(), request.uid())
                        : null;
        return kept == null ? null : new Waiting(resource, kept, site.event(kept.text()), request);
    }

    /** Its next times, by start, not all of many; none where all of it is over. */
    List<Window> times(Waiting waiting) {
        var times = new ArrayList<Window>();
        Schedule schedule = site.schedule(writing, waiting.resource());
        for (Occurrence each : schedule.next(waiting.kept(), now, MOST_OCCURRENCES)) {
            boolean isAsked =
                    waiting.request().id() == null || waiting.request().id().equals(each.id());
            if (isAsked && times.size() < MOST_TIMES) {
                times.add(new Window(each.start(), each.end()));
            }
        }
        return times;
    }

    /** Asks one of them about a part of an event. */
    void ask(Participant resource, VEvent part, CalendarAddress owner) {
        for (Request request : writing.requests(resource.address(), part.uid())) {
            Waiting waiting = waiting(resource, request);
            if (waiting != null && Objects.equals(request.id(), part.recurrenceId())) {
                ask(waiting, owner, false);
            }
        }
    }

    /**
     * Asks one of them.
     *
     * @param isUnclear whether their reply was not understood
     */
    void ask(Waiting waiting, CalendarAddress owner, boolean isUnclear) {
        CalendarAddress user = site.user(writing, owner);
        var code = QuestionCode.of(writing.secret(), user, waiting);
        post(
                waiting.resource(),
                owner,
                drafts.askOwner(
                        waiting.resource(),
                        site.participant(writing, user),
                        owner,
                        new BookingQuestion(
                                waiting.part(), times(waiting), code.subjectEnd(), isUnclear),
                        code.id(now.getEpochSecond()),
                        now));
    }

    /** Tells one of them that there is nothing to decide any more. */
    void tellLate(Participant resource, CalendarAddress owner, String answered) {
        Participant to = site.participant(writing, site.user(writing, owner));
        post(resource, owner, drafts.ownerLate(resource, to, owner, answered, now));
    }

    private void post(Participant resource, CalendarAddress owner, byte[] mail) {
        writing.post(
                resource.address(), drafts.envelopeSender(), List.of(owner.email()), mail, now);
    }
}
