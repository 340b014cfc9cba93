package org.imipagent.manager;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the month page shows: whole weeks, which stand as a grid where there is room and as a list
 * of days where there is not. Each event is there once.
 *
 * @param kind class: {@code now} where today is in it
 * @param first the first of the days drawn, {@code 2026-10-26}
 * @param weekdays the heads of the columns
 * @param earlier the link to the days before today, which a list leaves out; "" where there are
 *     none
 * @param nothing what is said where no day has anything; else ""
 * @param legend what the colours say; empty where they say nothing
 */
public record MonthView(
        Frame frame,
        CalendarHead head,
        String kind,
        String first,
        List<String> weekdays,
        List<Week> weeks,
        String earlier,
        String nothing,
        List<Meaning> legend) {

    /**
     * A row.
     *
     * @param kind class: {@code past} where it is over
     * @param bars what takes more than a day
     */
    public record Week(
            String number,
            String name,
            String href,
            String kind,
            List<Line> bars,
            List<Day> days) {}

    /**
     * A day.
     *
     * @param kind classes: {@code out} of the month, {@code past}, {@code today}, {@code weekend},
     *     {@code none} on it, and {@code under-2} bars
     * @param isToday "date" or null, for aria-current
     * @param href the day's own page; "" where there is none
     * @param rest how many of its events are left out, by how many lines there are
     * @param all the name of the link to all of them
     */
    public record Day(
            String number,
            String name,
            String kind,
            boolean isToday,
            String href,
            List<Line> lines,
            List<Rest> rest,
            String all) {}

    /**
     * An event.
     *
     * @param classes where it stands, and {@code at-4} where that takes a day of four lines
     * @param again whether it is drawn elsewhere, too, where it is to be read
     * @param at from which to which minute of its day it takes place, {@code 600-690}; null where
     *     only the day counts
     */
    public record Line(EventChip chip, String classes, boolean again, @Nullable String at) {

        /** One of a day, or of several. */
        Line(EventChip chip, String classes, boolean again) {
            this(chip, classes, again, null);
        }
    }

    /** How many are left out of a day of so many lines. */
    public record Rest(int lines, int events) {}

    /** A colour and what it says. */
    public record Meaning(String classes, String words) {}
}
