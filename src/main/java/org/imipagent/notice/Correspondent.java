package org.imipagent.notice;

import org.imipagent.itip.Person;
import org.imipagent.messages.Messages;

/**
 * The person whose mail it is: who writes it, or who is told.
 *
 * @param name the common name; "" where none is set
 * @param texts in their language
 * @param isResource whether it is a room, or another thing that answers by itself
 */
public record Correspondent(Person person, String name, Messages texts, boolean isResource) {

    /** A person. */
    public Correspondent(Person person, String name, Messages texts) {
        this(person, name, texts, false);
    }

    /** The name, or the mail address where there is none. */
    public String nameOrAddress() {
        return name.isEmpty() ? person.address().email() : name;
    }
}
