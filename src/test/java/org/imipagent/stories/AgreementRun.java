package org.imipagent.stories;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.imipagent.agent.IncomingMailHandler;
import org.imipagent.agent.ResourceMailHandler;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.itip.Request;
import org.imipagent.store.Activity;
import org.imipagent.store.Posted;
import org.imipagent.store.ReadTransaction;
import org.imipagent.stories.AgreementAct.Scope;
import org.imipagent.stories.AgreementAct.Target;
import org.jspecify.annotations.Nullable;

/** One run of the law: the people do what the plan says, and the post brings their mails. */
final class AgreementRun {

    private static final Instant BEGINNING = Instant.parse("2026-10-12T10:00:00Z");
    private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-06-01T00:00:00Z");
    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-10-13T09:00:00");

    /** Kinds of differences, such as {@code counter|request|no request}; none of them. */
    private static final String LEFT_OUT = System.getProperty("imip.without", "");

    /** A mail that has left. */
    private record UnderWay(String key, int due, int order, AgreementPerson to, byte[] bytes) {}

    /**
     * How it ended.
     *
     * @param differences where both sides differ; empty where all is well
     * @param acts after how many acts they did
     * @param story what was done and what came
     * @param mails the keys of those that were late or came twice
     */
    record Ending(List<String> differences, int acts, List<String> story, List<String> mails) {}

    private final AgreementPlan plan;
    private final boolean isTold;
    private final AgreementPerson olga;
    private final List<AgreementPerson> guests;
    private final List<AgreementPerson> invited;
    private final String uid;
    private final String suffix;
    private final List<UnderWay> underWay = new ArrayList<>();
    private final AgreementExceptions exceptions = AgreementExceptions.none();

    /** Who was ever invited to which dates, and who is. */
    private final Set<String> known = new HashSet<>();

    private final Set<String> taking = new HashSet<>();
    private final List<String> story = new ArrayList<>();
    private final List<String> irregular = new ArrayList<>();
    private Instant now = BEGINNING;
    private int slot;
    private int step;
    private int mails;

    /**
     * @param number of the run in these sites: its people and events are no other's
     * @param isTold whether the story is wanted
     */
    AgreementRun(
            AgreementSite one, AgreementSite two, int number, AgreementPlan plan, boolean isTold) {
        this.plan = plan;
        this.isTold = isTold;
        this.suffix = "-" + number;
        this.uid = "talk" + suffix + "@one.example";
        this.olga = person("olga", "one.example", one);
        AgreementPerson anna = person("anna", "one.example", one);
        AgreementPerson bert = person("bert", "two.example", two);
        AgreementPerson carl = person("carl", "one.example", one);
        this.guests = List.of(anna, bert, carl);
        this.invited = guests.subList(0, plan.guests());
        switch (plan.machine()) {
            case NOBODY -> {}
            case ANNA -> prefer(anna, "automatic_replies", "accept_when_free\ndecline_when_busy");
            case BERT -> prefer(bert, "scheduling_function", "schedule_in_freebusy");
        }
    }

    private AgreementPerson person(String name, String domain, AgreementSite site) {
        return new AgreementPerson(name, new CalendarAddress(name + suffix + "@" + domain), site);
    }

    private static void prefer(AgreementPerson person, String name, String value) {
        person.site()
                .store()
                .change(
                        writing -> {
                            writing.add(person.address(), BEGINNING);
                            writing.prefer(person.address(), name, value);
                        });
    }

    private boolean isRoom(AgreementPerson person) {
        return plan.machine() == AgreementPlan.Machine.BERT && person.equals(guests.get(1));
    }

    Ending run() {
        try {
            List<String> differences = differences();
            return ending(differences);
        } catch (RuntimeException fault) {
            return ending(List.of("fault: " + fault + at(fault)));
        }
    }

    private static String at(RuntimeException fault) {
        return java.util.Arrays.stream(fault.getStackTrace())
                .limit(4)
                .map(line -> "\n    " + line)
                .collect(Collectors.joining());
    }

