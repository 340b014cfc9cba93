package org.imipagent.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ZoneTableTest {

    @Test
    void everyZoneHasTheRulesThatTheJdkHas() {
        int read = 0;
        // Those of the JDK: ical4j adds some of its own while other tests run.
        var known = new TreeSet<>(ZoneRulesProvider.getAvailableZoneIds());
        known.retainAll(Set.of(TimeZone.getAvailableIDs()));
        for (String name : known) {
            var rules = ZoneTable.of(name);
            assertEquals(ZoneId.of(name).getRules(), rules, name);
            read++;
        }
        assertTrue(read > 500, "zones: " + read);
    }

    @Test
    void whatIsNoZoneHasNone() {
        for (String name : new String[] {"", "Europe", "Europe/Osl", "europe/oslo", "+02:00"}) {
            assertNull(ZoneTable.of(name), name);
        }
    }
}
