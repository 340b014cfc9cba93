package org.imipagent.manager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.itip.Verdict;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Language;

/**
 * The pages that are looked at: written as files to open in a browser, and compared with what they
 * were by {@link GoldenPagesTest}.
 *
 * <p>{@code java -cp ... org.imipagent.manager.Gallery FOLDER}
 */
public final class Gallery {

    private Gallery() {}

    static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        var all = pages();
        for (Language language : Language.values()) {
            all.putAll(pages(language.tag()));
        }
        for (var page : all.entrySet()) {
            // Opened from the disk, where there is no web server to find /cal/static.
            Files.writeString(
                    folder.resolve(page.getKey() + ".html"),
                    page.getValue().replace("/cal/static/", ""));
        }
        Files.writeString(
                folder.resolve("manager.css"),
                Files.readString(Path.of("src/main/webapp/manager.css")));
    }

    public static Map<String, String> pages() {
        Manager usual = Sample.manager(Sample.november(), _ -> new Outcome.Stale());
        Manager refusing =
                Sample.manager(
                        Sample.november(), _ -> new Outcome.Refused(Verdict.CANCELLED_BEFORE));
        Manager full = Sample.manager(sixty(), _ -> new Outcome.Stale());
        Manager empty = Sample.manager(SampleCalendar.of(List.of()), _ -> new Outcome.Stale());
        var pages = new LinkedHashMap<String, String>();
        pages.put("month", Sample.get(usual, "/").body());
        pages.put("month-full", Sample.get(full, "/").body());
        pages.put(
                "month-busy",
                Sample.get(Sample.manager(busy(), _ -> new Outcome.Stale()), "/").body());
        pages.put("week", Sample.get(usual, "/?view=week").body());
        pages.put("week-full", Sample.get(full, "/?view=week&date=2026-11-25").body());
        pages.put("day", Sample.get(usual, "/?view=day").body());
        pages.put("day-full", Sample.get(full, "/?view=day&date=2026-11-25").body());
        pages.put("list", Sample.get(usual, "/?view=list").body());
        pages.put("list-empty", Sample.get(empty, "/?view=list").body());
        pages.put("find", Sample.get(usual, "/find-a-time").body());
        pages.put(
                "find-three",
                Sample.get(
                                usual,
                                "/find-a-time?attendee=Anna%20Vole%20%3Canna%40example.com%3E&attendee=bo%40example.net"
                                        + "&attendee=cy%40example.org&length=60&days=7")
                        .body());
        pages.put(
                "find-none",
                Sample.get(
                                usual,
                                "/find-a-time?attendee=anna%40example.com&attendee=bo%40example.net&length=240&days=1&date=2026-11-19")
                        .body());
        pages.put("find-wrong", Sample.get(usual, "/find-a-time?attendee=nobody").body());
        pages.put(
                "event-new-slots",
                Sample.get(
                                usual,
                                "/new?slot=2026-12-01T09:00/2026-12-01T10:00&slot=2026-12-02T09:00/2026-12-02T10:00"
                                        + "&slot=2026-12-03T14:00/2026-12-03T15:30&attendee=anna%40example.com")
                        .body());
        pages.put("event-invitation", Sample.get(usual, "/event/planning-42%40example.com").body());
        pages.put("event-series", Sample.get(usual, "/event/standup%40example.com").body());
        pages.put(
                "event-occurrence",
                Sample.get(usual, "/event/standup%40example.com/20261130T080000Z").body());
        pages.put(
                "event-cancelled-occurrence",
                Sample.get(usual, "/event/standup%40example.com/20261123T080000Z").body());
        pages.put("event-cancelled", Sample.get(usual, "/event/party%40example.com").body());
        pages.put("event-organised", Sample.get(usual, "/event/lunch%40example.com").body());
        pages.put(
                "event-undelivered",
                Sample.get(
                                Sample.manager(
                                        Sample.afterLunch(
                                                Sample.bounced(
                                                        "550 5.1.1 <zoe@example.net>: Recipient"
                                                                + " rejected: User <b>unknown</b>")),
                                        _ -> new Outcome.Stale()),
                                "/event/lunch%40example.com")
                        .body());
        pages.put("event-asked-anew", Sample.get(usual, "/event/board%40example.net").body());
        pages.put(
                "event-unknown-zone",
                Sample.get(
                                Sample.manager(
                                        Sample.with(Sample.NOWHERE), _ -> new Outcome.Stale()),
                                "/event/nowhere%40example.com")
                        .body());
        pages.put(
                "event-stale",
                Sample.post(
                                usual,
                                "/event/planning-42%40example.com",
                                "action=accept&version=2&comment=I+bring+cake.")
                        .body());
        pages.put(
                "event-refused",
                Sample.post(refusing, "/event/planning-42%40example.com", "action=accept&version=3")
                        .body());
        pages.put(
                "event-removed",
                Sample.get(
                                Sample.manager(
                                        Sample.without("party@example.com"),
                                        _ -> new Outcome.Stale()),
                                "/event/party%40example.com")
                        .body());
        pages.put("event-new", Sample.get(usual, "/new?date=2026-11-24").body());
        pages.put(
                "event-new-wrong",
                Sample.post(
                                usual,
                                "/new",
                                "action=send&version=0&title=&start-date=2026-11-24&start-time=soon&"
                                        + "end-date=2026-11-23&end-time=10%3A00&people=anna%0D%0ABo+%3Cbo%40example.net%3E"
                                        + "&description=Kept&repeat=weekly&until=&times=0&place=Kitchen")
                        .body());
        pages.put(
                "event-new-guests",
                Sample.get(
                                usual,
                                "/new?start=2026-11-24T10:00&end=2026-11-24T11:30"
                                        + "&attendee=Anna+Aal+%3Canna%40example.net%3E&attendee=bo%40example.net")
                        .body());
        pages.put("event-preview", written(usual));
        pages.put("event-guest-times", guestTimes(usual));
        pages.put("event-copy", Sample.get(usual, "/new?copy=choir%40example.com").body());
        pages.put("event-edit", Sample.get(usual, "/event/lunch%40example.com?edit=1").body());
        pages.put(
                "event-edit-series", Sample.get(usual, "/event/choir%40example.com?edit=1").body());
        pages.put(
                "event-edit-occurrence",
                Sample.get(usual, "/event/choir%40example.com/20270112T173000Z?edit=1").body());
        pages.put("event-unsent", Sample.get(usual, "/event/choir%40example.com").body());
        pages.put("event-edit-stale", stale(usual));
        pages.put("event-proposed", only(Sample.VISIT, "/event/visit%40example.net"));
        pages.put("event-own", only(Sample.DENTIST, "/event/dentist%40example.com"));
        pages.put("event-guests", only(Sample.CONFERENCE, "/event/workshop%40example.com"));
        pages.put("event-answered", sauna("/event/sauna%40example.net"));
        pages.put("event-declined-date", sauna("/event/sauna%40example.net/20261204T160000Z"));
        pages.put("event-moved-date", sauna("/event/sauna%40example.net/20261211T160000Z"));
        pages.put("search", Sample.get(usual, "/search?q=plan+caf%C3%A9").body());
        pages.put("search-none", Sample.get(empty, "/search?q=plan&from=2026-11-01").body());
        pages.put(
                "search-wrong", Sample.get(usual, "/search?q=plan&from=soon&to=2026-13-40").body());
        pages.put("import", Sample.get(usual, "/import").body());
        pages.put("import-preview", preview(usual));
        pages.put("import-wrong", Sample.upload(usual, "/import", "look").body());
        pages.put("import-gone", Sample.post(usual, "/import", "action=import&draft=gone").body());
        pages.put(
                "import-done",
                Sample.get(
                                usual,
                                "/import?new=2&changed=1&unchanged=1&refused=2&uid=lunch%40example.com")
                        .body());
        pages.put("requests", Sample.get(usual, "/requests").body());
        pages.put("requests-series", sauna("/requests", "", "20261211T160000Z"));
        pages.put("requests-dates", sauna("/requests", "20261211T160000Z", "20261218T160000Z"));
        pages.put(
                "requests-many",
                Sample.get(
                                Sample.manager(
                                        Sample.invitations(RequestsPage.MOST + 1),
                                        _ -> new Outcome.Stale()),
                                "/requests?page=2")
                        .body());
        pages.put("requests-none", Sample.get(empty, "/requests").body());
        pages.put("done-removed", Sample.get(usual, "/?view=week&done=12").body());
        pages.put("done-sent", Sample.get(usual, "/?view=day&done=11").body());
        pages.put("done-accepted", Sample.get(usual, "/requests?done=10").body());
        pages.put("activity", Sample.get(usual, "/activity").body());
        pages.putAll(ResourcesOfAStoreTest.pages("en"));
        pages.put("profile", Sample.get(usual, "/profile").body());
        pages.put("profile-saved", Sample.get(usual, "/profile?done=saved").body());
        pages.put(
                "profile-wrong",
                Sample.post(
                                usual,
                                "/profile",
                                "action=ask-code&CN=Vincent%0AVole&LANG=tlh&deputies=harriet%0Aa%40example.com"
                                        + "&working_hours-1-from=09:00&working_hours-1-to=08:00&alias=x%40example.org")
                        .body());
        pages.put(
                "profile-stale",
                Sample.post(usual, "/profile", "action=save&CN=Vincent+V.&theme=dark").body());
        pages.put("not-found", Sample.get(usual, "/no-such-thing").body());
        pages.put("wrong-date", Sample.get(usual, "/?date=2026-13-40").body());
        pages.putAll(pages("de"));
        pages.putAll(pages("ar"));
        return pages;
    }

    private static String preview(Manager manager) {
        return Sample.upload(manager, "/import", "look", "team <b>.ics", "x").body();
    }

    private static String only(String event, String path) {
        return Sample.get(Sample.manager(Sample.with(event), _ -> new Outcome.Stale()), path)
                .body();
    }

    private static String sauna(String path, String... waiting) {
        return Sample.get(Sample.manager(Sample.sauna(waiting), _ -> new Outcome.Stale()), path)
                .body();
    }

    /** Weekly on two days, with an end, an exception, and two guests. */
    private static String written(Manager manager) {
        return Sample.post(
                        manager,
                        "/new",
                        "action=check&version=0&made-with=hours+2026-11-24+09:00+2026-11-24+10:00"
                                + "&title=Kayak+course&start-date=2026-11-24&start-time=18:00"
                                + "&end-date=2026-11-24&end-time=10:00&repeat=weekly&every=2&day=TU&day=TH"
                                + "&by=date&until=2027-03-31&times=&skip=2026-12-24&also="
                                + "&people=Anna+Aal+%3Canna%40example.net%3E%0D%0Abo%40example.net"
                                + "&place=Boat+house&link=https://example.org/kayak&description=Bring+towels."
                                + "&colour=seagreen&categories=Sport&busy=busy&class=public&reminder=30")
                .body();
    }

    /** The form asks when two guests are free, for an hour and a half. */
    private static String guestTimes(Manager manager) {
        return Sample.post(
                        manager,
                        "/new",
                        "action=find&version=0&made-with=hours+2026-11-24+09:00+2026-11-24+10:00"
                                + "&title=&start-date=2026-11-24&start-time=09:00"
                                + "&end-date=2026-11-24&end-time=10:30&repeat=none&every=1&by=date&until=&times="
                                + "&skip=&also=&people=Anna+Aal+%3Canna%40example.net%3E%0D%0Abo%40example.net"
                                + "&place=&link=&description=&busy=busy&class=public")
                .body();
    }

    /** Somebody has changed the place and the end since the form was opened. */
    private static String stale(Manager now) {
        String old = Sample.LUNCH.replace("Café Mølla", "Canteen").replace("T130000", "T124500");
        String form = only(old, "/event/lunch%40example.com?edit=1");
        return Sample.post(
                        now,
                        "/event/lunch%40example.com",
                        "action=send&version=1&made-from="
                                + madeFrom(form)
                                + "&title=Lunch+for+all&start-date=2026-11-18&start-time=12:00"
                                + "&end-date=2026-11-18&end-time=12:45&place=Roof&description="
                                + "&people=%C3%85se+Bl%C3%A5b%C3%A6r+%3Caase%40example.org%3E"
                                + "&repeat=none&until=&times=")
                .body();
    }

    static String madeFrom(String page) {
        return GoldenPagesTest.all(page, "name=\"made-from\" value=\"([^\"]+)\"").getFirst();
    }

    /** The pages with the most words, in another language: {@code month-de}. */
    static Map<String, String> pages(String language) {
        Manager manager =
                Sample.manager(
                        Sample.november(),
                        _ -> new Outcome.Stale(),
                        Messages.of(language),
                        Sample.OSLO,
                        Sample.NOW);
        var pages = new LinkedHashMap<String, String>();
        pages.put("month", Sample.get(manager, "/").body());
        pages.put("week", Sample.get(manager, "/?view=week").body());
        pages.put(
                "event-invitation", Sample.get(manager, "/event/planning-42%40example.com").body());
        pages.put("event-series", Sample.get(manager, "/event/standup%40example.com").body());
        pages.put("event-organised", Sample.get(manager, "/event/lunch%40example.com").body());
        pages.put(
                "event-guests",
                Sample.get(
                                Sample.manager(
                                        Sample.with(Sample.CONFERENCE),
                                        _ -> new Outcome.Stale(),
                                        Messages.of(language),
                                        Sample.OSLO,
                                        Sample.NOW),
                                "/event/workshop%40example.com")
                        .body());
        pages.put("event-unsent", Sample.get(manager, "/event/choir%40example.com").body());
        pages.put("search", Sample.get(manager, "/search?q=plan+caf%C3%A9").body());
        pages.put("import-preview", preview(manager));
        pages.put("event-new", Sample.get(manager, "/new?date=2026-11-24").body());
        pages.put("event-preview", written(manager));
        pages.put(
                "find-three",
                Sample.get(
                                manager,
                                "/find-a-time?attendee=Anna%20Vole%20%3Canna%40example.com%3E&attendee=bo%40example.net"
                                        + "&attendee=cy%40example.org&length=60&days=7")
                        .body());
        pages.put("requests", Sample.get(manager, "/requests").body());
        pages.put("activity", Sample.get(manager, "/activity").body());
        pages.putAll(ResourcesOfAStoreTest.pages(language));
        pages.put("profile", Sample.get(manager, "/profile").body());
        pages.put("wrong-date", Sample.get(manager, "/?date=2026-13-40").body());
        pages.put(
                "old-form",
                Sample.ask(manager, "POST", "/new", "action=send&token=x", "text/html").body());
        var named = new LinkedHashMap<String, String>();
        pages.forEach((name, page) -> named.put(name + "-" + language, page));
        return named;
    }

    /** Six events on each of twenty working days. */
    static SampleCalendar busy() {
        List<String> titles =
                List.of(
                        "Stand-up of the whole team",
                        "Review of the quarterly figures",
                        "One to one with Harriet Hare",
                        "Interview: senior developer",
                        "Planning of the spring budget",
                        "Call with the New York office");
        var all = new ArrayList<Occurrence>();
        for (int day = 2; day <= 27; day++) {
            String date = "2026-11-" + (day < 10 ? "0" : "") + day;
            for (int i = 0; i < 6 && Sample.date(date).getDayOfWeek().getValue() < 6; i++) {
                int hour = 9 + i;
                String start = date + "T" + (hour < 10 ? "0" : "") + hour;
                all.add(
                        Sample.timed(
                                "7f1c2a90-4b1d-4e5a-9c3e-" + i + day + "a4b5c6d7@example.com",
                                null,
                                start + ":00",
                                start + ":45",
                                titles.get(i),
                                i % 2 == 0 ? "Meeting room 5" : "",
                                i == 3 ? Participation.NEEDS_ACTION : Participation.ACCEPTED,
                                false,
                                i == 2));
            }
        }
        return SampleCalendar.of(all);
    }

    /** Sixty events on one day, and a few long ones. */
    static SampleCalendar sixty() {
        var all = new ArrayList<Occurrence>(Sample.november().all());
        for (int i = 0; i < 60; i++) {
            int hour = 8 + i / 8;
            String start =
                    "2026-11-25T"
                            + (hour < 10 ? "0" : "")
                            + hour
                            + ":"
                            + (i % 2 == 0 ? "00" : "30");
            String end = "2026-11-25T" + (hour + 1 < 10 ? "0" : "") + (hour + 1) + ":15";
            all.add(
                    Sample.timed(
                            "many-" + i + "@example.com", start, end, "Event number " + (i + 1)));
        }
        for (int i = 0; i < 6; i++) {
            all.add(
                    Sample.days(
                            "long-" + i + "@example.com",
                            "2026-11-1" + i,
                            "2026-11-2" + i,
                            "Long thing " + (i + 1),
                            i % 2 == 0 ? Participation.ACCEPTED : Participation.NEEDS_ACTION));
        }
        return SampleCalendar.of(all);
    }
}