    private Ending ending(List<String> differences) {
        return new Ending(
                differences.stream().map(this::plain).toList(),
                slot,
                story.stream().map(this::plain).toList(),
                List.copyOf(irregular));
    }

    /** Without what only keeps the runs apart. */
    private String plain(String text) {
        return text.replace(suffix + "@", "@");
    }

    private List<String> differences() {
        invite();
        lookForDatesPutBack();
        List<String> differences = afterAct();
        for (AgreementPlan.Step each : plan.steps()) {
            if (!differences.isEmpty()) {
                return differences;
            }
            slot++;
            step = each.number();
            mails = 0;
            now = now.plusSeconds(60);
            carryOut(each.act());
            lookForDatesPutBack();
            differences = afterAct();
            showEvents();
        }
        if (plan.post() == AgreementPlan.Post.IN_ORDER) {
            return differences;
        }
        deliver(Integer.MAX_VALUE);
        return compare();
    }

    private List<String> afterAct() {
        collect();
        if (plan.post() == AgreementPlan.Post.IN_ORDER) {
            deliver(Integer.MAX_VALUE);
            return compare();
        }
        deliver(slot);
        return List.of();
    }

    private List<String> compare() {
        return new AgreementSides(olga, guests, exceptions, FROM, TO, now)
                .differences().stream().filter(AgreementRun::isLookedFor).toList();
    }

    /** All of them; while the rules are mended, those that are asked for. */
    private static boolean isLookedFor(String difference) {
        return LEFT_OUT.isEmpty() || !difference.matches("(?s)(" + LEFT_OUT + ").*");
    }

    private void tell(String line) {
        if (isTold) {
            story.add(line);
        }
    }

    /** All calendars after each act, where somebody looks for what went wrong. */
    private void showEvents() {
        if (isTold && Boolean.getBoolean("imip.events")) {
            for (AgreementPerson person :
                    List.of(olga, guests.get(0), guests.get(1), guests.get(2))) {
                try (ReadTransaction reading = person.site().look()) {
                    for (String each : reading.uids(person.address())) {
                        Event event = person.site().event(reading, person.address(), each);
                        tell("   = " + person.name() + " has");
                        event.parts().forEach(part -> tell("      " + part.component()));
                    }
                }
            }
        }
    }

    // ---- The post

    private void collect() {
        collect(olga.site());
        AgreementSite other = guests.get(1).site();
        if (other != olga.site()) {
            collect(other);
        }
    }

    private void collect(AgreementSite site) {
        site.store()
                .change(
                        writing -> {
                            for (Posted mail : writing.outbox(now.plusSeconds(1), 1000)) {
                                mail.recipients().forEach(to -> send(to, mail.message()));
                                writing.sent(mail.number());
                            }
                        });
    }

    private void send(String recipient, byte[] bytes) {
        AgreementPerson to = person(new CalendarAddress(recipient));
        if (to == null) {
            return;
        }
        String key = step + "." + mails++;
        var random = new Random(plan.seed() * 31 + key.hashCode() * 7919L);
        boolean late =
                plan.post() == AgreementPlan.Post.DISORDERLY && !plan.punctual().contains(key);
        int due = slot + (late ? delay(random) : 0);
        int order = late ? random.nextInt(1000) : 0;
        underWay.add(new UnderWay(key, due, order, to, bytes));
        // Nothing is kept of a proposal that was answered: the same one would be one again.
        boolean once = new String(bytes, StandardCharsets.UTF_8).contains("method=COUNTER");
        boolean twice = late && random.nextInt(5) == 0 && !once;
        if (twice) {
            underWay.add(new UnderWay(key, due + delay(random), random.nextInt(1000), to, bytes));
        }
        if (late) {
            irregular.add(key);
        }
    }

    /** In acts: none, one, two, three; or until the end. */
    private static int delay(Random random) {
        int delay = random.nextInt(6);
        return delay == 5 ? 1000 : Math.max(0, delay - 1);
    }

    private @Nullable AgreementPerson person(CalendarAddress address) {
        if (address.equals(olga.address())) {
            return olga;
        }
        for (AgreementPerson guest : guests) {
            if (guest.address().equals(address)) {
                return guest;
            }
        }
        return null;
    }

