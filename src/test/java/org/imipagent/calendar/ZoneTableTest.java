package org.imipagent.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import org.junit.jupiter.api.Test;

class ZoneTableTest {

    @Test
    void everyZoneHasTheRulesThatTheJdkHas() {
        int read = 0;
        for (String name : ZoneRulesProvider.getAvailableZoneIds()) {
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
