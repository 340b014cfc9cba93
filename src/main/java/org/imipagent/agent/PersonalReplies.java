package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.VEvent;
import org.imipagent.freebusy.Window;
import org.imipagent.itip.AutomaticReplies;
import org.imipagent.itip.AutomaticReplies.Said;
import org.imipagent.itip.OccurrenceTable;
import org.imipagent.itip.UserAction;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.notice.SchedulingWording;
import org.imipagent.scheduling.SchedulingAnswer;
import org.imipagent.scheduling.SchedulingAnswer.Refused;
import org.imipagent.scheduling.SchedulingFunctions;
import org.imipagent.scheduling.SchedulingRequest;
import org.imipagent.scheduling.SchedulingRequest.Asking;
import org.imipagent.settings.AutomaticReply;
import org.imipagent.settings.AutomaticReply.When;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.SchedulingName;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * What a person's {@code automatic_replies} say, in one transaction. Whether the person is free,
 * and what their working hours are, is asked of the functions by which resources decide. Of what
 * takes the time nothing is told.
 */
final class PersonalReplies implements AutomaticReplies.Scheduler {

    private final Installation site;
    private final WriteTransaction writing;
    private final Participant person;
    private final List<String> rules;
    private final Instant now;

    PersonalReplies(Installation site, WriteTransaction writing, Participant person, Instant now) {
        this.site = site;
        this.writing = writing;
        this.person = person;
        this.rules = person.preferences().value(PersonalPreferences.AUTOMATIC_REPLIES);
        this.now = now;
    }

    /** Whether the person chose any. */
    boolean isAny() {
        return !rules.isEmpty();
    }

    @Override
    public Said answer(Event event, VEvent part, OccurrenceTable occurrences) {
        Attendee organiser = part.organiser();
        var times = new ArrayList<Window>();
        for (Occurrence each : ResourceScheduler.toCome(part, occurrences, now)) {
            times.add(new Window(each.start(), each.end()));
        }
        if (organiser == null || times.isEmpty()) {
            return Said.NOTHING;
        }
        for (String line : rules) {
            AutomaticReply rule = AutomaticReply.of(line);
            if (!rule.isFor(organiser.address())) {
                continue;
            }
            if (rule.when() == When.ASK_ME) {
                return Said.NOTHING;
            }
            UserAction.Answer answer = answer(rule.when(), event, part, times);
            if (answer != null) {
                return new Said(List.of(answer), rule.when() == When.TENTATIVE_WHEN_FREE);
            }
        }
        return Said.NOTHING;
    }

    /** Null where the rule does not decide. */
    private UserAction.@Nullable Answer answer(
            When when, Event event, VEvent part, List<Window> times) {
        Messages texts = person.texts();
        return switch (when) {
            case ACCEPT_WHEN_FREE, TENTATIVE_WHEN_FREE ->
                    isFree(event, part, times)
                            ? said(
                                    part,
                                    when == When.ACCEPT_WHEN_FREE
                                            ? Participation.ACCEPTED
                                            : Participation.TENTATIVE,
                                    texts.say(MessageKey.AUTOMATIC_REPLY))
                            : null;
            case DECLINE_WHEN_BUSY ->
                    isFree(event, part, times)
                            ? null
                            : said(
                                    part,
                                    Participation.DECLINED,
                                    texts.say(MessageKey.AUTOMATIC_REPLY_BUSY));
            case DECLINE_OUTSIDE_HOURS -> {
                SchedulingAnswer hours =
                        takesTime(part) && !isAllDay(part)
                                ? ask(SchedulingName.OPENING_HOURS, event, part, times)
                                : null;
                yield hours instanceof Refused refused
                        ? said(
                                part,
                                Participation.DECLINED,
                                texts.say(
                                        MessageKey.AUTOMATIC_REPLY_HOURS,
                                        "hours",
                                        SchedulingWording.hours(texts, refused.detail())))
                        : null;
            }
            case ASK_ME -> null;
        };
    }

    private static UserAction.Answer said(VEvent part, Participation how, String comment) {
        return new UserAction.Answer(part.recurrenceId(), how, comment);
    }

    private boolean isFree(Event event, VEvent part, List<Window> times) {
        return !takesTime(part)
                || !(ask(SchedulingName.SCHEDULE_IN_FREEBUSY, event, part, times)
                        instanceof Refused);
    }

    private static boolean takesTime(VEvent part) {
        return !part.isTransparent();
    }

    private static boolean isAllDay(VEvent part) {
        CalendarTime start = part.start();
        return start != null && start.isDay();
    }

    private SchedulingAnswer ask(
            SchedulingName function, Event event, VEvent part, List<Window> times) {
        List<String> chain = List.of(function.word());
        Asking asking = ResourceScheduler.asking(person, event, part, false, now);
        return SchedulingFunctions.answer(
                chain,
                new SchedulingRequest(
                        asking,
                        times,
                        ResourceScheduler.rules(person, chain),
                        new ResourceFacts(
                                site, writing, person, asking, Set.<CalendarAddress>of(), true)));
    }
}