    /** All that is due, and what is sent in answer to it. */
    private void deliver(int until) {
        for (UnderWay next = next(until); next != null; next = next(until)) {
            underWay.remove(next);
            deliver(next);
            collect();
        }
    }

    private @Nullable UnderWay next(int until) {
        UnderWay first = null;
        for (UnderWay mail : underWay) {
            if (mail.due() <= until && (first == null || mail.order() < first.order())) {
                first = mail;
            }
        }
        return first;
    }

    private void deliver(UnderWay mail) {
        now = now.plusSeconds(1);
        AgreementPerson to = mail.to();
        var site = to.site().installation();
        List<CalendarAddress> recipients = List.of(to.address());
        List<RuntimeException> faults =
                isRoom(to)
                        ? new ResourceMailHandler(site)
                                .receive(mail.bytes(), recipients, now)
                                .faults()
                        : new IncomingMailHandler(site)
                                .receive(mail.bytes(), recipients, now)
                                .faults();
        if (!faults.isEmpty()) {
            throw faults.getFirst();
        }
        if (isTold) {
            tell("     mail " + mail.key() + " to " + to.name() + ": " + came(to));
        }
    }

    private static String came(AgreementPerson to) {
        try (ReadTransaction reading = to.site().look()) {
            List<Activity> newest = reading.activity(to.address(), 1);
            if (newest.isEmpty()) {
                return "";
            }
            Activity what = newest.getFirst();
            return what.what()
                    + " "
                    + (what.id() == null ? "(all)" : what.id())
                    + " \""
                    + what.summary()
                    + "\" -> "
                    + what.verdict().word()
                    + (what.detail().isEmpty() ? "" : " (" + what.detail() + ")");
        }
    }

    // ---- What the people do

    private void invite() {
        tell("olga invites " + names(invited) + " to " + plan.kind());
        String outcome = olga.site().save(olga.address(), invitation(), now);
        if (!outcome.equals("saved")) {
            throw new IllegalStateException("the invitation: " + outcome);
        }
    }

    private static String names(List<AgreementPerson> people) {
        return people.stream().map(AgreementPerson::name).collect(Collectors.joining(" and "));
    }

    private String invitation() {
        var lines = new ArrayList<String>();
        lines.add("BEGIN:VCALENDAR");
        lines.add("VERSION:2.0");
        lines.add("PRODID:-//law//EN");
        lines.add("BEGIN:VEVENT");
        lines.add("UID:" + uid);
        lines.add("DTSTAMP:" + Times.dateTime(Zone.UTC.local(now)) + "Z");
        switch (plan.kind()) {
            case SINGLE, WEEKLY, WEEKLY_UNTIL, DAILY -> times(lines, ":", "Z");
            case WEEKLY_ZONED -> times(lines, ";TZID=Europe/Oslo:", "");
            case WEEKLY_DAYS -> {
                lines.add("DTSTART;VALUE=DATE:20261013");
                lines.add("DTEND;VALUE=DATE:20261014");
            }
        }
        if (!plan.kind().rule.isEmpty()) {
            lines.add(plan.kind().rule);
        }
        lines.add("SUMMARY:Talk");
        lines.add("ORGANIZER:" + olga.address());
        lines.add("ATTENDEE;PARTSTAT=ACCEPTED:" + olga.address());
        for (AgreementPerson guest : invited) {
            lines.add("ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:" + guest.address());
        }
        lines.add("END:VEVENT");
        lines.add("END:VCALENDAR");
        return String.join("\r\n", lines) + "\r\n";
    }

    private static void times(List<String> lines, String before, String after) {
        lines.add("DTSTART" + before + Times.dateTime(FIRST) + after);
        lines.add("DTEND" + before + Times.dateTime(FIRST.plusHours(1)) + after);
    }

