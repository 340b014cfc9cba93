package org.imipagent.mail;

import org.jspecify.annotations.Nullable;

/**
 * A calendar found in a message.
 *
 * @param content its octets, the transfer encoding undone
 * @param charset as the Content-Type names it, or null
 * @param method the Content-Type's parameter (RFC 6047, 2.4) in capitals, or null; the METHOD in
 *     the calendar decides
 * @param type type and subtype in small letters
 */
public record CalendarPart(
        byte[] content, @Nullable String charset, @Nullable String method, String type) {}
