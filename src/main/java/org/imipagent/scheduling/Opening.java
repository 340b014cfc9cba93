package org.imipagent.scheduling;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Window;
import org.imipagent.settings.WorkingHours;

/** When somebody does not work, or something is closed. */
public final class Opening {

    private Opening() {}

    /** The time outside of some hours; nothing where there are none at all. */
    public static FreeBusy closed(WorkingHours hours, Zone zone, Window window) {
        var closed = new ArrayList<BusyPeriod>();
        LocalDate day = zone.day(window.from());
        Instant since = window.from();
        while (!hours.days().isEmpty() && zone.midnight(day).isBefore(window.to())) {
            WorkingHours.Span span = hours.on(DayOfWeek.from(day));
            if (span != null) {
                add(closed, since, at(zone, day, span.from()));
                since = at(zone, day, span.to());
            }
            day = day.plusDays(1);
        }
        if (!hours.days().isEmpty()) {
            add(closed, since, window.to());
        }
        return new FreeBusy(window.from(), window.to(), closed);
    }

    private static Instant at(Zone zone, LocalDate day, int minutes) {
        return zone.instant(day.atStartOfDay().plusMinutes(minutes));
    }

    private static void add(List<BusyPeriod> closed, Instant from, Instant to) {
        if (from.isBefore(to)) {
            closed.add(new BusyPeriod(from, to, Busy.UNAVAILABLE));
        }
    }
}
