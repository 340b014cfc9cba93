package org.imipagent.itip;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** METHOD of a scheduling message (RFC 5546, 1.4). */
public enum Method {
    PUBLISH,
    REQUEST,
    REPLY,
    ADD,
    CANCEL,
    REFRESH,
    COUNTER,
    DECLINECOUNTER;

    /** Whether the organiser says it, or else an attendee. */
    public boolean isOfOrganiser() {
        return switch (this) {
            case PUBLISH, REQUEST, ADD, CANCEL, DECLINECOUNTER -> true;
            case REPLY, REFRESH, COUNTER -> false;
        };
    }

    /** The method of a name in any case; null for none of RFC 5546. */
    public static @Nullable Method of(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        for (Method method : values()) {
            if (method.name().equals(wanted)) {
                return method;
            }
        }
        return null;
    }
}
