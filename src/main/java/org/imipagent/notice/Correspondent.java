package org.imipagent.notice;

import org.imipagent.itip.Person;
import org.imipagent.messages.Messages;

/**
 * The person whose mail it is: who writes it, or who is told.
 *
 * @param name the common name; "" where none is set
 * @param texts in their language
 */
public record Correspondent(Person person, String name, Messages texts) {

    /** The name, or the mail address where there is none. */
    public String nameOrAddress() {
        return name.isEmpty() ? person.address().email() : name;
    }
}
