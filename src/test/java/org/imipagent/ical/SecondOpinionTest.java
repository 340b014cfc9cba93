package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecondOpinionTest {

    private static final String SOUND =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//test//EN
            METHOD:REQUEST
            BEGIN:VEVENT
            UID:1@example.net
            DTSTAMP:20261101T000000Z
            DTSTART:20261103T090000Z
            SUMMARY:Planning
            ORGANIZER:mailto:anna@example.net
            ATTENDEE:mailto:vincent.vole@example.com
            END:VEVENT
            END:VCALENDAR
            """
                    .replace("\n", "\r\n");

    @Test
    void aSoundInvitationHasNoComplaints() {
        assertEquals(List.of(), SecondOpinion.of(SOUND));
    }

    @Test
    void aRequestWithoutOrganizerIsNamed() {
        String text = SOUND.replace("ORGANIZER:mailto:anna@example.net\r\n", "");
        assertTrue(
                SecondOpinion.of(text).stream().anyMatch(line -> line.contains("ORGANIZER")),
                () -> SecondOpinion.of(text).toString());
    }

    @Test
    void whatCannotBeReadIsSaidAndNotThrown() {
        assertFalse(SecondOpinion.of(SOUND.replace("DTSTART:2026", "DTSTART:next")).isEmpty());
        assertFalse(SecondOpinion.of("").isEmpty());
        assertFalse(SecondOpinion.of("BEGIN:VCALENDAR\r\nBEGIN").isEmpty());
    }
}
