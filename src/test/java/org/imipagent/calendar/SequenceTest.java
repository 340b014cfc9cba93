package org.imipagent.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** SEQUENCE (RFC 5545, 3.8.7.4), also beyond the INTEGER of 3.3.8. */
class SequenceTest {

    /** From the smallest to the largest. */
    private static final List<String> IN_ORDER =
            List.of(
                    "0",
                    "3",
                    "2147483647",
                    "2147483648",
                    "1761955300456",
                    "999999999999999999",
                    "4611686018427387903",
                    "9223372036854775807",
                    "9223372036854775808",
                    "99999999999999999999999999",
                    "100000000000000000000000000");

    private static VEvent event(String sequence) {
        return new VEvent(
                new Component(
                        "VEVENT",
                        List.of(Property.of("UID", "1"), Property.of("SEQUENCE", sequence)),
                        List.of()),
                Zones.NONE);
    }

    private static String written(VEvent event) {
        return Objects.requireNonNull(event.component().first("SEQUENCE")).value();
    }

    @Test
    void everyOneIsNewerThanEverySmallerOne() {
        for (int i = 0; i < IN_ORDER.size(); i++) {
            for (int j = 0; j < IN_ORDER.size(); j++) {
                VEvent one = event(IN_ORDER.get(i));
                VEvent other = event(IN_ORDER.get(j));
                String told = IN_ORDER.get(i) + " and " + IN_ORDER.get(j);
                assertEquals(
                        Integer.signum(Integer.compare(i, j)),
                        Integer.signum(one.compareSequence(other)),
                        told);
                assertTrue(
                        i < j
                                ? one.sequence() <= other.sequence()
                                : one.sequence() >= other.sequence(),
                        told);
            }
        }
    }

    @Test
    void itIsWrittenAsItCame() {
        for (String sequence : IN_ORDER) {
            VEvent event = event(sequence);
            assertEquals(sequence, written(event.withSequence(event.sequence())));
            assertEquals(sequence, event.sequenceText());
        }
        assertEquals("0", written(event("none").withSequence(0)));
    }

    @Test
    void oneMoreIsNewer() {
        for (String sequence : IN_ORDER) {
            VEvent event = event(sequence);
            VEvent next = event.withSequence(event.sequence() + 1);
            assertTrue(next.compareSequence(event) > 0, sequence);
        }
        assertEquals("2147483648", written(event("2147483647").withSequence(2147483648L)));
        assertEquals(
                "100000000000000000000000000",
                written(
                        event(IN_ORDER.get(9))
                                .withSequence(event(IN_ORDER.get(9)).sequence() + 1)));
    }

    @Test
    void whatIsNoNumberIsNought() {
        for (String odd : List.of("", "-1", "1.5", "three", "+")) {
            assertEquals(0, event(odd).sequence(), odd);
            assertFalse(Sequence.isLarge(Property.of("SEQUENCE", odd)), odd);
        }
        assertEquals(5, event(" +005 ").sequence());
        assertTrue(Sequence.isLarge(Property.of("SEQUENCE", "2147483648")));
        assertFalse(Sequence.isLarge(Property.of("SEQUENCE", "2147483647")));
    }
}
