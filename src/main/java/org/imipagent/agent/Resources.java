package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preferences;
import org.imipagent.settings.ResourceKind;
import org.imipagent.settings.SchedulingName;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/** What people of the site may book: those of its users that are resources. */
public record Resources(Installation site, ReadTransaction reading) {

    /**
     * One of them.
     *
     * @param owners who look after it and decide where its chain asks them
     */
    public record Resource(Participant participant, Set<CalendarAddress> owners) {
        public Resource {
            owners = Set.copyOf(owners);
        }

        public CalendarAddress address() {
            return participant.address();
        }

        /** Its name, else its address. */
        public String name() {
            return participant.name().isEmpty() ? address().email() : participant.name();
        }

        public ResourceKind kind() {
            return preferences().value(PersonalPreferences.RESOURCE);
        }

        /** For how many people; 0 where that does not matter. */
        public int capacity() {
            return preferences().value(PersonalPreferences.CAPACITY);
        }

        /** Where it is; "" where nobody said it. */
        public String place() {
            String place = preferences().value(PersonalPreferences.PLACE);
            return place == null ? "" : place;
        }

        /** What people should know of it; "" for nothing. */
        public String note() {
            String note = preferences().value(PersonalPreferences.NOTE);
            return note == null ? "" : note;
        }

        /** The name of its photo; "" for none. */
        public String photo() {
            String photo = preferences().value(PersonalPreferences.PHOTO);
            return photo == null ? "" : photo;
        }

        private Preferences preferences() {
            return participant.preferences();
        }
    }

    /** Whether there are any: asked for every page. */
    public boolean exist() {
        return !reading.preferring(PersonalPreferences.RESOURCE.name()).isEmpty();
    }

    /** All that may be booked, by name. */
    public List<Resource> all() {
        var all = new ArrayList<Resource>();
        for (Map.Entry<CalendarAddress, String> each :
                reading.preferring(PersonalPreferences.RESOURCE.name()).entrySet()) {
            Resource resource = of(each.getKey());
            if (resource != null) {
                all.add(resource);
            }
        }
        all.sort(Resources::order);
        return all;
    }

    private static int order(Resource one, Resource other) {
        int order = one.name().compareToIgnoreCase(other.name());
        return order == 0 ? one.address().uri().compareTo(other.address().uri()) : order;
    }

    /** The resource of an address; null for what is none, or does not take part. */
    public @Nullable Resource of(CalendarAddress address) {
        Participant participant = site.participant(reading, address);
        return participant.isResource() ? new Resource(participant, owners(participant)) : null;
    }

    /** Those that somebody looks after. */
    public List<Resource> ownedBy(CalendarAddress user) {
        var owned = new ArrayList<Resource>();
        for (Resource each : all()) {
            if (each.owners().contains(user)) {
                owned.add(each);
            }
        }
        return owned;
    }

    /** Those who look after a resource and decide where its chain asks them, as they are kept. */
    Set<CalendarAddress> owners(Participant resource) {
        var owners = new LinkedHashSet<CalendarAddress>();
        for (CalendarAddress each : resource.preferences().value(PersonalPreferences.OWNERS)) {
            owners.add(site.user(reading, each));
        }
        for (String line : resource.preferences().value(PersonalPreferences.SCHEDULING_FUNCTION)) {
            List<String> words = SchedulingName.words(line);
            if (words.size() == 2 && words.getFirst().equals(SchedulingName.ASK_OWNER.word())) {
                owners.add(site.user(reading, new CalendarAddress(words.get(1))));
            }
        }
        return owners;
    }

    /** When it is taken. */
    public FreeBusy freeBusy(Resource resource, Instant from, Instant to, Instant now) {
        return schedule(resource).freeBusy(from, to, now);
    }

    /** What it has, for those who look after it. */
    public Schedule schedule(Resource resource) {
        return site.schedule(reading, resource.participant());
    }
}
