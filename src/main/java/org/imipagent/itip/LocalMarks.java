package org.imipagent.itip;

import java.util.List;
import java.util.TreeMap;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;

/**
 * Marks that only our own copy of an event has: parameters of an ATTENDEE, and properties of a
 * VEVENT. They never leave, for they mean nothing to others: {@link Outgoing} is made without them.
 * From others they would be a forgery: {@link Message} is made without them.
 */
public final class LocalMarks {

    private static final String OURS = "X-IMIP-AGENT-";

    /** The participation before a significant change asked anew. */
    public static final String WAS = OURS + "WAS";

    /**
     * DTSTAMP of the attendee's newest reply, so that an older one that comes later is seen as
     * such.
     */
    public static final String REPLIED = OURS + "REPLIED";

    /**
     * The same in an occurrence that the attendee answered by itself. Without it {@link #REPLIED}
     * is there as in the series that the occurrence was made from, and so is the answer.
     */
    public static final String REPLIED_HERE = OURS + "REPLIED-HERE";

    /** REQUEST-STATUS of the attendee's newest reply that says that something is wrong. */
    public static final String STATUS = OURS + "STATUS";

    /**
     * A property: who sent the mail that the event is from, where that is not its organiser. A
     * service that sends in the organiser's name goes on sending from there.
     */
    public static final String FROM = OURS + "FROM";

    /**
     * On TRANSP: it is as the organiser sent it. Without the mark the person's own program wrote
     * it, and whether an event takes their time is the person's affair.
     */
    public static final String THEIRS = OURS + "THEIRS";

    /**
     * The attendee has not been told of the event as it is: it was kept without sending. {@link
     * #NEVER} where they have not been told of it at all, else TRUE.
     */
    public static final String UNTOLD = OURS + "UNTOLD";

    static final String NEVER = "NEVER";

    /**
     * A property: the organiser named no address of the person's, and the invitation reached them
     * by a list. Without it, a date that does not name them is not theirs.
     */
    static final String REACHED = OURS + "REACHED";

    /** A property: an ATTENDEE who was taken off, which they have not been told. */
    public static final String GONE = OURS + "GONE";

    private LocalMarks() {}

    /** Whether the attendee knows nothing of the event. */
    public static boolean isNeverTold(Attendee attendee) {
        return NEVER.equals(attendee.property().parameter(UNTOLD));
    }

    /** Whether the attendee knows the event only as it was, or not at all. */
    public static boolean isUntold(Attendee attendee) {
        return attendee.property().parameter(UNTOLD) != null;
    }

    /** Those who were taken off and do not know it: {@link #GONE}. */
    public static List<Attendee> gone(VEvent part) {
        return part.component().all(GONE).stream()
                .map(p -> new Attendee(new Property("ATTENDEE", p.parameters(), p.value())))
                .toList();
    }

    public static Event without(Event event) {
        var changed = new TreeMap<>(event.changed());
        changed.replaceAll((id, part) -> without(part));
        VEvent master = event.master();
        return new Event(event.uid(), master == null ? null : without(master), changed);
    }

    static VEvent without(VEvent part) {
        return new VEvent(without(part.component()), part.zones());
    }

    private static Component without(Component component) {
        List<Property> properties =
                component.properties().stream()
                        .filter(p -> !p.name().startsWith(OURS))
                        .map(LocalMarks::without)
                        .toList();
        return new Component(
                component.name(),
                properties,
                component.components().stream().map(LocalMarks::without).toList());
    }

    private static Property without(Property property) {
        if (property.parameters().stream().noneMatch(p -> p.name().startsWith(OURS))) {
            return property;
        }
        return new Property(
                property.name(),
                property.parameters().stream().filter(p -> !p.name().startsWith(OURS)).toList(),
                property.value());
    }
}
