package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.freebusy.Claims;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Window;
import org.imipagent.scheduling.QuotaUse;
import org.imipagent.scheduling.SchedulingAnswer;
import org.imipagent.scheduling.SchedulingFacts;
import org.imipagent.scheduling.SchedulingRequest;
import org.imipagent.scheduling.SchedulingRequest.Asking;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.store.Booking;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * What a resource's chain may ask about, from the store. Whatever is looked at is held first: it
 * stays so until the answer is written.
 *
 * @param replaced the resources that had the event before this message: what they have of it does
 *     not count
 * @param alone whether it is asked as a member: it passes nothing on, else two groups that name
 *     each other would go on for ever
 */
record ResourceFacts(
        Installation site,
        WriteTransaction writing,
        Participant resource,
        Asking event,
        Set<CalendarAddress> replaced,
        boolean alone)
        implements SchedulingFacts {

    ResourceFacts {
        replaced = Set.copyOf(replaced);
    }

    @Override
    public Claims claims(Instant from, Instant to) {
        return site.schedule(writing, resource).claims(from, to, event.now()).without(event.uid());
    }

    @Override
    public List<FreeBusy> others(Instant from, Instant to) {
        var others = new LinkedHashSet<CalendarAddress>(event.attendees());
        others.add(event.organiser());
        others.remove(resource.address());
        var question =
                new PeerSchedule.Question(
                        resource.address(),
                        List.copyOf(others),
                        new Window(from, to),
                        event.uid(),
                        event.now());
        var busy = new ArrayList<FreeBusy>();
        for (PeerSchedule each : PeerSchedule.all(site, writing, question)) {
            if (each.source() != PeerSchedule.Source.OWN) {
                busy.add(each.busy());
            }
        }
        return busy;
    }

    @Override
    public QuotaUse quota(String name) {
        var quotas = new Quotas(site, writing, event.now());
        String quota = name.isEmpty() ? resource.address().email() : name;
        writing.hold(Quotas.lock(quota));
        var booked = new ArrayList<Window>();
        for (CalendarAddress each : quotas.resources(quota)) {
            for (Booking booking : quotas.bookings(quota, each, event.organiser())) {
                boolean isThis =
                        booking.uid().equals(event.uid())
                                && (each.equals(resource.address()) || replaced.contains(each));
                if (!isThis) {
                    booked.add(new Window(booking.start(), booking.end()));
                }
            }
        }
        return new QuotaUse(quotas.limit(quota, event.organiser()), booked);
    }

    @Override
    public @Nullable CalendarAddress member(String group, SchedulingRequest request) {
        for (CalendarAddress each : alone ? List.<CalendarAddress>of() : members(group)) {
            if (takes(each, request)) {
                return each;
            }
        }
        return null;
    }

    /**
     * Those who may go in this one's place: who has the event already first, then the smallest that
     * all who come have room in.
     */
    private List<CalendarAddress> members(String group) {
        String wanted = group.isEmpty() ? resource.address().email() : group;
        int people = event.attendees().size();
        var members = new ArrayList<Candidate>();
        for (Map.Entry<CalendarAddress, String> each :
                writing.preferring(PersonalPreferences.GROUPS.name()).entrySet()) {
            CalendarAddress member = each.getKey();
            Participant other = site.participant(writing, member);
            boolean isInvited = event.attendees().contains(member) && !replaced.contains(member);
            if (other.preferences().value(PersonalPreferences.GROUPS).contains(wanted)
                    && !member.equals(resource.address())
                    && !isInvited
                    && other.participates()) {
                int capacity = other.preferences().value(PersonalPreferences.CAPACITY);
                int rank = replaced.contains(member) ? 0 : capacity >= people ? 1 : 2;
                members.add(new Candidate(member, rank, capacity));
            }
        }
        members.sort(Candidate::before);
        return members.stream().map(Candidate::address).toList();
    }

    private record Candidate(CalendarAddress address, int rank, int capacity) {
        static int before(Candidate one, Candidate other) {
            int order = Integer.compare(one.rank, other.rank);
            if (order == 0) {
                order = Integer.compare(one.capacity, other.capacity);
            }
            return order == 0 ? one.address.uri().compareTo(other.address.uri()) : order;
        }
    }

    /** A member that would itself pass it on, propose something or ask somebody takes nothing. */
    private boolean takes(CalendarAddress member, SchedulingRequest request) {
        writing.hold(member);
        Participant other = site.participant(writing, member);
        var scheduler = new ResourceScheduler(site, writing, other, replaced, true, event.now());
        SchedulingAnswer answer =
                scheduler.answer(event.of(member, other.person().zone()), request.times());
        return answer instanceof SchedulingAnswer.Accepted(var except) && except.isEmpty();
    }

    @Override
    public List<CalendarAddress> owners() {
        return resource.preferences().value(PersonalPreferences.OWNERS);
    }

    @Override
    public SchedulingAnswer external(String program, SchedulingRequest request) {
        return new ExternalProgram(site.settings()).answer(program, request);
    }
}
