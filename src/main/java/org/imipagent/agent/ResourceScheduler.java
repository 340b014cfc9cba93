package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.Window;
import org.imipagent.itip.AutomaticReplies;
import org.imipagent.itip.AutomaticReplies.Said;
import org.imipagent.itip.OccurrenceTable;
import org.imipagent.itip.UserAction;
import org.imipagent.notice.SchedulingWording;
import org.imipagent.scheduling.OpeningHours;
import org.imipagent.scheduling.ResourceRules;
import org.imipagent.scheduling.SchedulingAnswer;
import org.imipagent.scheduling.SchedulingAnswer.Accepted;
import org.imipagent.scheduling.SchedulingAnswer.Asked;
import org.imipagent.scheduling.SchedulingAnswer.PassedOn;
import org.imipagent.scheduling.SchedulingAnswer.Proposed;
import org.imipagent.scheduling.SchedulingAnswer.Refused;
import org.imipagent.scheduling.SchedulingFunctions;
import org.imipagent.scheduling.SchedulingRequest;
import org.imipagent.scheduling.SchedulingRequest.Asking;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preferences;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * What one resource says, in one transaction: its chain is asked, and the answer becomes what a
 * person would do.
 */
final class ResourceScheduler implements AutomaticReplies.Scheduler {

    private static final Duration OFFERS = Duration.ofDays(1);

    private final Installation site;
    private final WriteTransaction writing;
    private final Participant resource;
    private final Set<CalendarAddress> replaced;
    private final boolean alone;
    private final Instant now;
    private final SchedulingWording wording;
    private final List<OwnerAsked> asked = new ArrayList<>();

    /** Somebody who is to decide about a part of an event. */
    record OwnerAsked(CalendarAddress owner, VEvent part) {}

    /**
     * @param replaced the resources that had the event in this one's place so far
     * @param alone whether it may pass nothing on
     */
    ResourceScheduler(
            Installation site,
            WriteTransaction writing,
            Participant resource,
            Set<CalendarAddress> replaced,
            boolean alone,
            Instant now) {
        this.site = site;
        this.writing = writing;
        this.resource = resource;
        this.replaced = Set.copyOf(replaced);
        this.alone = alone;
        this.now = now;
        this.wording = new SchedulingWording(resource.texts(), resource.person().zone());
    }

    /** Those who are to decide about what was answered. */
    List<OwnerAsked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Said answer(Event event, VEvent part, OccurrenceTable occurrences) {
        List<Occurrence> dates = toCome(part, occurrences, now);
        var times = new ArrayList<Window>();
        for (Occurrence each : dates) {
            times.add(new Window(each.start(), each.end()));
        }
        boolean isEndless = part.recurrenceId() == null && occurrences.expandedTo() != null;
        SchedulingAnswer answer = answer(asking(resource, event, part, isEndless, now), times);
        RecurrenceId id = part.recurrenceId();
        return switch (answer) {
            case Accepted(var except) ->
                    said(id, Participation.ACCEPTED, wording.accepted(except), dates, except);
            case Refused refused ->
                    new Said(answered(id, Participation.DECLINED, wording.refused(refused)));
            case Proposed(var others) -> proposed(part, times, others);
            case Asked owners -> asked(part, owners, dates);
            case PassedOn(var to) -> passedOn(part, to);
        };
    }

    /** What the chain says of some times. */
    SchedulingAnswer answer(Asking event, List<Window> times) {
        return SchedulingFunctions.answer(chain(), request(event, times));
    }

    private SchedulingRequest request(Asking event, List<Window> times) {
        return new SchedulingRequest(
                event,
                times,
                rules(resource, chain()),
                new ResourceFacts(site, writing, resource, event, replaced, alone));
    }

    /** What somebody's preferences say of when they may be booked, and by whom. */
    static ResourceRules rules(Participant resource, List<String> chain) {
        Preferences preferences = resource.preferences();
        return new ResourceRules(
                Objects.requireNonNullElse(preferences.value(PersonalPreferences.ACL), List.of()),
                preferences.value(PersonalPreferences.PERMITTED_TIMES),
                OpeningHours.of(chain, preferences.value(PersonalPreferences.WORKING_HOURS)));
    }

