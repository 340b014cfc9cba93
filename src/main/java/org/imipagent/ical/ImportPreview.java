package org.imipagent.ical;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Problem;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar text would bring into a calendar, before anything is kept: its events, each with
 * what ical4j complains of, and what our own reader had to correct or leave out. Complaints are for
 * people to read; they refuse nothing.
 *
 * <p>The text is a stranger's, so the work is bounded: by counts, never by time.
 *
 * @param events in the order in which they first stood
 * @param calendar what ical4j complains of beside the events
 * @param problems what our reader could not take as it stood
 */
public record ImportPreview(
        List<JudgedEvent> events, List<Complaint> calendar, List<Problem> problems) {

    /** Events that ical4j is asked about; those after them are shown without complaints. */
    static final int MOST_JUDGED = 200;

    /** Properties and parameters that ical4j is given for all events of a text together. */
    static final int MOST_PROPERTIES = 20_000;

    /** Complaints of one event, and of the calendar. */
    static final int MOST_COMPLAINTS = 20;

    /**
     * One event, as it would be kept.
     *
     * @param method METHOD of the calendar that it stands in, or null
     * @param judged whether ical4j was asked; else it has no complaints because nobody looked
     */
    public record JudgedEvent(
            @Nullable String method, Event event, boolean judged, List<Complaint> complaints) {
        public JudgedEvent {
            complaints = List.copyOf(complaints);
        }
    }

    public ImportPreview {
        events = List.copyOf(events);
        calendar = List.copyOf(calendar);
        problems = List.copyOf(problems);
    }

    public static ImportPreview of(CalendarText text) {
        return new Judging().preview(text);
    }

    /** Whether ical4j was asked about every event. */
    public boolean isWhole() {
        return events.stream().allMatch(JudgedEvent::judged);
    }

    /** Counts what is given to ical4j. */
    private static final class Judging {
        private final Set<Complaint> calendar = new LinkedHashSet<>();
        private int judged;
        private int properties;

        ImportPreview preview(CalendarText text) {
            var events = new ArrayList<JudgedEvent>();
            for (CalendarObject object : text.objects()) {
                for (Event event : object.events()) {
                    events.add(judged(object, event));
                }
            }
            return new ImportPreview(events, some(calendar), text.problems());
        }

        private JudgedEvent judged(CalendarObject object, Event event) {
            Component alone = alone(object, event);
            properties += size(alone);
            if (judged == MOST_JUDGED || properties > MOST_PROPERTIES) {
                return new JudgedEvent(object.method(), event, false, List.of());
            }
            judged++;
            var own = new LinkedHashSet<Complaint>();
            for (Complaint complaint : StrictReading.complaints(alone, object.zones())) {
                (complaint.where().equals(alone.name()) ? calendar : own).add(complaint);
            }
            return new JudgedEvent(object.method(), event, true, some(own));
        }

        private static List<Complaint> some(Set<Complaint> complaints) {
            return complaints.stream().limit(MOST_COMPLAINTS).toList();
        }
    }

    /** The calendar with that event alone, and the VTIMEZONEs that it came with. */
    private static Component alone(CalendarObject object, Event event) {
        var components = new ArrayList<Component>();
        for (VEvent part : event.parts()) {
            for (String tzid : ZoneReader.timesByTzid(part.component()).keySet()) {
                Component definition = object.zones().definitions().get(tzid);
                if (definition != null && !components.contains(definition)) {
                    components.add(definition);
                }
            }
        }
        event.parts().forEach(part -> components.add(part.component()));
        return object.calendar().withComponents(components);
    }

    private static int size(Component component) {
        int size = component.properties().size();
        for (var property : component.properties()) {
            size += property.parameters().size();
        }
        for (Component inner : component.components()) {
            size += size(inner);
        }
        return size;
    }
}
