package org.imipagent.manager;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.imipagent.agent.IdempotencyKey;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.itip.Request;
import org.imipagent.itip.UserAction;
import org.imipagent.manager.EventView.Difference;
import org.imipagent.manager.EventView.Proposal;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.store.KeptCounter;
import org.jspecify.annotations.Nullable;

/** What attendees propose instead, beside what it is now (RFC 5546, 3.2.7). */
final class Proposals {

    /** More are shown once these are settled. */
    private static final int MOST = 20;

    private static final int MOST_NAMES = 10;

    private Proposals() {}

    /** Those about what the page shows, with what accepting each does. */
    static List<Proposal> of(PageContext context, EventContext subject) {
        if (!context.person().organises(subject.part())) {
            return List.of();
        }
        var proposals = new ArrayList<Proposal>();
        for (KeptCounter counter : counters(context, subject)) {
            boolean isOfThis = subject.id() == null || subject.id().equals(counter.id());
            Proposal proposal =
                    isOfThis && proposals.size() < MOST
                            ? proposal(context, subject, counter, true)
                            : null;
            if (proposal != null) {
                proposals.add(proposal);
            }
        }
        return proposals;
    }

    /** The proposal that a request is about; null where it is settled. */
    static @Nullable Proposal of(PageContext context, EventContext subject, Request request) {
        for (KeptCounter counter : counters(context, subject)) {
            if (counter.from().equals(request.from())
                    && Objects.equals(counter.id(), request.id())) {
                return proposal(context, subject, counter, false);
            }
        }
        return null;
    }

    /**
     * When and where the person proposed that it take place instead; "" for nothing, and where it
     * is as it was proposed.
     */
    static String own(PageContext context, EventContext subject) {
        for (KeptCounter counter : counters(context, subject)) {
            if (context.person().is(counter.from()) && Objects.equals(counter.id(), subject.id())) {
                VEvent proposed = read(context, counter);
                return proposed == null ? "" : own(context, subject, proposed);
            }
        }
        return "";
    }

    private static String own(PageContext context, EventContext subject, VEvent proposed) {
        String when = subject.with(subject.id(), proposed).when(context);
        boolean isElsewhere = !proposed.location().equals(subject.part().location());
        return when.equals(subject.when(context)) && !isElsewhere
                ? ""
                : context.joined(when, isElsewhere ? UntrustedText.line(proposed.location()) : "");
    }

    private static List<KeptCounter> counters(PageContext context, EventContext subject) {
        return context.reading().counters(context.user(), subject.event().uid());
    }

    private static @Nullable Proposal proposal(
            PageContext context, EventContext subject, KeptCounter counter, boolean consequences) {
        VEvent proposed = read(context, counter);
        RecurrenceId id = counter.id();
        VEvent now = EventContext.part(context, subject.event(), id);
        if (proposed == null || now == null) {
            return null;
        }
        Messages texts = context.texts();
        Attendee guest = now.attendee(counter.from());
        String who = UntrustedText.line(guest == null ? counter.from().email() : guest.name());
        EventContext before = subject.with(id, now);
        return new Proposal(
                texts.say(MessageKey.PROPOSES, "name", who),
                id != null && subject.id() == null
                        ? texts.say(MessageKey.PROPOSAL_FOR, "date", before.date(context))
                        : "",
                texts.say(MessageKey.PROPOSAL_NOW),
                texts.say(MessageKey.MAIL_PROPOSED),
                differences(context, before, subject.with(id, proposed)),
                UntrustedText.line(proposed.text("COMMENT")),
                consequences ? consequences(context, subject, counter, who) : List.of(),
                context.eventAction(counter.uid(), id),
                context.token(),
                Long.toString(subject.kept().version()),
                counter.from().email(),
                texts.say(MessageKey.ACCEPT_COUNTER),
                texts.say(MessageKey.DECLINE));
    }

    private static List<Difference> differences(
            PageContext context, EventContext before, EventContext after) {
        Messages texts = context.texts();
        String was = UntrustedText.line(before.part().location());
        String where = UntrustedText.line(after.part().location());
        var differences = new ArrayList<Difference>();
        String time = after.time(context);
        if (!time.isEmpty()) {
            differences.add(new Difference(texts.say(MessageKey.WHEN), before.time(context), time));
        }
        if (!where.isEmpty() && !where.equals(was)) {
            differences.add(new Difference(texts.say(MessageKey.WHERE), was, where));
        }
        return differences;
    }

    /**
     * What accepting does and whom it mails, by the decision itself, which is not carried out; and
     * what declining does. Empty where it would be refused.
     */
    private static List<String> consequences(
            PageContext context, EventContext subject, KeptCounter counter, String who) {
        var accept = new UserAction.AcceptCounter(counter.from(), counter.id());
        var asked =
                new ActionRequest(
                        context.person(),
                        counter.uid(),
                        accept,
                        subject.kept().version(),
                        IdempotencyKey.of(""));
        var decision = context.manager().preview().apply(context.reading(), asked);
        if (decision.isRefusal()) {
            return List.of();
        }
        Messages texts = context.texts();
        Set<CalendarAddress> told = new LinkedHashSet<>();
        decision.messages().forEach(message -> told.addAll(message.to()));
        String people =
                told.isEmpty()
                        ? texts.say(MessageKey.MAILS_NOBODY)
                        : texts.count(
                                MessageKey.WILL_MAIL, told.size(), "people", names(texts, told));
        return List.of(
                texts.say(MessageKey.ACCEPTING_PROPOSAL) + " " + people,
                texts.say(MessageKey.DECLINING_PROPOSAL, "name", who));
    }

    private static String names(Messages texts, Set<CalendarAddress> told) {
        var names = new ArrayList<String>();
        for (CalendarAddress address : told) {
            if (names.size() < MOST_NAMES) {
                names.add(UntrustedText.line(address.email()));
            }
        }
        return texts.joined(names) + (told.size() > names.size() ? " …" : "");
    }

    private static @Nullable VEvent read(PageContext context, KeptCounter counter) {
        try {
            return context.manager().read().apply(counter.text()).main();
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }
}