    private void carryOut(AgreementAct act) {
        switch (act) {
            case AgreementAct.Move move -> move(move);
            case AgreementAct.Title(var on, var text) -> edit("titles", on, "title", text);
            case AgreementAct.Place(var on, var text) -> edit("places", on, "place", text);
            case AgreementAct.Link(var on, var url) -> link(on, url);
            case AgreementAct.Repeat(int date, var how) ->
                    rule(
                            date,
                            how.equals("none") ? "no rule" : how,
                            fields -> {
                                fields.put("repeat", how);
                                fields.put("until", "");
                                fields.put("times", how.equals("none") ? "" : "4");
                            });
            case AgreementAct.Count(int date, int times) ->
                    rule(date, times + " times", fields -> fields.put("times", "" + times));
            case AgreementAct.Until(int date, int last) -> until(date, last);
            case AgreementAct.Exclude(int date) -> exclude(date);
            case AgreementAct.Include(int date) -> include(date);
            case AgreementAct.PutOn(var on, int who) -> people(on, who, true);
            case AgreementAct.TakeOff(var on, int who) -> people(on, who, false);
            case AgreementAct.Cancel(var on) -> cancel(on);
            case AgreementAct.AnswerCounter(int which, boolean accept) ->
                    answerCounter(which, accept);
            case AgreementAct.AnswerUninvited(int which, boolean accept) ->
                    answerUninvited(which, accept);
            case AgreementAct.Answer(int who, var on, var how) -> {
                String action =
                        switch (how) {
                            case ACCEPTED -> "accept";
                            case TENTATIVE -> "tentative";
                            default -> "decline";
                        };
                attend(guest(who), on, action, Map.of("action", action));
            }
            case AgreementAct.Delegate(int who, var on) -> {
                AgreementPerson from = guest(who);
                AgreementPerson to = guests.get(2);
                handedOn(from, to, on);
                attend(
                        from,
                        on,
                        "delegates to " + to.name(),
                        Map.of("action", "delegate", "to", to.address().email()));
            }
            case AgreementAct.Counter(int who, var on, int minutes) ->
                    counter(guest(who), on, minutes);
            case AgreementAct.Remove(int who, int date) -> remove(guest(who), date);
        }
    }

    /** Anna, Bert where he is invited, and sometimes Carl, whoever brought him in. */
    private AgreementPerson guest(int who) {
        int which = who % (2 * plan.guests() + 1);
        return which == 2 * plan.guests() ? guests.get(2) : guests.get(which % plan.guests());
    }

    /**
     * Who is invited again to dates, by EXDATE taken away, a longer rule or being put on again, as
     * mails are on their way.
     */
    private void lookForDatesPutBack() {
        if (plan.post() == AgreementPlan.Post.IN_ORDER) {
            return;
        }
        Set<String> now = invitations();
        for (AgreementPerson guest : guests) {
            String name = guest.name() + " ";
            now.stream()
                    .filter(each -> each.startsWith(name))
                    .filter(each -> known.contains(each) && !taking.contains(each))
                    .filter(each -> isBehind(guest))
                    .forEach(each -> exceptions.putBack(guest, each.split(" ", -1)[1]));
        }
        taking.clear();
        taking.addAll(now);
        known.addAll(now);
    }

    /** Who is invited to which dates: "anna talk@one.example 20261013T090000Z". */
    private Set<String> invitations() {
        var invitations = new HashSet<String>();
        try (ReadTransaction reading = olga.site().look()) {
            var events = new HashMap<String, Event>();
            for (Occurrence date : dates(reading, olga)) {
                Event event =
                        events.computeIfAbsent(
                                date.uid(),
                                each -> olga.site().event(reading, olga.address(), each));
                VEvent part = event.standing(date.id(), Zone.UTC);
                for (AgreementPerson guest : guests) {
                    if (part != null && part.attendee(guest.address()) != null) {
                        invitations.add(guest.name() + " " + date.uid() + " " + date.id());
                    }
                }
            }
        }
        return invitations;
    }

    // ---- The organiser

    /** A date in somebody's calendar, with its event. */
    private record Found(Occurrence date, Event event, long version) {
        String uid() {
            return date.uid();
        }

        boolean isSeries() {
            return date.id() != null;
        }

