package org.imipagent.manager;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.imipagent.agent.FreeBusyQuestions;
import org.imipagent.agent.KnownPeople;
import org.imipagent.agent.PeerSchedule;
import org.imipagent.agent.Resources.Resource;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.cgi.Fields;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.cgi.Links;
import org.imipagent.freebusy.Gap.Slot;
import org.imipagent.freebusy.Window;
import org.imipagent.manager.EventView.Choice;
import org.imipagent.manager.FindTimeQuery.WantedRoom;
import org.imipagent.manager.FindTimeView.Asked;
import org.imipagent.manager.FindTimeView.Field;
import org.imipagent.manager.FindTimeView.Found;
import org.imipagent.manager.FindTimeView.Menu;
import org.imipagent.manager.FindTimeView.Time;
import org.imipagent.manager.FindTimeView.Who;
import org.imipagent.manager.FreeTimes.Length;
import org.imipagent.manager.templates.JtefindGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.settings.SiteSettings;
import org.jspecify.annotations.Nullable;

/**
 * When people can meet: {@code /find-a-time}, see {@link FindTimeQuery}. GET shows what is known;
 * POST reads first what people of other sites publish, where the administrator says where that is,
 * and leads to the same page.
 */
final class FindTimePage {

    /** So many of the times that suit all stand above. */
    private static final int MOST_NEXT = 6;

    private static final int MOST_BEST = 4;

    /** So many rooms are named where more are free. */
    private static final int MOST_NAMED = 3;

    /** How far it is looked for a time where there is none in the days that are shown. */
    private static final Duration FAR = Duration.ofDays(62);

    private static final int EMPTY_FIELDS = 2;
    private static final String UNREAD = "unread";
    private static final String ASKED = "asked";

    private final PageContext context;
    private final Messages texts;
    private final Links links;
    private final FindTimeQuery query;
    private final List<Resource> siteRooms;

    private FindTimePage(PageContext context, FindTimeQuery query) {
        this.context = context;
        this.texts = context.texts();
        this.links = context.links();
        this.query = query;
        this.siteRooms = FreeRooms.all(context);
    }

    static HttpResponse show(PageContext context) {
        Fields fields = context.request().query();
        var page = new FindTimePage(context, FindTimeQuery.of(context, fields));
        return page.answer(
                page.named(MessageKey.FIND_UNREAD, fields.all(UNREAD)),
                page.named(MessageKey.FIND_ASKED, fields.all(ASKED)));
    }

    /** Looks up what others publish. */
    static HttpResponse look(PageContext context) {
        FindTimeQuery query = FindTimeQuery.of(context, context.request().form());
        var page = new FindTimePage(context, query);
        if (page.isWrong()) {
            return page.answer("", "");
        }
        if (context.request().form().text("action").equals("ask")) {
            return page.ask();
        }
        Map<CalendarAddress, String> failures =
                context.manager().peers().read().apply(context.user(), query.addresses());
        String link = query.link(context.links(), query.date());
        for (CalendarAddress each : failures.keySet()) {
            link = context.links().withQuery(link, UNREAD, each.email());
        }
        return HttpResponse.redirect(303, link);
    }

    /** Asks by mail whoever of the form is not known. */
    private HttpResponse ask() {
        Window window = window(query.date(), query.dayAfter());
        var unknown = new ArrayList<CalendarAddress>();
        for (PeerSchedule each :
                window.problem().isEmpty() ? people(window) : List.<PeerSchedule>of()) {
            if (each.source() == PeerSchedule.Source.MET) {
                unknown.add(each.address());
            }
        }
        List<CalendarAddress> asked =
                context.manager()
                        .peers()
                        .ask()
                        .apply(new PeerCalendars.Question(context.user(), unknown, window.to()));
        String link = query.link(links, query.date());
        for (CalendarAddress each : asked) {
            link = links.withQuery(link, ASKED, each.email());
        }
        return HttpResponse.redirect(303, link);
    }

    private boolean isWrong() {
        return !query.wrong().isEmpty() || query.isTooMany();
    }

