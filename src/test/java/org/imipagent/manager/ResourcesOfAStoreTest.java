package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imipagent.agent.ActionHandler;
import org.imipagent.agent.Installation;
import org.imipagent.agent.ProfileHandler;
import org.imipagent.agent.Quotas;
import org.imipagent.agent.ResourceMailHandler;
import org.imipagent.agent.ResourcePhotos;
import org.imipagent.agent.Resources;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Zone;
import org.imipagent.itip.Verdict;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.SqliteStore;
import org.imipagent.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of resources, of a real store in which rooms were asked for. */
class ResourcesOfAStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-03T08:00:00Z");
    private static final CalendarAddress OWNER = Sample.VINCENT;
    private static final CalendarAddress ANNA = new CalendarAddress("anna@example.net");
    private static final CalendarAddress HALL = new CalendarAddress("hall@example.com");
    private static final CalendarAddress BO = new CalendarAddress("bo@example.net");
    private static final CalendarAddress CAR = new CalendarAddress("car@example.com");
    private static final CalendarAddress VAN = new CalendarAddress("van@example.com");

    @TempDir private Path folder = Path.of("");

    private Store store = SqliteStore.open(Path.of("nowhere"));
    private Installation site = site(folder, store);

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder);
        site = site(folder, store);
        fill(site);
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), store.verify());
        store.close();
    }

    private static Installation site(Path folder, Store store) {
        return new Installation(
                Settings.defaults()
                        .with(SiteSettings.STORE_DIR, folder.toString())
                        .with(SiteSettings.RESOURCE_PHOTOS, folder.resolve("photos"))
                        .with(SiteSettings.TZID, Zone.of(ZoneId.of("Europe/Oslo"))),
                store,
                Zone.UTC,
                "host.example.com");
    }

    private static void fill(Installation site) {
        site.store()
                .change(
                        writing -> {
                            writing.add(OWNER, NOW);
                            writing.add(HALL, NOW);
                            writing.prefer(HALL, "CN", "The <Hall>");
                            writing.prefer(HALL, "resource", "room");
                            writing.prefer(HALL, "capacity", "40");
                            writing.prefer(HALL, "place", "Main building");
                            writing.prefer(HALL, "note", "The key is at the desk.");
                            writing.prefer(HALL, "owners", OWNER.email());
                            writing.prefer(
                                    HALL, "scheduling_function", "schedule_in_freebusy\nask_owner");
                            writing.add(CAR, NOW);
                            writing.prefer(CAR, "CN", "Car");
                            writing.prefer(CAR, "resource", "vehicle");
                            writing.prefer(CAR, "owners", OWNER.email());
                            writing.prefer(
                                    CAR,
                                    "scheduling_function",
                                    "check_quota cars\nschedule_across_quota cars\nschedule_in_freebusy");
                            writing.add(VAN, NOW);
                            writing.prefer(VAN, "CN", "Van");
                            writing.prefer(VAN, "resource", "vehicle");
                            writing.prefer(
                                    VAN,
                                    "scheduling_function",
                                    "check_quota cars\nschedule_in_freebusy");
                            writing.limitQuota("cars", Quotas.EVERYBODY, Duration.ofHours(10));
                            writing.limitQuota("cars", OWNER, Duration.ofHours(20));
                            writing.limitQuota("cars", Quotas.group("board"), Duration.ofHours(1));
                            writing.limitQuota("cars", Quotas.group("sales"), Duration.ofDays(2));
                            writing.shareQuota("cars", BO, "board");
                        });
        ask(site, HALL, "talk", "Talk", "20261103T120000Z", "20261103T130000Z");
        ask(site, CAR, "trip", "Trip", "20261103T070000Z", "20261103T090000Z");
        ask(site, VAN, "tour", "Tour", "20261103T140000Z", "20261103T143000Z");
    }

    private static void ask(
            Installation site,
            CalendarAddress whom,
            String uid,
            String title,
            String start,
            String end) {
        String mail =
                """
                From: <anna@example.net>
                To: <%1$s>
                Message-ID: <%2$s@example.net>
                MIME-Version: 1.0
                Content-Type: text/calendar; charset=utf-8; method=REQUEST

                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//T//T//EN
                METHOD:REQUEST
                BEGIN:VEVENT
                UID:%2$s
                DTSTAMP:20261101T090000Z
                SUMMARY:%3$s
                DTSTART:%4$s
                DTEND:%5$s
                COMMENT:With <b>chairs</b>.
                ORGANIZER:mailto:anna@example.net
                ATTENDEE;RSVP=TRUE:mailto:%1$s
                END:VEVENT
                END:VCALENDAR
                """
                        .formatted(whom.email(), uid, title, start, end);
        new ResourceMailHandler(site)
                .receive(
                        mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                        List.of(whom),
                        NOW);
    }

    /** The pages as somebody sees them who looks after one of the resources. */
    static Map<String, String> pages(String language) {
        try {
            Path folder = Files.createTempDirectory("resources");
            try (Store store = SqliteStore.open(folder)) {
                Installation site = site(folder, store);
                fill(site);
                Manager manager = manager(site, OWNER, Messages.of(language));
                var pages = new LinkedHashMap<String, String>();
                pages.put("resources", Sample.get(manager, "/resources").body());
                pages.put("resource", Sample.get(manager, "/resources/hall%40example.com").body());
                pages.put(
                        "resource-quota",
                        Sample.get(manager, "/resources/car%40example.com").body());
                return pages;
            } finally {
                remove(folder);
            }
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static Manager manager(Installation site, CalendarAddress user, Messages texts) {
        return new Manager(
                site.store()::read,
                (reading, _) -> {
                    var participant = site.participant(reading, user);
                    return new Visitor(
                            participant.person(),
                            "Vincent Vole",
                            texts,
                            site.schedule(reading, participant),
                            participant.preferences());
                },
                site::event,
                click -> act(site, click),
                _ -> new Outcome.Stale(),
                Sample::preview,
                _ -> new ProfileHandler.Outcome.Stale(),
                site.settings(),
                Sample.IMPORTING,
                new PeerCalendars(
                        (_, _) -> List.of(),
                        (_, _) -> Map.of(),
                        data -> new Resources(site, data),
                        _ -> List.of()),
                () -> texts,
                NOW);
    }

    private static Outcome act(Installation site, ActionRequest click) {
        var outcome =
                new ActionHandler(site)
                        .act(
                                click.person().address(),
                                click.uid(),
                                click.act(),
                                click.version(),
                                click.form(),
                                NOW);
        return switch (outcome) {
            case ActionHandler.Outcome.Done done ->
                    new Outcome.Done(Verdict.REPLIED, done.activity());
            case ActionHandler.Outcome.Stale _ -> new Outcome.Stale();
            case ActionHandler.Outcome.Refused(var decision) ->
                    new Outcome.Refused(decision.verdict());
            case ActionHandler.Outcome.Unknown _ -> new Outcome.Stale();
        };
    }

    private Sample.Answer page(CalendarAddress user, String path) {
        return Sample.get(manager(site, user, Messages.of("en")), path);
    }

    private Busy hall() {
        try (var reading = store.read()) {
            return site.schedule(reading, HALL)
                    .freeBusy(NOW, NOW.plusSeconds(86_400), NOW)
                    .at(Instant.parse("2026-11-03T12:30:00Z"));
        }
    }

    private static String version(String page) {
        Matcher found = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
        assertTrue(found.find(), page);
        return found.group(1);
    }

    @Test
    void everybodySeesWhatThereIsAndWhetherItIsFree() {
        String page = page(ANNA, "/resources").body();
        assertTrue(page.contains("The &lt;Hall&gt;"), page);
        assertTrue(page.contains("Room, for 40 people, Main building"), page);
        assertTrue(page.contains("The key is at the desk."), page);
        assertTrue(page.contains("Free now, until Tue 3 Nov, 13:00"), page);
        assertTrue(page.contains("Taken until Tue 3 Nov, 10:00"), page);
        assertTrue(page.contains("/cal/new?attendee="), page);
        assertFalse(page.contains("Talk"), "what others do with it is nobody's business");
        assertTrue(page(ANNA, "/").body().contains("/cal/resources\""), "the way there");
    }

    @Test
    void onlyWhoLooksAfterItSeesWhatItIsFor() {
        String own = page(OWNER, "/resources/hall%40example.com").body();
        assertTrue(own.contains("Talk") && own.contains("anna@example.net"), own);
        assertTrue(
                own.contains(
                        "<th scope=\"row\"><bdi>anna@example.net</bdi></th><td>0</td><td>1</td><td>0</td><td>0</td>"),
                own);
        String others = page(ANNA, "/resources/hall%40example.com").body();
        assertTrue(others.contains("held"), others);
        assertFalse(others.contains("Talk") || others.contains("anna@"), others);
        assertFalse(others.contains("<svg class=\"use\""), others);
    }

    private static String row(String who, String booked, String limit, String left) {
        return "<tr><th scope=\"row\"><bdi>"
                + who
                + "</bdi></th><td data-head=\"Booked ahead\">"
                + booked
                + "</td><td data-head=\"Limit\">"
                + limit
                + "</td><td data-head=\"Left\">"
                + left
                + "</td></tr>\n";
    }

    @Test
    void whoLooksAfterItSeesWhoHasHowMuchOfItsQuotas() {
        store.change(
                writing -> {
                    writing.limitQuota("cars", ANNA, Duration.ofHours(2));
                    writing.shareQuota("cars", OWNER, "sales");
                });
        String own = page(OWNER, "/resources/car%40example.com").body();
        assertTrue(own.contains("Counted together: Car, Van"), own);
        assertTrue(own.contains("Everyone can have 10 hours booked ahead."), own);
        assertTrue(own.contains("No one can book two of these for the same time."), own);
        assertTrue(
                own.contains(
                        "<tbody>\n"
                                + row(
                                        "anna@example.net",
                                        "2 hours, 30 minutes",
                                        "2 hours",
                                        "30 minutes over the limit")
                                + row("Group board", "0 hours", "1 hour", "1 hour left")
                                + row("Group sales", "0 hours", "48 hours", "48 hours left")
                                + "</tbody>"),
                own);
        String others = page(ANNA, "/resources/car%40example.com").body();
        assertFalse(others.contains("Counted together") || others.contains("board"), others);
        String hall = page(OWNER, "/resources/hall%40example.com").body();
        assertFalse(hall.contains("Quotas"), "it has none");
    }

    @Test
    void whoHasNoLimitIsListedAsWhoCannotBook() {
        store.change(
                writing -> {
                    writing.limitQuota("cars", Quotas.EVERYBODY, null);
                    writing.prefer(VAN, "owners", OWNER.email());
                });
        String own = page(OWNER, "/resources/van%40example.com").body();
        assertTrue(own.contains("Only people and groups with a limit below can book."), own);
        assertTrue(
                own.contains(
                        row("anna@example.net", "2 hours, 30 minutes", "none: cannot book", "")),
                own);
        String anna = page(ANNA, "/resources/van%40example.com").body();
        assertTrue(
                anna.contains("Car, Van: You have no quota, so your requests are declined."), anna);
    }

    @Test
    void whoBooksSeesWhatTheyHaveOfEachQuota() {
        String mine =
                "Car, Van: You have booked 2 hours, 30 minutes of 10 hours ahead, 7 hours, 30 minutes left.";
        String list = page(ANNA, "/resources").body();
        assertEquals(2, list.split(Pattern.quote(mine), -1).length, "once, not for each resource");
        assertTrue(page(ANNA, "/resources/van%40example.com").body().contains(mine));
        assertFalse(page(ANNA, "/resources/hall%40example.com").body().contains("left."));
        String board = page(BO, "/resources").body();
        assertTrue(
                board.contains("Your group board has booked 0 hours of 1 hour ahead, 1 hour left."),
                board);
        store.change(writing -> writing.limitQuota("cars", ANNA, Duration.ofMinutes(150)));
        assertTrue(
                page(ANNA, "/resources")
                        .body()
                        .contains("of 2 hours, 30 minutes ahead, nothing left."));
    }

    /** The pages say what {@code check_quota} counts: one sum, whoever asks for it. */
    @Test
    void theSharesOfAllAreThoseOfEach() {
        store.change(writing -> writing.shareQuota("cars", ANNA, "sales"));
        try (var reading = store.read()) {
            var quotas = new Quotas(site, reading, NOW);
            assertEquals(3, quotas.shares("cars").size());
            for (CalendarAddress each : List.of(ANNA, BO, OWNER)) {
                assertTrue(quotas.shares("cars").contains(quotas.share("cars", each)), each::uri);
            }
        }
    }

    private static final byte[] PNG =
            "\u0089PNG\r\n\u001a\nof a hall".getBytes(StandardCharsets.ISO_8859_1);

    private void photo(String name, byte[] octets) throws IOException {
        Files.createDirectories(folder.resolve("photos"));
        Files.write(folder.resolve("photos").resolve(name), octets);
        store.change(writing -> writing.prefer(HALL, "photo", name));
    }

    @Test
    void aResourceHasAPhoto() throws IOException {
        photo("hall.png", PNG);
        String page = page(ANNA, "/resources").body();
        Matcher image =
                Pattern.compile(
                                "<img class=\"photo\" src=\"/cal(/resources/[^\"]+)\" alt=\"([^\"]+)\"")
                        .matcher(page);
        assertTrue(image.find(), page);
        String source = image.group(1);
        assertEquals("Photo of The &lt;Hall>", image.group(2));
        assertFalse(image.find(), "the others have none");
        assertTrue(page.contains("width=\"240\" height=\"160\" loading=\"lazy\""), page);
        assertTrue(page(ANNA, "/resources/hall%40example.com").body().contains(source));
        Sample.Answer answer = page(ANNA, source);
        assertEquals(200, answer.status());
        assertTrue(answer.head().contains("Content-Type: image/png\r\n"), answer.head());
        assertTrue(
                answer.head().contains("Cache-Control: private, max-age=604800\r\n"),
                answer.head());
    }

    @Test
    void whatIsNoPictureIsNotShown() throws IOException {
        String path = "/resources/hall%40example.com/photo";
        assertEquals(404, page(ANNA, path).status(), "none was chosen");
        assertEquals(404, page(ANNA, "/resources/anna%40example.net/photo").status());
        photo("page.png", "<!DOCTYPE html><script>".getBytes(StandardCharsets.UTF_8));
        assertEquals(404, page(ANNA, path).status(), "not by its octets");
        photo("big.png", Arrays.copyOf(PNG, ResourcePhotos.MOST + 1));
        assertEquals(404, page(ANNA, path).status(), "too large");
        assertFalse(page(ANNA, "/resources").body().contains("<img class=\"photo\""));
        Files.write(folder.resolve("secret.png"), PNG);
        Files.createSymbolicLink(folder.resolve("photos/link.png"), folder.resolve("secret.png"));
        store.change(writing -> writing.prefer(HALL, "photo", "link.png"));
        assertEquals(404, page(ANNA, path).status(), "a link leads elsewhere");
        store.change(writing -> writing.prefer(HALL, "photo", "missing.png"));
        assertEquals(404, page(ANNA, path).status());
        assertFalse(page(ANNA, "/resources").body().contains("<img class=\"photo\""));
        store.change(writing -> writing.prefer(HALL, "photo", "../secret.png"));
        assertEquals(404, page(ANNA, path).status(), "a path is no name");
        assertEquals(200, page(ANNA, "/resources").status());
    }

    @Test
    void whoIsNoResourceHasNoPage() {
        assertEquals(404, page(OWNER, "/resources/anna%40example.net").status());
        assertEquals(404, page(OWNER, "/resources/vincent%40example.com").status());
    }

    @Test
    void whoLooksAfterItDecides() {
        String page = page(OWNER, "/resources").body();
        assertTrue(page.contains("anna@example.net asks for The &lt;Hall&gt;"), page);
        assertTrue(page.contains("With &lt;b&gt;chairs&lt;/b&gt;."), page);
        assertEquals(Busy.TENTATIVE, hall());
        String fields = "action=accept&comment=Mind+the+step&version=" + version(page);
        String path = "/resources/hall%40example.com?uid=talk";
        var owner = manager(site, OWNER, Messages.of("en"));
        var other = manager(site, ANNA, Messages.of("en"));
        assertEquals(404, Sample.post(other, path, fields).status(), "nobody else does");
        assertEquals(422, Sample.post(owner, path, "action=eat&version=1").status());
        assertEquals(409, Sample.post(owner, path, "action=accept&version=77").status());
        assertEquals(Busy.TENTATIVE, hall());
        var answer = Sample.post(owner, path, fields);
        assertEquals(303, answer.status());
        assertEquals(Busy.BUSY, hall());
        String after = page(OWNER, "/resources?decided=yes").body();
        assertTrue(after.contains("Accepted. Whoever asked gets a mail."), after);
        assertFalse(after.contains("asks for"), "it waits no more");
        assertEquals(
                409, Sample.post(owner, path, "action=decline&version=" + version(page)).status());
    }

    @Test
    void aChangeMeanwhileIsAskedAnewAndALateAnswerCountsForNothing() {
        String page = page(OWNER, "/resources").body();
        ask(site, HALL, "talk", "Longer\nSEQUENCE:1", "20261103T120000Z", "20261103T140000Z");
        var owner = manager(site, OWNER, Messages.of("en"));
        String path = "/resources/hall%40example.com?uid=talk";
        assertEquals(
                409, Sample.post(owner, path, "action=accept&version=" + version(page)).status());
        assertEquals(Busy.TENTATIVE, hall());
        String anew = page(OWNER, "/resources").body();
        assertEquals(
                303, Sample.post(owner, path, "action=decline&version=" + version(anew)).status());
        assertEquals(Busy.FREE, hall());
    }
}
