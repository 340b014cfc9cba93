package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
        var names = new LinkedHashSet<String>();
        for (String line : chain.lines().toList()) {
            List<String> words = SchedulingName.words(line);
            SchedulingName name = words.isEmpty() ? null : SchedulingName.named(words.getFirst());
            if (name == SchedulingName.CHECK_QUOTA
                    || name == SchedulingName.SCHEDULE_ACROSS_QUOTA) {
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
}
