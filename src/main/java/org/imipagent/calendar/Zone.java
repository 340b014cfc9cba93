package org.imipagent.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * A time zone: the name it is shown by and its rules. The rules are the JDK's for an IANA name; for
 * a VTIMEZONE that no name fits they are made from its observances (RFC 5545, 3.6.5).
 */
public record Zone(String name, ZoneRules rules) {

    public static final Zone UTC = new Zone("UTC", ZoneOffset.UTC.getRules());

    /** The zone of an IANA name, or null where there is none. */
    public static @Nullable Zone named(String name) {
        if (name.equals("UTC") || name.equals("Etc/UTC")) {
            return UTC;
        }
        try {
            return new Zone(name, ZoneId.of(name).getRules());
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    public static Zone of(ZoneId id) {
        Zone named = named(id.getId());
        return named == null ? new Zone(id.getId(), id.getRules()) : named;
    }

    /**
     * The instant of a local time. In a gap the offset before it holds, where a time comes twice
     * the first is meant (RFC 5545, 3.3.5).
     */
    public Instant instant(LocalDateTime local) {
        var offsets = rules.getValidOffsets(local);
        return local.toInstant(
                offsets.isEmpty()
                        ? rules.getTransition(local).getOffsetBefore()
                        : offsets.getFirst());
    }

    /** The first instant of a day. */
    public Instant midnight(LocalDate day) {
        return instant(day.atStartOfDay());
    }

    public LocalDateTime local(Instant instant) {
        return LocalDateTime.ofEpochSecond(
                instant.getEpochSecond(), instant.getNano(), rules.getOffset(instant));
    }

    public LocalDate day(Instant instant) {
        return local(instant).toLocalDate();
    }
}
