package org.imipagent.manager;

import java.util.List;

/**
 * Days beside each other over their hours, or one under the other where there is no room: what the
 * week and the day show. Each event is there once.
 *
 * @param kind classes: one-day or many-days, and {@code now} where today is among them
 * @param first the first of its days, {@code 2026-11-23}
 * @param firstHour at which the hours begin
 * @param hours the labels at the side
 * @param bars what takes more than a day, above the hours
 * @param also the title above the events of a day that are not drawn; "" where all are
 * @param others those events
 * @param earlier the link to the days before today, which a list leaves out; "" where there are
 *     none
 * @param nothing what is said where no day has anything; else ""
 * @param legend what the colours say; empty where they say nothing
 */
public record HoursView(
        Frame frame,
        CalendarHead head,
        String kind,
        String first,
        int firstHour,
        String allDayName,
        List<Hour> hours,
        List<MonthView.Line> bars,
        List<Column> columns,
        String also,
        List<EventChip> others,
        String earlier,
        String nothing,
        List<MonthView.Meaning> legend) {

    /** A label at the side. */
    public record Hour(String time, String classes) {}

    /**
     * A day.
     *
     * @param kind classes: {@code past}, {@code today}, {@code weekend}, {@code none} on it, its
     *     place
     * @param isToday for aria-current
     * @param href the day's own page; "" where this is it
     * @param under class of the whole days: how many bars are above them
     * @param wholeDays what takes all of it
     * @param off the classes of the times outside working hours
     * @param now the classes of the line at the time it is; "" for none
     * @param events over the hours, by time
     * @param rest what is not drawn beside others
     */
    public record Column(
            DayName day,
            String kind,
            boolean isToday,
            String href,
            String under,
            List<MonthView.Line> wholeDays,
            List<String> off,
            String now,
            List<MonthView.Line> events,
            List<Rest> rest) {}

    /** What stands above a day, short and in full. */
    public record DayName(String weekday, String number, String full) {}

    /** How many events are not drawn at some time of a day, and where they are. */
    public record Rest(String classes, String href, int events, String name) {}
}