        /** The date by itself; the event where it has no dates of its own. */
        VEvent part() {
            VEvent part = event.standing(date.id(), Zone.UTC);
            return part == null ? event.main() : part;
        }
    }

    private List<Occurrence> dates(ReadTransaction reading, AgreementPerson person) {
        return person
                .site()
                .installation()
                .schedule(reading, person.address())
                .occurrences(FROM, TO)
                .stream()
                .filter(each -> !each.cancelled())
                .filter(each -> person.equals(olga) || each.participation() != null)
                .toList();
    }

    /** Null also of a room, which does nothing by hand. */
    private @Nullable Found find(AgreementPerson person, int date) {
        if (isRoom(person)) {
            return null;
        }
        try (ReadTransaction reading = person.site().look()) {
            List<Occurrence> all = dates(reading, person);
            return all.isEmpty() ? null : found(reading, person, all.get(date % all.size()));
        }
    }

    private static Found found(ReadTransaction reading, AgreementPerson person, Occurrence date) {
        AgreementSite site = person.site();
        return new Found(
                date,
                site.event(reading, person.address(), date.uid()),
                AgreementSite.version(reading, person.address(), date.uid()));
    }

    private String about(Found found, Target on) {
        String series = plain(found.uid()).replaceAll("@.*", "").replace(suffix, "");
        if (!found.isSeries()) {
            return series;
        }
        return switch (on.scope()) {
            case DATE -> found.date().id() + " of " + series;
            case FUTURE -> found.date().id() + " and what follows of " + series;
            case SERIES -> "all of " + series;
        };
    }

    /** The fields of the page as they are filled in, without the rule. */
    private Map<String, String> fields(Found found, Target on) {
        boolean whole = on.scope() == Scope.SERIES || !found.isSeries();
        VEvent part = whole ? found.event().main() : found.part();
        var fields = new LinkedHashMap<String, String>();
        fields.put("action", "send");
        fields.put("version", Long.toString(found.version()));
        fields.put("title", part.summary());
        fields.put("place", part.location());
        fields.put("description", part.description());
        times(fields, part, 0, 0);
        fields.put(
                "people",
                part.attendees().stream()
                        .map(attendee -> attendee.address())
                        .filter(address -> !address.equals(olga.address()))
                        .map(CalendarAddress::email)
                        .collect(Collectors.joining("\n")));
        if (on.scope() != Scope.SERIES && found.isSeries()) {
            fields.put("scope", on.scope() == Scope.FUTURE ? "future" : "occurrence");
        }
        return fields;
    }

    /** On the clock of the event, so much later and so much longer. */
    private static void times(Map<String, String> fields, VEvent part, int later, int longer) {
        CalendarTime start = part.start();
        CalendarTime end = part.end();
        if (start == null || end == null) {
            throw new IllegalStateException("no time: " + part);
        }
        boolean days = start.isDay();
        int unit = days ? 1440 : 1;
        int by = later == 0 ? 0 : Math.max(unit, later / unit * unit);
        int and = longer == 0 ? 0 : Math.max(unit, longer / unit * unit);
        LocalDateTime from = start.wall().plusMinutes(days ? by : later);
        LocalDateTime to =
                end.wall().plusMinutes(days ? by + and : later + longer).minusDays(days ? 1 : 0);
        if (days) {
            fields.put("all-day", "yes");
        }
        fields.put("start-date", from.toLocalDate().toString());
        fields.put("start-time", days ? "09:00" : from.toLocalTime().toString());
        fields.put("end-date", to.toLocalDate().toString());
        fields.put("end-time", days ? "10:00" : to.toLocalTime().toString());
    }

    private interface Filling {
        void fill(Map<String, String> fields, Found found);
    }

    private void edit(String what, Target on, String field, String text) {
        edit(what + " \"" + text + "\"", on, (fields, found) -> fields.put(field, text));
    }

    private void move(AgreementAct.Move move) {
        String what = "moves by " + move.minutes() + " min, longer by " + move.longer();
        edit(
                what,
                move.on(),
                (fields, found) -> {
                    boolean whole = move.on().scope() == Scope.SERIES || !found.isSeries();
                    VEvent part = whole ? found.event().main() : found.part();
                    times(fields, part, move.minutes(), move.longer());
                });
    }