    /** As it is written: a line that does not hold refuses, and is not made good by the default. */
    private List<String> chain() {
        String written = resource.preferences().text(PersonalPreferences.SCHEDULING_FUNCTION);
        return written.isEmpty()
                ? resource.preferences().value(PersonalPreferences.SCHEDULING_FUNCTION)
                : written.lines().filter(line -> !line.isBlank()).toList();
    }

    /** Who asks whom about which part of an event. */
    static Asking asking(
            Participant resource, Event event, VEvent part, boolean isEndless, Instant now) {
        Attendee organiser = part.organiser();
        return new Asking(
                resource.address(),
                organiser == null ? resource.address() : organiser.address(),
                part.attendees().stream().map(Attendee::address).toList(),
                event.uid(),
                part.summary(),
                isEndless,
                resource.person().zone(),
                now);
    }

    /** What of it is still to come, by start: of a date, that date alone. */
    static List<Occurrence> toCome(VEvent part, OccurrenceTable table, Instant now) {
        var dates = new ArrayList<Occurrence>();
        for (Occurrence each : table.occurrences()) {
            boolean isAsked = part.recurrenceId() == null || part.recurrenceId().equals(each.id());
            if (isAsked && !each.cancelled() && each.end().isAfter(now)) {
                dates.add(each);
            }
        }
        dates.sort((one, other) -> one.start().compareTo(other.start()));
        return dates;
    }

    private static UserAction answered(
            @Nullable RecurrenceId id, Participation how, String comment) {
        return new UserAction.Answer(id, how, comment);
    }

    private Said said(
            @Nullable RecurrenceId id,
            Participation how,
            String comment,
            List<Occurrence> dates,
            List<Window> except) {
        var acts = new ArrayList<UserAction>();
        acts.add(answered(id, how, comment));
        for (Occurrence each : dates) {
            var time = new Window(each.start(), each.end());
            if (except.contains(time) && each.id() != null) {
                acts.add(answered(each.id(), Participation.DECLINED, wording.taken(time)));
            }
        }
        return new Said(acts, false);
    }

    private Said asked(VEvent part, Asked owners, List<Occurrence> dates) {
        for (CalendarAddress owner : owners.owners()) {
            asked.add(new OwnerAsked(owner, part));
        }
        Said said =
                said(
                        part.recurrenceId(),
                        Participation.TENTATIVE,
                        wording.asked(owners),
                        dates,
                        owners.except());
        return new Said(said.acts(), true);
    }

    /** Another time, as long before or after the asked one as it is of its first date. */
    private Said proposed(VEvent part, List<Window> times, List<Window> others) {
        CalendarTime start = part.start();
        CalendarTime end = part.end();
        Window asked = times.getFirst();
        Window other = others.getFirst();
        Duration later = Duration.between(asked.from(), other.from());
        Duration endsLater = Duration.between(asked.to(), other.to());
        boolean isPossible = start != null && end != null && !start.isDay() && !end.isDay();
        if (!isPossible) {
            var busy = new Refused(SchedulingAnswer.Reason.BUSY, times, "", List.of(other));
            return new Said(
                    answered(part.recurrenceId(), Participation.DECLINED, wording.refused(busy)));
        }
        return new Said(
                new UserAction.Propose(
                        part.recurrenceId(),
                        moved(Objects.requireNonNull(start), later),
                        moved(Objects.requireNonNull(end), endsLater),
                        "",
                        wording.proposed(now.plus(offers(resource)))));
    }

    private CalendarTime moved(CalendarTime time, Duration by) {
        Zone own = resource.person().zone();
        return time.at(time.instant(own).plus(by), own);
    }

    /** How long a resource keeps a time that it proposes: an offer that nobody keeps is none. */
    static Duration offers(Participant resource) {
        return Objects.requireNonNullElse(
                resource.preferences().value(PersonalPreferences.FREEBUSY_OFFERS), OFFERS);
    }

    /** Where the organiser knows already who comes in this one's place, that is said once more. */
    private static Said passedOn(VEvent part, CalendarAddress to) {
        return new Said(
                part.attendee(to) == null
                        ? new UserAction.Delegate(part.recurrenceId(), to, "")
                        : answered(part.recurrenceId(), Participation.DELEGATED, ""));
    }
}
