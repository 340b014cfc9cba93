package org.imipagent.manager;

import java.util.List;

/**
 * Days beside each other over their hours: what the week and the day show.
 *
 * @param hours the labels at the side
 * @param kind class: one-day or many-days
 * @param anyAllDay whether there are bars above the hours
 * @param crowded whether more happens at once than can be drawn beside each other
 */
public record HoursView(
        Frame frame,
        CalendarHead head,
        String caption,
        String kind,
        String hoursName,
        String allDayName,
        List<Hour> hours,
        boolean anyAllDay,
        List<Column> columns,
        boolean crowded,
        Agenda agenda) {

    /** A label at the side. */
    public record Hour(String time, String classes) {}

    /**
     * A day.
     *
     * @param bars lines above the hours
     * @param more how many events are not drawn; "" for none
     */
    public record Column(
            String date,
            String name,
            String weekday,
            String number,
            String today,
            String href,
            List<MonthView.Line> bars,
            List<EventChip> events,
            String more,
            String moreName) {}
}
