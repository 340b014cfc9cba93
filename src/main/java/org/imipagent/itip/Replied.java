package org.imipagent.itip;

import java.time.Instant;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.Zone;
import org.imipagent.calendar.Zones;
import org.jspecify.annotations.Nullable;

/**
 * When an answer was written, as our own copy of an event remembers it: {@link LocalMarks#REPLIED}.
 */
final class Replied {

    private Replied() {}

    /** The mark of an answer to the event, or to one occurrence of it. */
    static String mark(@Nullable RecurrenceId id) {
        return id == null ? LocalMarks.REPLIED : LocalMarks.REPLIED_HERE;
    }

    /** Null where there is no such answer. */
    static @Nullable Instant at(Attendee attendee, String mark) {
        String stamp = attendee.property().parameter(mark);
        CalendarTime time = stamp == null ? null : Times.read(stamp, null, Zones.NONE);
        return time == null ? null : time.instant(Zone.UTC);
    }

    static Attendee marked(Attendee given, String mark, Instant written) {
        return given.with(mark, Times.write("DTSTAMP", CalendarTime.utc(written)).value());
    }

    /** The same answer written now: an organiser takes only what is later than the last one. */
    static Attendee now(Attendee given, String mark, Instant now) {
        return marked(given, mark, stamp(given, now));
    }

    /** DTSTAMP of an answer written now by who answered so before. */
    static Instant stamp(Attendee before, Instant now) {
        Instant stamp = Version.stamp(now, at(before, LocalMarks.REPLIED));
        return Version.stamp(stamp, at(before, LocalMarks.REPLIED_HERE));
    }

    /** With the marks that another copy of the same attendee has. */
    static Attendee carried(Attendee attendee, Attendee old) {
        Attendee result = attendee;
        for (String mark : new String[] {LocalMarks.REPLIED, LocalMarks.REPLIED_HERE}) {
            String value = old.property().parameter(mark);
            result = value == null ? result : result.with(mark, value);
        }
        return result;
    }
}
