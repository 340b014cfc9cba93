package org.imipagent.freebusy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Participation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What page and mail name as being at the same time. */
class ConflictsTest {

    private static Occurrence at(
            String uid,
            int hour,
            @Nullable Participation participation,
            Busy busy,
            boolean cancelled) {
        Instant start = Instant.parse("2026-11-03T00:00:00Z").plusSeconds(hour * 3600L);
        return new Occurrence(
                uid,
                null,
                start,
                start.plusSeconds(3600),
                null,
                null,
                uid,
                "",
                cancelled,
                false,
                participation,
                busy);
    }

    private static List<String> conflicts(List<Occurrence> times, Occurrence... calendar) {
        return Conflicts.of("plan", Conflicts.times(times), (_, _) -> List.of(calendar)).stream()
                .map(Occurrence::uid)
                .toList();
    }

    @Test
    void whatTakesTimeThenIsAConflictAndNothingElse() {
        var plan = at("plan", 9, Participation.NEEDS_ACTION, Busy.FREE, false);
        assertEquals(
                List.of("own", "accepted", "maybe"),
                conflicts(
                        List.of(plan),
                        at("plan", 9, Participation.ACCEPTED, Busy.BUSY, false),
                        at("own", 9, null, Busy.BUSY, false),
                        at("accepted", 9, Participation.ACCEPTED, Busy.BUSY, false),
                        at("maybe", 9, Participation.TENTATIVE, Busy.TENTATIVE, false),
                        at("transparent", 9, Participation.ACCEPTED, Busy.FREE, false),
                        at("unanswered", 9, Participation.NEEDS_ACTION, Busy.TENTATIVE, false),
                        at("declined", 9, Participation.DECLINED, Busy.FREE, false),
                        at("cancelled", 9, Participation.ACCEPTED, Busy.BUSY, true),
                        at("later", 10, Participation.ACCEPTED, Busy.BUSY, false)));
    }

    @Test
    void aDateThatDoesNotTakePlaceHasNoConflicts() {
        var other = at("other", 9, Participation.ACCEPTED, Busy.BUSY, false);
        assertEquals(
                List.of(),
                conflicts(List.of(at("plan", 9, Participation.DECLINED, Busy.FREE, false)), other));
        assertEquals(
                List.of(),
                conflicts(List.of(at("plan", 9, Participation.ACCEPTED, Busy.BUSY, true)), other));
    }
}
