package org.imipagent.mail;

/**
 * How much of a message is read; what lies beyond is left alone and named among the problems.
 *
 * @param bytes octets of a whole message whose body is still looked into
 * @param headerBytes octets of one header field
 * @param headers header fields of one entity
 * @param depth multiparts inside multiparts
 * @param parts MIME entities altogether
 * @param calendarParts calendar parts
 * @param calendarBytes octets of all calendar parts together, decoded
 * @param recipients addresses taken from the header
 */
public record MailLimits(
        int bytes,
        int headerBytes,
        int headers,
        int depth,
        int parts,
        int calendarParts,
        int calendarBytes,
        int recipients) {

    /** 32 MB of mail, 4 MB of calendars: fits into 64 MB of memory beside the message itself. */
    public static final MailLimits DEFAULT =
            new MailLimits(32 << 20, 512 << 10, 5000, 20, 500, 20, 4 << 20, 1000);

    public MailLimits withBytes(int bytes) {
        return new MailLimits(
                bytes,
                headerBytes,
                headers,
                depth,
                parts,
                calendarParts,
                calendarBytes,
                recipients);
    }

    public MailLimits withCalendarBytes(int calendarBytes) {
        return new MailLimits(
                bytes,
                headerBytes,
                headers,
                depth,
                parts,
                calendarParts,
                calendarBytes,
                recipients);
    }
}
