package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.SchedulingName;
import org.imipagent.store.Booking;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/**
 * How much people have booked of the resources of a quota. There is no journal that could differ
 * from the calendars: it is what the resources have accepted and is not over.
 *
 * @param now what is over then does not count
 */
public record Quotas(Installation site, ReadTransaction reading, Instant now) {

    /** Whom a limit is for that holds for everybody who has none. */
    public static final CalendarAddress EVERYBODY = new CalendarAddress("quota:everybody");

    private static final String GROUP = "quota-group:";

    /** Whom the limit of a group is for. */
    public static CalendarAddress group(String name) {
        return new CalendarAddress(GROUP + name);
    }

    /** The name of the group that a limit is for; null where it is for none. */
    public static @Nullable String groupName(CalendarAddress of) {
        return of.uri().startsWith(GROUP) ? of.uri().substring(GROUP.length()) : null;
    }

    /** What is held while a decision depends on the use of a quota. */
    static CalendarAddress lock(String quota) {
        return new CalendarAddress("quota:" + quota);
    }

    /**
     * The resources of a quota: those whose chain names it; the one of that address where its chain
     * names none.
     */
    public Set<CalendarAddress> resources(String quota) {
        var resources = new LinkedHashSet<CalendarAddress>();
        for (Map.Entry<CalendarAddress, String> each :
                reading.preferring(PersonalPreferences.SCHEDULING_FUNCTION.name()).entrySet()) {
            if (names(each.getKey(), each.getValue()).contains(quota)) {
                resources.add(each.getKey());
            }
        }
        return resources;
    }

    /** The quotas that a chain names. */
    public static Set<String> names(CalendarAddress resource, String chain) {
        List<String> lines = chain.lines().toList();
        Set<String> names = names(resource, lines, SchedulingName.CHECK_QUOTA);
        names.addAll(names(resource, lines, SchedulingName.SCHEDULE_ACROSS_QUOTA));
        return names;
    }

    /** Those that the lines of a chain with this function name. */
    public static Set<String> names(
            CalendarAddress resource, List<String> chain, SchedulingName function) {
        var names = new LinkedHashSet<String>();
        for (String line : chain) {
            List<String> words = SchedulingName.words(line);
            if (!words.isEmpty() && words.getFirst().equals(function.word())) {
                names.add(words.size() > 1 ? words.get(1) : resource.email());
            }
        }
        return names;
    }

    /** What somebody, or the group with whom they share the quota, has of one of its resources. */
    public List<Booking> bookings(
            String quota, CalendarAddress resource, CalendarAddress organiser) {
        var bookings = new ArrayList<Booking>();
        for (CalendarAddress each : sharing(quota, organiser)) {
            bookings.addAll(reading.bookings(resource, each, now));
        }
        return bookings;
    }

    /** Every address of theirs, and of those of their group. */
    private Set<CalendarAddress> sharing(String quota, CalendarAddress organiser) {
        var sharing = new LinkedHashSet<CalendarAddress>();
        String group = groupOf(quota, organiser);
        add(sharing, organiser);
        if (group != null) {
            for (Map.Entry<CalendarAddress, String> each : reading.quotaGroups(quota).entrySet()) {
                if (each.getValue().equals(group)) {
                    add(sharing, each.getKey());
                }
            }
        }
        return sharing;
    }

    private void add(Set<CalendarAddress> sharing, CalendarAddress who) {
        CalendarAddress user = site.user(reading, who);
        sharing.add(who);
        sharing.add(user);
        sharing.addAll(
                site.participant(reading, user).preferences().value(PersonalPreferences.ALIASES));
    }

    /** The group with whom somebody shares a quota; null for none. */
    public @Nullable String groupOf(String quota, CalendarAddress who) {
        return reading.quotaGroup(quota, site.user(reading, who));
    }

    /**
     * How much somebody may have: as a group, for themselves, or as everybody; null for nothing.
     */
    public @Nullable Duration limit(String quota, CalendarAddress who) {
        String group = groupOf(quota, who);
        Duration limit =
                group == null
                        ? reading.quotaLimit(quota, site.user(reading, who))
                        : reading.quotaLimit(quota, group(group));
        return limit == null ? reading.quotaLimit(quota, EVERYBODY) : limit;
    }

    /**
     * What somebody has of a quota.
     *
     * @param of a user, or the group with whom they share it
     * @param booked ahead, all resources together
     * @param limit null where none holds for them
     */
    public record Share(CalendarAddress of, Duration booked, @Nullable Duration limit) {}

    /** What somebody has of a quota, or the group with whom they share it. */
    public Share share(String quota, CalendarAddress who) {
        Duration booked = Duration.ZERO;
        for (CalendarAddress resource : resources(quota)) {
            for (Booking each : bookings(quota, resource, who)) {
                booked = booked.plus(Duration.between(each.start(), each.end()));
            }
        }
        return new Share(holder(quota, who), booked, limit(quota, who));
    }

    /**
     * What all have of a quota who have booked something ahead, or have a limit that is not
     * everybody's; the most first.
     */
    public List<Share> shares(String quota) {
        var shares = new ArrayList<Share>();
        Map<CalendarAddress, CalendarAddress> members = members(quota);
        for (CalendarAddress each : members.values()) {
            shares.add(share(quota, each));
        }
        for (Map.Entry<CalendarAddress, Duration> each : reading.quotaLimits(quota).entrySet()) {
            if (groupName(each.getKey()) != null && !members.containsKey(each.getKey())) {
                shares.add(new Share(each.getKey(), Duration.ZERO, each.getValue()));
            }
        }
        shares.sort(Quotas::order);
        return shares;
    }

    private static int order(Share one, Share other) {
        int order = other.booked().compareTo(one.booked());
        return order == 0 ? one.of().compareTo(other.of()) : order;
    }

    /** Somebody of each group, and everybody who is in none, by whom the limit is for. */
    private Map<CalendarAddress, CalendarAddress> members(String quota) {
        var people = new LinkedHashSet<CalendarAddress>(reading.quotaGroups(quota).keySet());
        for (CalendarAddress each : reading.quotaLimits(quota).keySet()) {
            if (groupName(each) == null && !each.equals(EVERYBODY)) {
                people.add(each);
            }
        }
        for (CalendarAddress resource : resources(quota)) {
            for (CalendarAddress each : reading.bookingOrganisers(resource, now)) {
                people.add(site.user(reading, each));
            }
        }
        var members = new LinkedHashMap<CalendarAddress, CalendarAddress>();
        for (CalendarAddress each : people) {
            members.putIfAbsent(holder(quota, each), each);
        }
        return members;
    }

    private CalendarAddress holder(String quota, CalendarAddress who) {
        String group = groupOf(quota, who);
        return group == null ? site.user(reading, who) : group(group);
    }
}