    private void edit(String what, Target on, Filling filling) {
        Found found = find(olga, on.date());
        if (found == null) {
            return;
        }
        Map<String, String> fields = fields(found, on);
        filling.fill(fields, found);
        send(olga, found, on, what, fields);
    }

    private void send(
            AgreementPerson who, Found found, Target on, String what, Map<String, String> fields) {
        RecurrenceId id = found.date().id();
        boolean whole = on.scope() == Scope.SERIES || id == null;
        String path = AgreementSite.path(found.uid(), whole ? null : id);
        String outcome = who.site().post(who.address(), path, fields, now);
        tell(step + ". " + who.name() + " " + what + ": " + about(found, on) + " -> " + outcome);
    }

    private void rule(int date, String what, java.util.function.Consumer<Map<String, String>> how) {
        Target on = new Target(Scope.SERIES, date);
        edit(
                "sets the rule: " + what,
                on,
                (fields, found) -> {
                    String rule = found.event().main().text("RRULE").toLowerCase(Locale.ROOT);
                    String frequency = rule.replaceAll(".*freq=([a-z]*).*", "$1");
                    fields.put("repeat", frequency.isEmpty() ? "weekly" : frequency);
                    fields.put("until", "");
                    fields.put("times", "");
                    how.accept(fields);
                });
    }

    private void until(int date, int last) {
        Found found = find(olga, date);
        if (found == null) {
            return;
        }
        List<Occurrence> all;
        try (ReadTransaction reading = olga.site().look()) {
            all = dates(reading, olga).stream().filter(d -> d.uid().equals(found.uid())).toList();
        }
        Occurrence end = all.get(last % all.size());
        String day = Zone.UTC.day(end.start()).toString();
        rule(date, "until " + day, fields -> fields.put("until", day));
    }

    private void save(String what, Event after) {
        String outcome = olga.site().save(olga.address(), after, now);
        tell(step + ". olga " + what + " -> " + outcome);
    }

    private void link(Target on, String url) {
        Found found = find(olga, on.date());
        if (found == null) {
            return;
        }
        Property link = Property.of("URL", url);
        boolean one = on.scope() == Scope.DATE && found.isSeries();
        Event after = found.event();
        for (VEvent part : one ? List.of(found.part()) : found.event().parts()) {
            after = part.isCancelled() ? after : after.with(part.with(link));
        }
        save("links " + url + ": " + about(found, one ? on : whole(on)), after);
    }

    private static Target whole(Target on) {
        return new Target(Scope.SERIES, on.date());
    }

    private void exclude(int date) {
        Found found = find(olga, date);
        RecurrenceId id = found == null ? null : found.date().id();
        VEvent master = found == null ? null : found.event().master();
        if (found == null || id == null || master == null || master.start() == null) {
            return;
        }
        CalendarTime original = master.start().at(id.instant(Zone.UTC), Zone.UTC);
        VEvent less =
                new VEvent(
                        master.component().plus(Times.write("EXDATE", original)), master.zones());
        save("excludes " + id, found.event().without(id).with(less));
    }

    private void include(int which) {
        Found found = find(olga, which);
        VEvent master = found == null ? null : found.event().master();
        if (found == null || master == null) {
            return;
        }
        List<Property> excluded = master.component().all("EXDATE");
        if (excluded.isEmpty()) {
            return;
        }
        Property again = excluded.get(which % excluded.size());
        Component more = master.component().without(each -> each.equals(again));
        save(
                "includes " + again.value() + " again",
                found.event().with(new VEvent(more, master.zones())));
    }

    private void people(Target on, int who, boolean isOn) {
        AgreementPerson guest = guest(who);
        Found found = find(olga, on.date());
        if (found == null) {
            return;
        }
        Map<String, String> fields = fields(found, on);
        var lines = new ArrayList<>(fields.getOrDefault("people", "").lines().toList());
        boolean changes = isOn != lines.remove(guest.address().email());
        if (isOn) {
            lines.add(guest.address().email());
        }
        if (!changes) {
            return;
        }
        fields.put("people", String.join("\n", lines));
        send(olga, found, on, (isOn ? "invites " : "takes off ") + guest.name(), fields);
    }