    private HttpResponse answer(String warning, String done) {
        FindTimeView view = view(warning, done);
        return HttpResponse.html(
                isWrong() ? 422 : 200, Page.html(out -> JtefindGenerated.render(out, null, view)));
    }

    /** What is said of those people of the form who are named; "" for nobody. */
    private String named(MessageKey key, List<String> emails) {
        var names = new ArrayList<String>();
        for (Invitee each : query.people()) {
            if (emails.contains(each.address().email())) {
                names.add(UntrustedText.line(each.address().email()));
            }
        }
        return names.isEmpty() ? "" : texts.say(key, "names", texts.joined(names));
    }

    private FindTimeView view(String warning, String done) {
        String title = texts.say(MessageKey.FIND_A_TIME);
        return new FindTimeView(
                context.frame(
                        isWrong() ? texts.say(MessageKey.ERROR_PAGE, "page", title) : title,
                        Frame.Place.FIND_A_TIME),
                title,
                asked(),
                warning.isEmpty() ? List.of() : List.of(warning),
                done,
                isWrong() ? null : found());
    }

    // ---- The form

    private Asked asked() {
        return new Asked(
                links.to("find-a-time"),
                context.manager().settings().value(SiteSettings.FREEBUSY_LOOKUP).isEmpty()
                        ? ""
                        : context.token(),
                texts.say(MessageKey.FIND_PEOPLE),
                texts.say(MessageKey.FIND_PEOPLE_HINT),
                fields(),
                peopleError(),
                known(),
                lengths(),
                spans(),
                new FindTimeView.Date(texts.say(MessageKey.FIND_FROM), query.date().toString()),
                new Choice(
                        FindTimeQuery.ALL_HOURS,
                        texts.say(MessageKey.FIND_OUTSIDE_HOURS),
                        !query.workingHours()),
                rooms(),
                texts.say(MessageKey.FIND_SHOW));
    }

    private FindTimeView.@Nullable Rooms rooms() {
        if (siteRooms.isEmpty()) {
            return null;
        }
        WantedRoom wanted = query.room();
        var choices = new ArrayList<Choice>();
        choices.add(
                new Choice(
                        WantedRoom.NO_ROOM,
                        texts.say(MessageKey.FIND_ROOM_NONE),
                        !wanted.isWanted()));
        choices.add(
                new Choice(
                        WantedRoom.ANY_ROOM,
                        texts.say(MessageKey.FIND_ROOM_ANY),
                        wanted.which().equals(WantedRoom.ANY_ROOM)));
        var places = new TreeSet<String>();
        for (Resource room : siteRooms) {
            places.add(room.place());
        }
        places.remove("");
        for (String place : places) {
            String which = WantedRoom.AT_PLACE + place;
            choices.add(new Choice(which, UntrustedText.line(place), wanted.which().equals(which)));
        }
        return new FindTimeView.Rooms(
                new Menu(texts.say(MessageKey.FIND_ROOM), choices),
                texts.say(MessageKey.FIND_SEATS),
                wanted.seats(),
                WantedRoom.MOST_SEATS);
    }

    private List<Field> fields() {
        var fields = new ArrayList<Field>();
        for (String each : isWrong() ? query.typed() : query.guests()) {
            fields.add(
                    field(fields.size(), UntrustedText.line(each), query.wrong().contains(each)));
        }
        for (int i = 0; i < EMPTY_FIELDS && fields.size() < FindTimeQuery.MOST_PEOPLE; i++) {
            fields.add(field(fields.size(), "", false));
        }
        return fields;
    }

    private Field field(int place, String value, boolean isWrong) {
        return new Field(
                texts.say(MessageKey.FIND_PERSON, "number", Integer.toString(place + 1)),
                value,
                isWrong);
    }

    private String peopleError() {
        if (query.isTooMany()) {
            return texts.say(
                    MessageKey.FIND_TOO_MANY, "most", Integer.toString(FindTimeQuery.MOST_PEOPLE));
        }
        var wrong = new ArrayList<String>();
        for (String each : query.wrong()) {
            wrong.add(UntrustedText.line(each));
        }
        return wrong.isEmpty()
                ? ""
                : texts.say(MessageKey.FIND_WRONG_PERSON, "lines", texts.joined(wrong));
    }

