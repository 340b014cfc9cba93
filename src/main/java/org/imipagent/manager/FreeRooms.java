package org.imipagent.manager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.imipagent.agent.PeerSchedule;
import org.imipagent.agent.Resources.Resource;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Gap.Slot;
import org.imipagent.freebusy.Window;
import org.imipagent.settings.ResourceKind;

/**
 * The rooms of the site in which people could meet: with enough seats, at the place that is wanted,
 * the smallest first. A room that does not say how many it holds comes last.
 */
record FreeRooms(List<Room> rooms) {

    FreeRooms {
        rooms = List.copyOf(rooms);
    }

    /**
     * One of them.
     *
     * @param line as the form of an event has it among its guests
     * @param busy when it is taken, and when it is closed
     * @param shut the same as one
     */
    record Room(String name, String line, Resource resource, PeerSchedule busy, PeerSchedule shut) {

        boolean isFree(Slot slot) {
            return shut.busy().isFree(slot.start(), slot.end());
        }
    }

    /**
     * Those that are asked for; none where no room is.
     *
     * @param all rooms of the site
     */
    static FreeRooms of(
            PageContext context, FindTimeQuery query, List<Resource> all, Window window) {
        var fit = new ArrayList<Resource>();
        if (query.room().isWanted()) {
            for (Resource each : all) {
                if (query.room().suits(each) && !query.addresses().contains(each.address())) {
                    fit.add(each);
                }
            }
        }
        if (fit.isEmpty()) {
            return new FreeRooms(List.of());
        }
        fit.sort(FreeRooms::order);
        var addresses = new ArrayList<CalendarAddress>();
        for (Resource each : fit) {
            addresses.add(each.address());
        }
        List<PeerSchedule> schedules =
                context.manager()
                        .peers()
                        .known()
                        .apply(
                                context.reading(),
                                new PeerSchedule.Question(
                                        context.user(), addresses, window, "", context.now()));
        var rooms = new ArrayList<Room>();
        for (int i = 0; i < fit.size(); i++) {
            Resource each = fit.get(i);
            rooms.add(
                    new Room(
                            UntrustedText.line(each.name()),
                            Invitee.line(Attendee.of(each.address()).with("CN", each.name())),
                            each,
                            // The first is the person's own.
                            schedules.get(i + 1),
                            closedToo(schedules.get(i + 1))));
        }
        return new FreeRooms(rooms);
    }

    /** Nobody can meet in it then, even where working hours do not matter. */
    private static PeerSchedule closedToo(PeerSchedule room) {
        return new PeerSchedule(
                room.address(),
                room.name(),
                room.source(),
                room.said(),
                room.known(),
                room.busy().merge(room.off()),
                new FreeBusy(room.off().from(), room.off().to(), List.of()));
    }

    /** Every room of the site, by name. */
    static List<Resource> all(PageContext context) {
        var rooms = new ArrayList<Resource>();
        for (Resource each : context.manager().peers().resources().apply(context.reading()).all()) {
            if (each.kind() == ResourceKind.ROOM) {
                rooms.add(each);
            }
        }
        return rooms;
    }

    private static int order(Resource one, Resource other) {
        return Integer.compare(size(one), size(other));
    }

    private static int size(Resource room) {
        return room.capacity() == 0 ? Integer.MAX_VALUE : room.capacity();
    }

    /** Those that are free at a time. */
    List<Room> at(Slot slot) {
        var free = new ArrayList<Room>();
        for (Room each : rooms) {
            if (each.isFree(slot)) {
                free.add(each);
            }
        }
        return free;
    }

    /** The times that suit the people and for which one of them is free throughout. */
    List<Slot> with(FreeTimes times, Window window, int most) {
        var all = new TreeMap<Instant, Slot>();
        for (Room each : rooms) {
            for (Slot slot : times.with(each.shut()).all(window, most)) {
                all.putIfAbsent(slot.start(), slot);
            }
        }
        // Each room has times of its own; those of different rooms may overlap.
        var some = new ArrayList<Slot>();
        Instant until = Instant.MIN;
        for (Slot slot : all.values()) {
            if (!slot.start().isBefore(until)) {
                some.add(slot);
                until = slot.end();
            }
        }
        return some;
    }

    /** The first of some by name, and how many more there are; "" for none. */
    static String named(List<Room> rooms) {
        if (rooms.isEmpty()) {
            return "";
        }
        String first = rooms.getFirst().name();
        return rooms.size() == 1 ? first : first + " +" + (rooms.size() - 1);
    }
}
