package org.imipagent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What SQLite reads as it was meant, and PostgreSQL does not. */
class SqlTest {

    private static final Pattern GLUED = Pattern.compile("\\?\\w|\\w\\?");

    @Test
    void aPlaceForAValueStandsAlone() throws IllegalAccessException {
        var wrong = new ArrayList<String>();
        int seen = 0;
        for (Field each : Sql.class.getDeclaredFields()) {
            if (each.getType() == String.class) {
                each.setAccessible(true);
                String statement = (String) each.get(null);
                seen++;
                if (GLUED.matcher(statement).find()) {
                    wrong.add(each.getName() + ": " + statement);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(seen > 80, "only " + seen);
    }
}
