package org.imipagent.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Property;
import org.imipagent.ical.PropertyLines;
import org.imipagent.itip.Person;
import org.imipagent.store.ReadTransaction;

/**
 * Whom a person has met in the events that changed last, and what they call their events: what a
 * form suggests. A look at few events is enough, however many there are.
 *
 * @param people newest first, each with the newest name
 */
public record KnownPeople(List<Attendee> people, List<String> categories) {

    /** So many events are read. */
    static final int EVENTS = 60;

    /** So many people, and so many categories, are told. */
    public static final int MOST = 200;

    private static final int MOST_OF_ONE = 50;
    private static final Set<String> NAMES = Set.of("ATTENDEE", "ORGANIZER", "CATEGORIES");

    public KnownPeople {
        people = List.copyOf(people);
        categories = List.copyOf(categories);
    }

    public static KnownPeople of(ReadTransaction reading, Person person) {
        var found = new Found(person, new LinkedHashMap<>(), new LinkedHashSet<>());
        for (String text : reading.recent(person.address(), EVENTS)) {
            int most = found.people.size() + MOST_OF_ONE;
            PropertyLines.read(text, NAMES, property -> found.add(property, most));
        }
        return new KnownPeople(
                new ArrayList<>(found.people.values()), new ArrayList<>(found.categories));
    }

    private record Found(
            Person person, Map<CalendarAddress, Attendee> people, Set<String> categories) {

        /** Whether there is room for more. */
        boolean add(Property property, int most) {
            if (property.name().equals("CATEGORIES")) {
                addCategories(property);
            } else {
                addPerson(new Attendee(property));
            }
            return people.size() < Math.min(MOST, most);
        }

        private void addCategories(Property property) {
            for (String category : property.texts()) {
                if (categories.size() < MOST && !category.isBlank()) {
                    categories.add(category.strip());
                }
            }
        }

        /** One without a name takes that of an older event. */
        private void addPerson(Attendee attendee) {
            CalendarAddress address = attendee.address();
            if (!address.isMail() || person.is(address)) {
                return;
            }
            Attendee known = people.get(address);
            if (known == null || known.property().parameter("CN") == null) {
                people.put(address, attendee);
            }
        }
    }
}
