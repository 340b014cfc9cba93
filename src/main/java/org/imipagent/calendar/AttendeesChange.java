package org.imipagent.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Attendees put into a component, each in the place of the same one, in one walk over all that are
 * there. The same as {@link VEvent#with(Attendee)} for one after the other, at the cost of one.
 */
final class AttendeesChange {

    /** Whoever stands at a place; null once they stand elsewhere. */
    private final List<@Nullable Attendee> places = new ArrayList<>();

    private final Map<CalendarAddress, List<Integer>> byMail = new HashMap<>();
    private final Map<String, List<Integer>> byValue = new HashMap<>();

    /** Those of {@link #byValue} that have no mail address. */
    private final Map<String, List<Integer>> unmailed = new HashMap<>();

    private AttendeesChange() {}

    static Component of(Component component, List<Attendee> given) {
        var change = new AttendeesChange();
        component.all("ATTENDEE").forEach(property -> change.add(new Attendee(property)));
        int before = change.places.size();
        given.forEach(change::put);
        return change.placed(component, before);
    }

    private void add(Attendee attendee) {
        places.add(attendee);
        index(attendee, places.size() - 1);
    }

    private void index(Attendee attendee, int place) {
        CalendarAddress address = attendee.address();
        String value = value(attendee);
        if (address.isMail()) {
            at(byMail, address).add(place);
        } else {
            at(unmailed, value).add(place);
        }
        at(byValue, value).add(place);
    }

    private static <K> List<Integer> at(Map<K, List<Integer>> index, K key) {
        return index.computeIfAbsent(key, k -> new ArrayList<>(1));
    }

    /** By what {@link Attendee#isSame} tells apart those who have no mail address. */
    private static String value(Attendee attendee) {
        CalendarAddress uri = attendee.uri();
        return uri.isNobody()
                ? uri.uri() + '\n' + Objects.toString(attendee.property().parameter("CN"))
                : uri.uri();
    }

    private void put(Attendee attendee) {
        SortedSet<Integer> same = takeSame(attendee);
        if (same.isEmpty()) {
            add(attendee);
            return;
        }
        same.forEach(place -> places.set(place, null));
        places.set(same.first(), attendee);
        index(attendee, same.first());
    }

    /** Where the same one stands. Whoever was found is looked at no more: all become one. */
    private SortedSet<Integer> takeSame(Attendee attendee) {
        var same = new TreeSet<Integer>();
        CalendarAddress address = attendee.address();
        String value = value(attendee);
        if (address.isMail()) {
            take(byMail.remove(address), attendee, same);
            take(unmailed.remove(value), attendee, same);
        } else {
            take(byValue.remove(value), attendee, same);
        }
        return same;
    }

    private void take(@Nullable List<Integer> found, Attendee attendee, Set<Integer> same) {
        for (int place : found == null ? List.<Integer>of() : found) {
            Attendee old = places.get(place);
            if (old != null && old.isSame(attendee)) {
                same.add(place);
            }
        }
    }

    /** Those who were not there before stand after the last one. */
    private Component placed(Component component, int before) {
        var properties = new ArrayList<Property>(component.properties().size() + places.size());
        int place = 0;
        for (Property property : component.properties()) {
            if (!property.name().equals("ATTENDEE")) {
                properties.add(property);
            } else {
                add(properties, place++);
            }
        }
        var same = new Component(component.name(), properties, component.components());
        var more = new ArrayList<Property>();
        for (int i = before; i < places.size(); i++) {
            add(more, i);
        }
        return same.plus(more);
    }

    private void add(List<Property> into, int place) {
        Attendee attendee = places.get(place);
        if (attendee != null) {
            into.add(attendee.property());
        }
    }
}
