package org.imipagent.mail;

import org.apache.commons.lang3.Validate;
import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;

/**
 * A name and a mail address (RFC 5322, 3.4), for the header of a mail we write.
 *
 * <p>An address outside ASCII: where only the domain is, it is written in its ASCII form (RFC
 * 5891), which every mail server takes; else it stands in UTF-8 (RFC 6532), and the transport asks
 * for SMTPUTF8.
 *
 * @param name what people read; "" for none. Any text: it is made safe when written
 * @param address what mail is sent to
 */
public record Mailbox(String name, String address) {

    public Mailbox {
        Validate.isTrue(Address.isSafe(address), "not a mail address");
    }

    /** The mailbox of a calendar user, or null where mail cannot be sent to that address. */
    public static @Nullable Mailbox of(String name, CalendarAddress address) {
        return address.isMail() && Address.isSafe(address.email())
                ? new Mailbox(name, address.email())
                : null;
    }
}