    private List<String> known() {
        var known = new ArrayList<String>();
        for (Attendee each : KnownPeople.of(context.reading(), context.person()).people()) {
            known.add(Invitee.line(each));
        }
        return known;
    }

    private Menu lengths() {
        var choices = new ArrayList<Choice>();
        for (int minutes : FindTimeQuery.LENGTHS) {
            choices.add(
                    new Choice(
                            Integer.toString(minutes),
                            minutes % 60 == 0
                                    ? texts.count(MessageKey.DURATION_HOURS, minutes / 60)
                                    : texts.count(MessageKey.DURATION_MINUTES, minutes),
                            query.length().minutes() == minutes));
        }
        choices.add(
                new Choice(
                        FindTimeQuery.DAY,
                        texts.say(MessageKey.FIND_WHOLE_DAY),
                        query.length().isDays()));
        return new Menu(texts.say(MessageKey.FIND_LENGTH), choices);
    }

    private Menu spans() {
        var choices = new ArrayList<Choice>();
        for (int days : FindTimeQuery.SPANS) {
            choices.add(
                    new Choice(
                            Integer.toString(days),
                            texts.count(MessageKey.DURATION_DAYS, days),
                            query.days() == days));
        }
        return new Menu(texts.say(MessageKey.FIND_SPAN), choices);
    }

    // ---- What is found

    private @Nullable Found found() {
        Window window = window(query.date(), query.dayAfter());
        if (!window.problem().isEmpty()) {
            return null;
        }
        List<PeerSchedule> people = people(window);
        FreeTimes times =
                new FreeTimes(people, query.workingHours(), query.length(), context.zone());
        FreeRooms rooms = FreeRooms.of(context, query, siteRooms, window);
        List<Slot> free = all(times, window, rooms);
        boolean isNone = free.isEmpty();
        List<Slot> next = isNone ? times.best(window, MOST_BEST) : times.first(free, MOST_NEXT);
        LocalDate before = query.date().minusDays(query.days());
        boolean isFirst = !query.date().isAfter(context.today());
        return new Found(
                texts.say(isNone ? MessageKey.FIND_BEST : MessageKey.FIND_NEXT),
                isNone
                        ? none(rooms)
                        : hinted(
                                        texts,
                                        MessageKey.FIND_CHOOSE_HINT,
                                        times.partlyKnown(window).stream().map(this::name).toList())
                                + (query.room().isWanted()
                                        ? " " + texts.say(MessageKey.FIND_ROOM_HINT)
                                        : ""),
                times(next, people, rooms),
                isNone ? later() : null,
                texts.say(MessageKey.FIND_KNOWN),
                who(people),
                asking(people),
                new FindTimeView.Chosen(
                        links.to("new"),
                        query.guests(),
                        roomMenu(rooms, next),
                        texts.say(MessageKey.FIND_SEVERAL),
                        texts.say(MessageKey.FIND_SEVERAL_HINT),
                        texts.say(MessageKey.FIND_CREATE)),
                new FindTimeDays(context, query, people, free, rooms).all(),
                isFirst
                        ? null
                        : new Link(
                                texts.say(MessageKey.FIND_EARLIER),
                                query.link(
                                        links,
                                        before.isBefore(context.today())
                                                ? context.today()
                                                : before),
                                false),
                query.dayAfter().getYear() > 9999
                        ? null
                        : new Link(
                                texts.say(MessageKey.FIND_AFTER),
                                query.link(links, query.dayAfter()),
                                false));
    }

    /** Those that suit all people, and a room where one is wanted. */
    private List<Slot> all(FreeTimes times, Window window, FreeRooms rooms) {
        long days = Duration.between(window.from(), window.to()).toDays() + 1;
        int most = FreeTimes.QUARTERS * (int) days;
        return query.room().isWanted() ? rooms.with(times, window, most) : times.all(window, most);
    }

