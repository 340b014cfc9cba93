package org.imipagent.manager;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the month page shows. */
public record MonthView(
        Frame frame,
        CalendarHead head,
        String caption,
        String weekColumn,
        List<Weekday> weekdays,
        List<Week> weeks,
        Agenda agenda) {

    /** The head of a column. */
    public record Weekday(String name, String brief) {}

    /** A row. */
    public record Week(String number, String name, String href, List<Cell> days) {}

    /**
     * A day.
     *
     * @param today "today" or ""
     * @param inside whether it belongs to the month
     * @param href the day's own page; "" where there is none
     * @param anchor the day in the list below, for narrow screens; "" where it has no events
     * @param dots the looks of the first events, for narrow screens
     * @param more how many events are not shown; "" for none
     * @param moreName the same in full words
     */
    public record Cell(
            String date,
            String number,
            String name,
            String today,
            boolean inside,
            String href,
            String anchor,
            List<String> dots,
            List<Line> lines,
            String more,
            String moreName) {}

    /** A line in a day: an event, or a gap beside a bar of a neighbouring day. */
    public record Line(@Nullable EventChip chip) {}
}
