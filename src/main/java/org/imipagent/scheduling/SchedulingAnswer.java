package org.imipagent.scheduling;

import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.freebusy.Window;

/** What a function, or a chain of them, says. */
public sealed interface SchedulingAnswer {

    SchedulingAnswer ACCEPTED = new Accepted(List.of());

    /** Why something is refused. */
    enum Reason {
        /** A time of it is taken. */
        BUSY,
        /** Who asks is of another domain than the resource. */
        OTHER_DOMAIN,
        /** The access list says no. */
        NOT_ALLOWED,
        /** It is not within the opening hours. */
        CLOSED,
        /** It is longer than may be. */
        TOO_LONG,
        /** It is further ahead than may be. */
        TOO_FAR_AHEAD,
        /** It begins too soon. */
        TOO_SOON,
        /** Who asks would have more than their share. */
        OVER_QUOTA,
        /** It has no end, so that its share cannot be counted. */
        ENDLESS,
        /** Who asks has something else of the same kind at that time. */
        BOOKED_ELSEWHERE,
        /** A program of the site says no. */
        REFUSED_HERE,
        /** The chain has a line that this program cannot follow. */
        NOT_SET_UP
    }

    /**
     * It is accepted.
     *
     * @param except but for these of its times, which are declined
     */
    record Accepted(List<Window> except) implements SchedulingAnswer {
        public Accepted {
            except = List.copyOf(except);
        }
    }

    /**
     * It is refused, whatever else the chain may say.
     *
     * @param taken which of its times are the reason, by start; empty where no time is
     * @param detail of the reason, such as a domain; "" for none
     * @param free times that could be had instead
     */
    record Refused(Reason reason, List<Window> taken, String detail, List<Window> free)
            implements SchedulingAnswer {
        public Refused {
            taken = List.copyOf(taken);
            free = List.copyOf(free);
        }

        public Refused(Reason reason, String detail) {
            this(reason, List.of(), detail, List.of());
        }

        public Refused(Reason reason, List<Window> taken, String detail) {
            this(reason, taken, detail, List.of());
        }
    }

    /**
     * Other times are proposed.
     *
     * @param times one for each that was asked for, in the same order
     */
    record Proposed(List<Window> times) implements SchedulingAnswer {
        public Proposed {
            times = List.copyOf(times);
        }
    }

    /**
     * Somebody is asked first; until then it is tentative.
     *
     * @param owners who decide, each alone
     * @param except these of its times are declined at once
     */
    record Asked(List<CalendarAddress> owners, List<Window> except) implements SchedulingAnswer {
        public Asked {
            owners = List.copyOf(owners);
            except = List.copyOf(except);
        }
    }

    /** Another resource takes it. */
    record PassedOn(CalendarAddress to) implements SchedulingAnswer {}
}