    private String none(FreeRooms rooms) {
        if (query.room().isWanted() && rooms.rooms().isEmpty()) {
            return texts.say(MessageKey.FIND_NO_ROOM);
        }
        return texts.say(
                query.room().isWanted() ? MessageKey.FIND_NO_ROOM_FREE : MessageKey.FIND_NONE,
                "days",
                texts.count(MessageKey.DURATION_DAYS, query.days()));
    }

    /** The room that goes along with times of one's own choice: the one of the first time. */
    private @Nullable Menu roomMenu(FreeRooms rooms, List<Slot> next) {
        if (rooms.rooms().isEmpty()) {
            return null;
        }
        List<FreeRooms.Room> first = next.isEmpty() ? List.of() : rooms.at(next.getFirst());
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", texts.say(MessageKey.FIND_ROOM_NONE), first.isEmpty()));
        for (FreeRooms.Room room : rooms.rooms()) {
            choices.add(
                    new Choice(
                            room.line(),
                            described(room),
                            !first.isEmpty() && room.equals(first.getFirst())));
        }
        return new Menu(texts.say(MessageKey.FIND_ROOM_INVITED), choices);
    }

    private String described(FreeRooms.Room room) {
        int capacity = room.resource().capacity();
        return context.joined(
                room.name(),
                capacity == 0 ? "" : texts.count(MessageKey.RESOURCE_CAPACITY, capacity),
                UntrustedText.line(room.resource().place()));
    }

    /** Which of the rooms are free; "" for none. */
    private String free(List<FreeRooms.Room> free) {
        var names = new ArrayList<String>();
        for (FreeRooms.Room each : free.subList(0, Math.min(MOST_NAMED, free.size()))) {
            names.add(each.name());
        }
        if (free.size() > MOST_NAMED) {
            names.add("+" + (free.size() - MOST_NAMED));
        }
        return names.isEmpty()
                ? ""
                : texts.say(MessageKey.FIND_ROOMS_FREE, "names", texts.joined(names));
    }

    /** Of days; what is over of today is out of the question. */
    private Window window(LocalDate first, LocalDate dayAfter) {
        Instant from = context.zone().midnight(first);
        return new Window(
                from.isBefore(context.now()) ? context.now() : from,
                context.zone().midnight(dayAfter));
    }

    private List<PeerSchedule> people(Window window) {
        return context.manager()
                .peers()
                .known()
                .apply(
                        context.reading(),
                        new PeerSchedule.Question(
                                context.user(), query.addresses(), window, "", context.now()));
    }

    private List<Time> times(List<Slot> slots, List<PeerSchedule> people, FreeRooms rooms) {
        var times = new ArrayList<Time>();
        for (Slot slot : slots) {
            var busy = new ArrayList<String>();
            for (PeerSchedule person : people) {
                if (slot.busy() > 0 && !isFree(person, slot)) {
                    busy.add(name(person));
                }
            }
            List<FreeRooms.Room> free = rooms.at(slot);
            times.add(
                    new Time(
                            newEvent(slot, free),
                            label(context, context.zone(), slot, query.length()),
                            busy.isEmpty()
                                    ? ""
                                    : texts.say(MessageKey.FIND_BUSY, "names", texts.joined(busy)),
                            free(free)));
        }
        return times;
    }

    private boolean isFree(PeerSchedule person, Slot slot) {
        return person.busy().isFree(slot.start(), slot.end())
                && (!query.workingHours()
                        || query.length().isDays()
                        || person.off().isFree(slot.start(), slot.end()));
    }

    private String newEvent(Slot slot, List<FreeRooms.Room> free) {
        String link =
                links.withQuery(
                        links.to("new"), "slot", value(context.zone(), slot, query.length()));
        for (String guest : query.guests()) {
            link = links.withQuery(link, "attendee", guest);
        }
        return free.isEmpty() ? link : links.withQuery(link, "attendee", free.getFirst().line());
    }

