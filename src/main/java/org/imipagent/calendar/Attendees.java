package org.imipagent.calendar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attendees of an event in their order, and by address: strangers invite thousands. */
final class Attendees {

    private final List<Attendee> all;

    /** Made when somebody is first looked for, which is the same whoever looks. */
    private @Nullable Map<CalendarAddress, Attendee> byAddress;

    private Attendees(List<Attendee> all) {
        this.all = all;
    }

    static Attendees of(Component component) {
        return new Attendees(component.all("ATTENDEE").stream().map(Attendee::new).toList());
    }

    List<Attendee> all() {
        return all;
    }

    /** The first one of an address, by {@link Attendee#is}; null for none. */
    @Nullable Attendee find(CalendarAddress address) {
        Map<CalendarAddress, Attendee> known = byAddress;
        if (known == null) {
            known = indexed();
            byAddress = known;
        }
        return known.get(address);
    }

    private Map<CalendarAddress, Attendee> indexed() {
        var index = HashMap.<CalendarAddress, Attendee>newHashMap(all.size());
        for (Attendee attendee : all) {
            index.putIfAbsent(attendee.address(), attendee);
            index.putIfAbsent(attendee.uri(), attendee);
        }
        return index;
    }
}
