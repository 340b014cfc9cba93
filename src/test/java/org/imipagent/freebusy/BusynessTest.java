package org.imipagent.freebusy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zones;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BusynessTest {

    private static Busy of(@Nullable Participation mine, String... lines) {
        var properties = new ArrayList<Property>(List.of(Property.of("UID", "lunch")));
        for (String line : lines) {
            int colon = line.indexOf(':');
            properties.add(Property.of(line.substring(0, colon), line.substring(colon + 1)));
        }
        return Busyness.of(
                new VEvent(new Component("VEVENT", properties, List.of()), Zones.NONE), mine);
    }

    @Test
    void anAnswerMakesBusyAsItSays() {
        assertEquals(Busy.BUSY, of(Participation.ACCEPTED));
        assertEquals(Busy.TENTATIVE, of(Participation.TENTATIVE));
        assertEquals(Busy.FREE, of(Participation.DECLINED));
        assertEquals(Busy.FREE, of(Participation.DELEGATED));
        assertEquals(Busy.BUSY, of(null));
    }

    @Test
    void anInvitationWithoutAnAnswerIsFreeOrTentativeAsThePersonWants() {
        var mine = Participation.NEEDS_ACTION;
        assertEquals(Busy.TENTATIVE, of(mine));
        assertEquals(Busy.FREE, Busyness.unanswered(of(mine), mine, false));
        assertEquals(Busy.TENTATIVE, Busyness.unanswered(of(mine), mine, true));
        assertEquals(Busy.FREE, Busyness.unanswered(of(mine, "TRANSP:TRANSPARENT"), mine, true));
        var accepted = Participation.ACCEPTED;
        assertEquals(Busy.BUSY, Busyness.unanswered(of(accepted), accepted, false));
        assertEquals(Busy.BUSY, Busyness.unanswered(of(null), null, false));
    }

    @Test
    void whatIsCancelledOrTransparentLeavesFree() {
        assertEquals(Busy.FREE, of(Participation.ACCEPTED, "STATUS:CANCELLED"));
        assertEquals(Busy.FREE, of(null, "STATUS: cancelled "));
        assertEquals(Busy.FREE, of(null, "TRANSP:TRANSPARENT"));
        assertEquals(Busy.BUSY, of(null, "TRANSP:OPAQUE", "STATUS:CONFIRMED"));
        assertEquals(Busy.TENTATIVE, of(null, "STATUS:TENTATIVE"));
    }

    @Test
    void outlookSaysHowBusy() {
        assertEquals(Busy.FREE, of(null, "X-MICROSOFT-CDO-BUSYSTATUS:FREE"));
        assertEquals(Busy.TENTATIVE, of(null, "X-MICROSOFT-CDO-BUSYSTATUS:tentative"));
        assertEquals(Busy.UNAVAILABLE, of(null, "X-MICROSOFT-CDO-BUSYSTATUS:OOF"));
        assertEquals(Busy.BUSY, of(null, "X-MICROSOFT-CDO-BUSYSTATUS:BUSY"));
        assertEquals(Busy.BUSY, of(null, "X-MICROSOFT-CDO-BUSYSTATUS:nonsense"));
        assertEquals(Busy.FREE, of(Participation.TENTATIVE, "X-MICROSOFT-CDO-BUSYSTATUS:FREE"));
    }

    @Test
    void anInvitationOfOutlookThatWasAcceptedIsWhatItWasIntendedToBe() {
        String[] lines = {
            "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE", "X-MICROSOFT-CDO-INTENDEDSTATUS:OOF"
        };
        assertEquals(Busy.UNAVAILABLE, of(Participation.ACCEPTED, lines));
        assertEquals(Busy.TENTATIVE, of(Participation.TENTATIVE, lines));
        assertEquals(Busy.TENTATIVE, of(null, lines));
    }
}