    private @Nullable Link later() {
        Instant from = context.zone().midnight(query.dayAfter());
        var window = new Window(from, from.plus(FAR));
        List<PeerSchedule> people = people(window);
        FreeTimes times =
                new FreeTimes(people, query.workingHours(), query.length(), context.zone());
        List<Slot> one =
                query.room().isWanted()
                        ? all(times, window, FreeRooms.of(context, query, siteRooms, window))
                        : times.all(window, 1);
        return one.isEmpty()
                ? null
                : new Link(
                        texts.say(
                                MessageKey.FIND_LATER,
                                "time",
                                label(context, context.zone(), one.getFirst(), query.length())),
                        query.link(links, context.zone().day(one.getFirst().start())),
                        false);
    }

    /** What to do with the times that were found, and whom they may not suit after all. */
    static String hinted(Messages texts, MessageKey hint, List<String> partlyKnown) {
        return partlyKnown.isEmpty()
                ? texts.say(hint)
                : texts.say(hint)
                        + " "
                        + texts.say(MessageKey.FIND_PART_KNOWN, "names", texts.joined(partlyKnown));
    }

    /**
     * The form that asks by mail; null where there is nobody to ask, or all were asked just now.
     */
    private FindTimeView.@Nullable Asking asking(List<PeerSchedule> people) {
        boolean isAny = false;
        for (PeerSchedule each : people) {
            isAny |= each.source() == PeerSchedule.Source.MET && asked(each) == null;
        }
        return isAny
                ? new FindTimeView.Asking(
                        links.to("find-a-time"),
                        context.token(),
                        query.fields(),
                        texts.say(MessageKey.FIND_ASK),
                        texts.say(MessageKey.FIND_ASK_HINT))
                : null;
    }

    private @Nullable Instant asked(PeerSchedule person) {
        return FreeBusyQuestions.lastAsked(
                context.reading(), context.user(), person.address(), context.now());
    }

    private List<Who> who(List<PeerSchedule> people) {
        var who = new ArrayList<Who>();
        for (PeerSchedule person : people) {
            who.add(new Who(name(person), note(person)));
        }
        return who;
    }

    private String note(PeerSchedule person) {
        Instant said = person.said();
        return switch (person.source()) {
            case OWN -> texts.say(MessageKey.FIND_OWN);
            case SHARED -> texts.say(MessageKey.FIND_SHARED);
            case SAID ->
                    texts.say(
                            MessageKey.FIND_SAID,
                            "time",
                            said == null ? "" : context.dates().moment(context.zone().local(said)));
            case MET -> met(asked(person));
        };
    }

    private String met(@Nullable Instant asked) {
        String met = texts.say(MessageKey.FIND_MET);
        return asked == null
                ? met
                : context.joined(
                        met,
                        texts.say(
                                MessageKey.FIND_ASKED_AT,
                                "time",
                                context.dates().time(context.zone().local(asked).toLocalTime())));
    }

    private String name(PeerSchedule person) {
        return name(context, query, person);
    }

    /** As it was typed, else as the site has it, else the address. */
    static String name(PageContext context, FindTimeQuery query, PeerSchedule person) {
        if (person.source() == PeerSchedule.Source.OWN) {
            return UntrustedText.line(context.visitor().name());
        }
        for (Invitee invitee : query.people()) {
            if (invitee.address().equals(person.address()) && !invitee.name().isEmpty()) {
                return UntrustedText.line(invitee.name());
            }
        }
        return UntrustedText.line(
                person.name().isEmpty() ? person.address().email() : person.name());
    }

    /** A time in words. */
    static String label(PageContext context, Zone zone, Slot slot, Length length) {
        LocalDateTime start = zone.local(slot.start());
        LocalDateTime end = zone.local(slot.end());
        return length.isDays()
                ? context.dates().briefDays(start.toLocalDate(), end.toLocalDate())
                : context.dates().briefSpan(start, end);
    }

    /**
     * A time as a form has it: {@code 2026-12-01T09:00/2026-12-01T10:00}, or days, both inclusive.
     */
    static String value(Zone zone, Slot slot, Length length) {
        LocalDateTime start = zone.local(slot.start());
        LocalDateTime end = zone.local(slot.end());
        return length.isDays()
                ? start.toLocalDate() + "/" + end.toLocalDate().minusDays(1)
                : start + "/" + end;
    }
}