    private void cancel(Target on) {
        Found found = find(olga, on.date());
        if (found == null) {
            return;
        }
        var fields = new LinkedHashMap<>(fields(found, on));
        fields.put("action", "cancel");
        send(olga, found, on, "cancels", fields);
    }

    private @Nullable Request waiting(int which, Request.Kind kind) {
        try (ReadTransaction reading = olga.site().look()) {
            List<Request> all =
                    reading.waiting(olga.address(), now).stream()
                            .filter(each -> each.kind() == kind)
                            .toList();
            return all.isEmpty() ? null : all.get(which % all.size());
        }
    }

    private void answerCounter(int which, boolean accept) {
        Request request = waiting(which, Request.Kind.COUNTER);
        if (request != null) {
            answer(request, accept ? "accept-counter" : "decline-counter");
        }
    }

    private void answerUninvited(int which, boolean accept) {
        Request request = waiting(which, Request.Kind.UNINVITED);
        if (request != null) {
            answer(request, accept ? "accept" : "decline");
        }
    }

    private void answer(Request request, String action) {
        CalendarAddress from = request.from();
        if (from == null) {
            return;
        }
        RecurrenceId id = request.id();
        var fields =
                Map.of(
                        "action",
                        action,
                        "attendee",
                        from.uri(),
                        "version",
                        Long.toString(olga.site().version(olga.address(), request.uid())));
        String path = AgreementSite.path(request.uid(), id);
        String outcome = olga.site().post(olga.address(), path, fields, now);
        tell(step + ". olga " + action + " of " + from.email() + ", " + id + " -> " + outcome);
    }

    // ---- The attendees

    private void attend(AgreementPerson who, Target on, String what, Map<String, String> fields) {
        Found found = find(who, on.date());
        if (found == null) {
            return;
        }
        var all = new LinkedHashMap<>(fields);
        all.put("version", Long.toString(found.version()));
        send(who, found, on, what, all);
    }

    /** Whether a mail is on its way to somebody, or to the organiser, perhaps from them. */
    private boolean isBehind(AgreementPerson guest) {
        return underWay.stream()
                .anyMatch(mail -> mail.to().equals(guest) || mail.to().equals(olga));
    }

    private void handedOn(AgreementPerson from, AgreementPerson to, Target on) {
        Found found = find(from, on.date());
        if (found != null && plan.post() == AgreementPlan.Post.DISORDERLY) {
            exceptions.handOn(to, found.uid(), isBehind(from));
        }
    }

    private void counter(AgreementPerson who, Target on, int minutes) {
        Found found = find(who, on.date());
        if (found == null) {
            return;
        }
        VEvent part =
                on.scope() == Scope.SERIES || !found.isSeries()
                        ? found.event().main()
                        : found.part();
        CalendarTime start = part.start();
        CalendarTime end = part.end();
        if (start == null || end == null) {
            return;
        }
        boolean days = start.isDay();
        Duration later = days ? Duration.ofDays(1) : Duration.ofMinutes(minutes);
        var fields = new LinkedHashMap<String, String>();
        fields.put("action", "counter");
        fields.put("start", typed(start, later, days, 0));
        fields.put("end", typed(end, later, days, 1));
        attend(who, on, "proposes " + later + " later", fields);
    }

    private static String typed(CalendarTime time, Duration later, boolean days, int less) {
        Instant at = time.instant(Zone.UTC).plus(later);
        LocalDateTime local = Zone.UTC.local(at);
        return days ? local.toLocalDate().minusDays(less).toString() : local.toString();
    }

    private void remove(AgreementPerson who, int date) {
        Found found = find(who, date);
        if (found == null) {
            return;
        }
        exceptions.remove(who, found.uid(), plan.post() == AgreementPlan.Post.IN_ORDER);
        attend(who, new Target(Scope.SERIES, date), "removes", Map.of("action", "remove"));
    }
}
