package org.imipagent.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A time zone: the name it is shown by and its rules. The rules are the JDK's for an IANA name; for
 * a VTIMEZONE that no name fits they are made from its observances (RFC 5545, 3.6.5).
 */
public record Zone(String name, ZoneRules rules) {

    public static final Zone UTC = new Zone("UTC", ZoneOffset.UTC.getRules());

    /**
     * So many names are looked up one by one, found or not: who has more is better off with the
     * table of java.time.
     */
    private static final int FEW = 3;

    private static final AtomicInteger LOOKED_UP = new AtomicInteger();

    private static final Map<String, Zone> READ = new ConcurrentHashMap<>();

    /** The zone of an IANA name or an offset, or null where there is none. */
    public static @Nullable Zone named(String name) {
        Zone few = isUtc(name) ? UTC : few(name);
        if (few != null) {
            return few;
        }
        try {
            return new Zone(name, ZoneId.of(name).getRules());
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    /** The zone of an IANA name, by that very name; null for all else. */
    public static @Nullable Zone region(String name) {
        Zone few = few(name);
        return few == null && ZoneRulesProvider.getAvailableZoneIds().contains(name)
                ? new Zone(name, ZoneId.of(name).getRules())
                : few;
    }

    private static @Nullable Zone few(String name) {
        Zone read = READ.get(name);
        if (read != null || LOOKED_UP.getAndIncrement() >= FEW) {
            return read;
        }
        ZoneRules rules = ZoneTable.of(name);
        if (rules == null) {
            return null;
        }
        var zone = new Zone(name, rules);
        READ.put(name, zone);
        return zone;
    }

    public static Zone of(ZoneId id) {
        Zone named = named(id.getId());
        return named == null ? new Zone(id.getId(), id.getRules()) : named;
    }

    /** The same, where it is UTC by another name by that name. */
    public Zone plain() {
        return isUtc(name) ? UTC : this;
    }

    private static boolean isUtc(String name) {
        return name.equals("UTC") || name.equals("Etc/UTC");
    }

    @Override
    public String toString() {
        return name;
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
