package org.imipagent.calendar;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** PARTSTAT of an attendee of an event (RFC 5545, 3.2.12). */
public enum Participation {
    NEEDS_ACTION,
    ACCEPTED,
    TENTATIVE,
    DECLINED,
    DELEGATED;

    /** What a PARTSTAT means; one that is absent or not known means NEEDS-ACTION. */
    public static Participation of(@Nullable String partstat) {
        return switch (partstat == null ? "" : partstat.strip().toUpperCase(Locale.ROOT)) {
            case "ACCEPTED" -> ACCEPTED;
            case "TENTATIVE" -> TENTATIVE;
            case "DECLINED" -> DECLINED;
            case "DELEGATED" -> DELEGATED;
            default -> NEEDS_ACTION;
        };
    }

    public String partstat() {
        return this == NEEDS_ACTION ? "NEEDS-ACTION" : name();
    }
}
