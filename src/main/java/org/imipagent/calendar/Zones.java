package org.imipagent.calendar;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The zones that the TZIDs of one calendar object mean, resolved when it was read, and the
 * VTIMEZONE each came with. A TZID that is not here means the user's zone.
 */
public record Zones(Map<String, Zone> byTzid, Map<String, Component> definitions) {

    public static final Zones NONE = new Zones(Map.of(), Map.of());

    public Zones {
        byTzid = Map.copyOf(byTzid);
        definitions = Map.copyOf(definitions);
    }

    /** These, and those of others whose names are not among them. */
    public Zones and(Zones others) {
        if (others.byTzid.isEmpty() && others.definitions.isEmpty()) {
            return this;
        }
        var zones = new HashMap<>(others.byTzid);
        zones.putAll(byTzid);
        var texts = new HashMap<>(others.definitions);
        texts.putAll(definitions);
        return new Zones(zones, texts);
    }

    public @Nullable Zone zone(String tzid) {
        return byTzid.get(tzid);
    }
}
