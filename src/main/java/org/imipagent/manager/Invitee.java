package org.imipagent.manager;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Property;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the field of people.
 *
 * @param name "" for none
 */
record Invitee(String name, CalendarAddress address) {

    /** As a line of the field has it. */
    static String line(Attendee attendee) {
        String email = attendee.address().email();
        String name = name(attendee.name());
        return name.isEmpty() || name.equals(email) ? email : name + " <" + email + ">";
    }

    /** The same read again; null where there is no mail address in it. */
    static @Nullable Invitee read(String line) {
        String text = line.strip();
        int from = text.lastIndexOf('<');
        boolean named = from >= 0 && text.endsWith(">");
        String address = named ? text.substring(from + 1, text.length() - 1).strip() : text;
        var invitee =
                new Invitee(
                        named ? name(text.substring(0, from)) : "", new CalendarAddress(address));
        return invitee.address().isMail() ? invitee : null;
    }

    /**
     * The people of a line, one each: divided by commas or semicolons after an address. A comma
     * before it belongs to the name: {@code Vole, Anna <anna@example.com>}.
     */
    static List<String> split(String line) {
        var people = new ArrayList<String>();
        int from = 0;
        boolean hasAddress = false;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            hasAddress |= c == '@' && !quoted;
            if ((c == ',' || c == ';') && hasAddress) {
                people.add(line.substring(from, i).strip());
                from = i + 1;
                hasAddress = false;
                quoted = false;
            }
        }
        people.add(line.substring(from).strip());
        people.removeIf(String::isEmpty);
        return people;
    }

    private static String name(String text) {
        return UntrustedText.line(text.replaceAll("[\"<>]", " ")).strip();
    }

    /** Asked for an answer, with all that other programs want to find. */
    Attendee asked() {
        return as(Participation.NEEDS_ACTION).with("RSVP", "TRUE");
    }

    Attendee as(Participation participation) {
        Property property =
                Property.of("ATTENDEE", address.uri())
                        .with("CUTYPE", "INDIVIDUAL")
                        .with("ROLE", "REQ-PARTICIPANT")
                        .with("PARTSTAT", participation.partstat());
        return new Attendee(name.isEmpty() ? property : property.with("CN", name));
    }

    Property organiser() {
        Property property = Property.of("ORGANIZER", address.uri());
        return name.isEmpty() ? property : property.with("CN", name);
    }
}
