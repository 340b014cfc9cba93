package org.imipagent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * The calendar as a person meets it: Chromium, through Apache, with the mouse, with the keyboard
 * alone and without scripts; and what can be measured of each page.
 *
 * <p>Each test answers invitations of its own, so that their order does not matter. Pictures of the
 * pages are left in target/screenshots.
 */
@OneLaunch
class BrowserIT {

    private static final Path PICTURES = InstalledProgram.checkout("target/screenshots");
    private static final int WIDE = 1280;
    private static final By NOTICE = By.cssSelector(".notice");

    /** How the person stands to an event, and below it what they wrote. */
    private static final By STANDING = By.cssSelector(".standing p");

    private static final By WROTE = By.cssSelector(".standing p + p");
    private static final By ACCEPT = By.cssSelector("button[value=accept]");
    private static final By DECLINE = By.cssSelector("button[value=decline]");
    private static final By BACK = By.cssSelector(".ending .ways a");

    @SuppressWarnings("NullAway.Init")
    private static DemoCalendar calendar;

    @SuppressWarnings("NullAway.Init")
    private static RunningBrowser browser;

    @BeforeAll
    static void startBoth() throws IOException {
        calendar = DemoCalendar.start();
        browser = RunningBrowser.start(true);
        browser.open(calendar.login());
    }

    @AfterAll
    static void stopBoth() {
        browser.close();
        calendar.close();
    }

    private static LocalDate day(int afterMonday) {
        return calendar.monday().plusDays(afterMonday);
    }

    /** The page of one time of a series that begins at this hour in Oslo. */
    private static String occurrence(String uid, int afterMonday, int hour) {
        var start = day(afterMonday).atTime(hour, 0).atZone(ZoneId.of("Europe/Oslo"));
        return "event/"
                + uid
                + "/"
                + start.withZoneSameInstant(ZoneOffset.UTC)
                        .format(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT));
    }

    /** Every kind of page, by the name of its picture. */
    static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("month", "?date=" + day(8));
        pages.put("week", "?view=week&date=" + day(8));
        pages.put("day", "?view=day&date=" + day(8));
        pages.put("list", "?view=list&date=" + day(0));
        pages.put("empty-month", "?date=2001-01-01");
        pages.put("empty-list", "?view=list&date=2001-01-01");
        pages.put("event", "event/river-review@burrow.example.com");
        pages.put("series", "event/swimming@burrow.example.com");
        pages.put("occurrence", occurrence("monday-round@burrow.example.com", 21, 10));
        pages.put("changed", occurrence("monday-round@burrow.example.com", 7, 10));
        pages.put("cancelled", "event/mill-visit@burrow.example.com");
        pages.put("new", "new?date=" + day(8));
        pages.put("search", "search?q=swimm");
        pages.put("search-many", "search?q=a&from=2001-01-01");
        pages.put("search-none", "search?q=%F0%9F%98%80+nothing+of+the+kind");
        pages.put("search-wrong", "search?q=%3Cb%3Eswimming&from=soon");
        pages.put("import", "import");
        pages.put(
                "import-done",
                "import?new=1&changed=2&unchanged=3&refused=4&uid=river-review@burrow.example.com");
        pages.put(
                "new-guests",
                "new?start=" + day(8) + "&end=" + day(9) + "&attendee=a%40example.com");
        pages.put("find", "find-a-time");
        pages.put(
                "find-three",
                "find-a-time?attendee=paul.otter%40example.com&attendee=Someone+With+A+Long+Name+%3C"
                        + "somebody.with.a.very.long.address.indeed%40department.example.org%3E&days=28&date="
                        + day(8));
        pages.put("find-days", "find-a-time?attendee=a%40example.com&length=day&hours=all");
        pages.put("find-wrong", "find-a-time?attendee=%3Cb%3Enobody");
        pages.put(
                "new-slots",
                "new?slot=%1$sT09:00/%1$sT10:00&slot=%2$sT09:00/%2$sT10:00&slot=%2$sT14:00/%2$sT15:30"
                        .formatted(day(8), day(9)));
        pages.put("requests", "requests");
        pages.put("activity", "activity");
        pages.put("profile", "profile");
        pages.put("no-such-page", "no/such/page/here");
        pages.put("no-such-event", "event/none@example.com");
        pages.put("no-such-date", "?date=tomorrow");
        return pages;
    }

    static List<Map.Entry<String, String>> eachPage() {
        return List.copyOf(pages().entrySet());
    }

    // ---- What a person does

    @Test
    void anInvitationIsAcceptedWithACommentByClicking() throws IOException {
        acceptByClicking(browser, "Harvest planning", 8, "Gladly, with æøå 🫐");
    }

    @Test
    void anInvitationIsAnsweredInTheListWithAMessage() throws IOException {
        browser.open(calendar.address("requests"));
        var card = "//li[.//h2[contains(., 'Harvest fair')]]";
        browser.find(By.xpath(card + "//summary[contains(., 'Add a message')]")).click();
        browser.type(By.xpath(card + "//textarea"), "Only on the first day");
        browser.follow(By.xpath(card + "//button[@value='tentative']"));
        assertEquals("Invitations", browser.text(By.tagName("h1")));
        assertTrue(browser.all(By.xpath(card)).isEmpty(), "it waits no more");
        sent("> Only on the first day");
    }

    @Test
    void aSeriesWaitsOnce() {
        browser.open(calendar.address("requests"));
        var card = "//li[.//h2[contains(., 'Monday round')]]";
        assertEquals(1, browser.all(By.xpath(card)).size());
        assertTrue(browser.text(By.xpath(card)).contains("All events in the series"));
    }

    @Test
    void oneTimeOfASeriesIsDeclinedByClicking() {
        declineOneTime(browser, 28);
    }

    @Test
    void everythingWorksWithScriptsSwitchedOff() throws IOException {
        try (var plain = RunningBrowser.start(false)) {
            plain.open(
                    URI.create(
                            "data:text/html,%3Ctitle%3Eoff%3C/title%3E%3Cscript%3Edocument.title='on'%3C/script%3E"));
            assertEquals("off", plain.title(), "scripts are not switched off");
            plain.open(calendar.login());
            acceptByClicking(plain, "Tunnel talk", 15, "No script needed");
            declineOneTime(plain, 35);
        }
    }

    /** Through the views to the event, there the answer with a comment, and back. */
    private static void acceptByClicking(RunningBrowser with, String title, int day, String comment)
            throws IOException {
        with.open(calendar.address(""));
        for (var view : List.of("List", "Week", "Day", "Month")) {
            with.follow(By.linkText(view));
            assertEquals(view, with.text(By.cssSelector(".views [aria-current]")));
        }
        with.open(calendar.address("?date=" + day(day)));
        with.follow(chip(title));
        assertEquals(title, with.text(By.tagName("h1")));
        assertEquals("You haven’t replied yet.", with.text(STANDING));
        with.type(By.id("comment"), comment);
        with.follow(ACCEPT);
        assertEquals("You accepted.", with.text(STANDING));
        assertEquals("Your message: " + comment, with.text(WROTE));
        assertEquals("true", with.find(ACCEPT).getDomAttribute("aria-pressed"));
        sent("PARTSTAT=ACCEPTED");
        with.follow(BACK);
        assertFalse(with.text(chip(title)).contains("no reply yet"), with.text(chip(title)));
    }

    /** The page answers before mail is sent. */
    private static void sent(String words) throws IOException {
        String sent = "";
        for (int i = 0; i < 1000 && !sent.contains(words); i++) {
            LockSupport.parkNanos(20_000_000);
            sent =
                    Files.exists(calendar.sent())
                            ? Files.readString(calendar.sent())
                                    .replace("\r\n", "\n")
                                    .replace("\n ", "")
                            : "";
        }
        assertTrue(sent.contains(words), sent);
    }

    /** One Monday is declined; the Mondays around it stay as they are. */
    private static void declineOneTime(RunningBrowser with, int day) {
        with.open(calendar.address("?view=day&date=" + day(day)));
        with.follow(chip("Monday round"));
        assertTrue(with.find(By.cssSelector("input[value=occurrence]")).isSelected());
        with.follow(DECLINE);
        assertEquals(
                "You declined this date. Your reply for the rest of the series has not changed.",
                with.text(STANDING));
        assertEquals("true", with.find(DECLINE).getDomAttribute("aria-pressed"));
        assertEquals("false", with.find(ACCEPT).getDomAttribute("aria-pressed"));
        with.follow(BACK);
        assertTrue(with.text(chip("Monday round", day)).contains("declined"));
        with.open(calendar.address("?view=day&date=" + day(42)));
        assertTrue(with.text(chip("Monday round")).contains("no reply yet"));
    }

    /** Language, first weekday and a feed, without a script; then the feed is off again. */
    @Test
    void settingsAreChangedAndAFeedIsSwitchedOnAndOff() throws Exception {
        try (var plain = RunningBrowser.start(false)) {
            plain.open(calendar.login());
            plain.open(calendar.address("profile"));
            plain.choose("feed", "all");
            plain.choose("first_weekday", "sunday");
            plain.follow(By.cssSelector(".save button"));
            assertEquals("Settings saved.", plain.text(NOTICE));
            assertFalse(plain.all(By.cssSelector("svg.qr")).isEmpty());
        }
        try {
            measure("profile-feed", "profile");
            validate("profile");
        } finally {
            browser.open(calendar.address("profile"));
            browser.choose("feed", "");
            browser.choose("first_weekday", "");
            browser.follow(By.cssSelector(".save button"));
        }
        assertTrue(browser.all(By.cssSelector("svg.qr")).isEmpty());
    }

    @Test
    void anEventIsWrittenCheckedSentChangedAndLookedAt() throws IOException {
        writeAndChange(browser, "Burrow inspection");
        for (var place : List.of("saved", "edit", "wrong")) {
            var faults = new ArrayList<String>();
            switch (place) {
                case "saved" -> assertFalse(browser.all(By.className("unsent")).isEmpty());
                case "edit" -> browser.follow(By.linkText("Edit"));
                default -> {
                    browser.type(By.id("guest"), "nobody");
                    browser.follow(By.cssSelector("button[value=send]"));
                    assertTrue(browser.text(By.id("guest-error")).contains("nobody"));
                }
            }
            for (var width : List.of(320, 360, WIDE)) {
                browser.width(width);
                if (browser.contentWidth() > width) {
                    faults.add(browser.contentWidth() + " pixels in a window of " + width);
                }
                browser.picture(PICTURES.resolve("written-" + place + "-" + width + ".png"));
            }
            examine("light", 320, faults);
            examine("dark", WIDE, faults);
            browser.picture(PICTURES.resolve("written-" + place + "-dark.png"));
            browser.scheme("light");
            assertEquals(List.of(), faults, place);
        }
    }

    /** A new event with somebody, said whom it mails, sent; then its title is changed and saved. */
    private static void writeAndChange(RunningBrowser with, String title) throws IOException {
        with.open(calendar.address("?view=day&date=" + day(8)));
        with.follow(By.linkText("New event"));
        with.type(By.id("guest"), "Paul Otter <paul.otter@example.com>");
        with.type(By.id("title"), title);
        with.pressToLeave(Keys.ENTER);
        assertEquals(
                "1 person will get an email: paul.otter@example.com",
                with.text(By.className("will-mail")));
        with.follow(By.cssSelector("button[value=check]:not(.hidden)"));
        assertEquals(
                "1 person will get an email: paul.otter@example.com",
                with.text(By.className("will-mail")));
        with.follow(By.cssSelector("button[value=send]"));
        assertEquals(title, with.text(By.tagName("h1")));
        assertEquals("You organise this event.", with.text(STANDING));
        sent("Invitation: " + title);
        with.follow(By.linkText("Edit"));
        with.type(By.id("title"), ", again");
        with.follow(By.cssSelector("button[value=save]"));
        assertEquals(title + ", again", with.text(By.tagName("h1")));
        assertTrue(with.text(By.cssSelector(".unsent")).contains("1 person hasn’t been notified"));
    }

    /** A guest, something odd and something that is no calendar: all that a preview can say. */
    @Test
    void filesAreLookedAtAndImportedByClicking() throws IOException {
        Path folder = Files.createTempDirectory("imip");
        Path party = folder.resolve("party.ics");
        Files.writeString(
                party,
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//test//EN
                BEGIN:VEVENT
                UID:party@burrow.example.com
                DTSTAMP:20261101T000000Z
                DTSTART:20301120T090000Z
                DURATION:PT2H
                SUMMARY:Party for everybody who ever dug a hole in the riverbank, with a long name
                PRIORITY:99
                ORGANIZER:mailto:vincent.vole@example.com
                ATTENDEE:mailto:vincent.vole@example.com
                ATTENDEE:mailto:paul.otter@example.com
                END:VEVENT
                BEGIN:VTODO
                UID:todo@burrow.example.com
                DTSTAMP:20261101T000000Z
                END:VTODO
                END:VCALENDAR
                """);
        Path photo = Files.write(folder.resolve("photo.jpg"), new byte[] {-1, -40, 0, 16, 74});
        browser.open(calendar.address("import"));
        browser.find(By.id("files")).sendKeys(party + "\n" + photo);
        browser.follow(By.cssSelector("button[value=look]"));
        assertTrue(
                browser.text(By.id("told"))
                        .contains("1 person would get an email: paul.otter@example.com"));
        look("import-preview");
        browser.follow(By.cssSelector("button[value=import]"));
        assertTrue(browser.text(NOTICE).startsWith("1 event was added."));
        browser.follow(By.partialLinkText("Party for everybody"));
        assertTrue(browser.text(By.tagName("h1")).startsWith("Party for everybody"));
        browser.open(calendar.address("search?q=every+riverb"));
        assertEquals("1 event found", browser.text(By.cssSelector(".lead")));
    }

    /** The page as it stands: it fits every window and is accessible. */
    private static void look(String name) throws IOException {
        var faults = new ArrayList<String>();
        for (var width : List.of(320, 360, WIDE)) {
            browser.width(width);
            if (browser.contentWidth() > width) {
                faults.add(browser.contentWidth() + " pixels in a window of " + width);
            }
            browser.picture(PICTURES.resolve(name + "-" + width + ".png"));
        }
        examine("light", 320, faults);
        examine("dark", WIDE, faults);
        browser.picture(PICTURES.resolve(name + "-dark.png"));
        browser.scheme("light");
        assertEquals(List.of(), faults, name);
    }

    @Test
    void aSeriesOnTwoWeekdaysWithAnEndAndAnExceptionIsWrittenByKeyboard() throws IOException {
        writeSeries(browser, "Kayak course");
        browser.picture(PICTURES.resolve("series-preview.png"));
    }

    @Test
    void theSameIsWrittenWithoutScript() throws IOException {
        try (var plain = RunningBrowser.start(false)) {
            plain.open(calendar.login());
            writeSeries(plain, "Canoe course");
        }
    }

    /** The start alone is moved; the second date is skipped where the preview lists it. */
    private static void writeSeries(RunningBrowser with, String title) throws IOException {
        with.open(
                calendar.address(
                        "new?start=" + day(8) + "T17:00&end=" + day(8) + "T18:30")); // a Tuesday
        with.tabTo("title");
        with.press(title);
        with.tabTo("repeat");
        with.press("Weekly");
        with.tabTo("every");
        with.tabTo("TU");
        with.press(Keys.SPACE);
        with.tabTo("TH");
        with.press(Keys.SPACE);
        with.tabTo("times");
        with.press("6");
        with.tabTo("guest");
        with.press("Paul Otter <paul.otter@example.com>");
        with.pressToLeave(Keys.ENTER);
        assertTrue(
                with.text(By.id("preview")).contains("Every week on Tuesday and Thursday, 6 times"),
                with.text(By.id("preview")));
        assertEquals(
                "1 person will get an email: paul.otter@example.com",
                with.text(By.className("will-mail")));
        with.tabTo(day(10).toString());
        with.press(Keys.SPACE);
        with.tabTo("send");
        with.pressToLeave(Keys.ENTER);
        assertEquals(title, with.text(By.tagName("h1")));
        sent("Invitation: " + title);
        sent("Repeats: Every week on Tuesday and Thursday, 6 times");
        with.open(calendar.address("?view=day&date=" + day(10)));
        assertTrue(with.all(chip(title)).isEmpty(), "skipped");
        with.open(calendar.address("?view=day&date=" + day(15)));
        assertFalse(with.all(chip(title)).isEmpty(), "a week later");
    }

    @Test
    void theKeyboardAloneIsEnough() {
        browser.open(calendar.address("?view=list&date=" + day(0)));
        browser.press(Keys.TAB);
        assertEquals("Skip to the content", browser.focused().getText());
        browser.press(Keys.ENTER);
        assertEquals("content", browser.focused().getDomAttribute("id"));
        browser.tabTo("Month");
        browser.pressToLeave(Keys.ENTER);
        browser.open(calendar.address("?date=" + day(9)));
        browser.tabTo("Quarterly figures");
        browser.pressToLeave(Keys.ENTER);
        assertEquals("Quarterly figures", browser.text(By.tagName("h1")));
        browser.tabTo("comment");
        browser.press("From the keyboard");
        browser.tabTo("accept");
        browser.pressToLeave(Keys.ENTER);
        assertEquals("You accepted.", browser.text(STANDING));
        browser.tabTo("Back to calendar");
        browser.pressToLeave(Keys.ENTER);
        assertFalse(browser.text(chip("Quarterly figures")).contains("no reply yet"));
    }

    @Test
    void oneTimeOfASeriesIsAnsweredByKeyboard() {
        browser.open(calendar.address("?view=list&date=" + day(22)));
        browser.tabTo("Swimming lesson");
        browser.pressToLeave(Keys.ENTER);
        browser.tabTo("occurrence");
        browser.tabTo("tentative");
        browser.pressToLeave(Keys.SPACE);
        assertEquals("You replied “Maybe” for this date.", browser.text(STANDING));
        browser.open(calendar.address("?view=day&date=" + day(22)));
        assertTrue(browser.text(chip("Swimming lesson")).contains("maybe"));
        browser.open(calendar.address("?view=day&date=" + day(24)));
        assertTrue(browser.text(chip("Swimming lesson")).contains("no reply yet"));
    }

    private static By chip(String title) {
        return By.xpath("//main//a[contains(@class, 'chip')][contains(., '" + title + "')]");
    }

    /** The one that leads to this day's time; its own time of day does not matter. */
    private static By chip(String title, int day) {
        var id = day(day).format(DateTimeFormatter.BASIC_ISO_DATE);
        return By.xpath(
                "//main//a[contains(@class, 'chip')][contains(., '"
                        + title
                        + "')][contains(@href, '"
                        + id
                        + "')]");
    }

    // ---- What can be measured

    @ParameterizedTest
    @MethodSource("eachPage")
    void aPageIsNamedFitsEveryWindowAndIsAccessible(Map.Entry<String, String> page)
            throws IOException {
        measure(page.getKey(), page.getValue());
    }

    /** One with long words, and one that runs from right to left. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "ar"})
    void aPageInAnotherLanguageIsAsGood(String language) throws Exception {
        calendar.speak(language);
        try {
            for (String name :
                    List.of(
                            "month",
                            "week",
                            "event",
                            "series",
                            "search-many",
                            "requests",
                            "activity",
                            "profile")) {
                String page = Objects.requireNonNull(pages().get(name));
                measure(name + "-" + language, page);
                validate(page);
            }
        } finally {
            calendar.speak("en");
        }
    }

    private static void measure(String name, String page) throws IOException {
        var faults = new ArrayList<String>();
        browser.width(WIDE);
        browser.scheme("light");
        browser.complaints();
        browser.open(calendar.address(page));
        browser.complaints().stream()
                .filter(complaint -> !isOwnStatus(complaint))
                .forEach(faults::add);
        var heading = browser.text(By.tagName("h1"));
        assertEquals(1, browser.all(By.tagName("h1")).size(), "headings of the first level");
        // The title is plain text: what runs the other way stands between isolates there.
        var title = browser.title().replaceAll("[\u2066-\u2069]", "");
        assertTrue(
                title.replaceFirst("^Error: ", "").startsWith(heading),
                title + " is not " + heading);
        for (var width : List.of(320, 360, 768, WIDE)) {
            browser.width(width);
            if (browser.contentWidth() > width) {
                faults.add(browser.contentWidth() + " pixels in a window of " + width);
            }
            browser.picture(PICTURES.resolve(name + "-" + width + ".png"));
        }
        examine("light", 320, faults);
        examine("light", WIDE, faults);
        examine("dark", WIDE, faults);
        browser.picture(PICTURES.resolve(name + "-dark.png"));
        browser.forcedColours();
        browser.picture(PICTURES.resolve(name + "-forced.png"));
        browser.paper();
        browser.picture(PICTURES.resolve(name + "-print.png"));
        browser.usualMedia();
        browser.scheme("light");
        assertEquals(List.of(), faults);
    }

    /** The eighth form of the pictures of each page: from right to left. */
    @Test
    void everyPageFitsFromRightToLeft() throws IOException {
        calendar.speak("ar");
        var faults = new ArrayList<String>();
        try {
            for (var page : pages().entrySet()) {
                browser.open(calendar.address(page.getValue()));
                for (var width : List.of(360, WIDE)) {
                    browser.width(width);
                    if (browser.contentWidth() > width) {
                        faults.add(page.getKey() + ": " + browser.contentWidth() + " in " + width);
                    }
                }
                browser.picture(PICTURES.resolve(page.getKey() + "-rtl.png"));
            }
        } finally {
            calendar.speak("en");
        }
        assertEquals(List.of(), faults);
    }

    /**
     * A word of sixty letters, a night, a whole day, and doubt: in windows of every width (640 is
     * 1280 magnified to twice the size), on paper and in forced colours.
     */
    @Test
    void theCalendarHoldsWhateverItsEventsAreCalled() throws IOException {
        var today = LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE);
        var word = "Rindfleischetikettierungsueberwachungsaufgabenuebertragung";
        for (int hour : List.of(0, 10, 23)) {
            var at = today + "T" + (hour < 10 ? "0" : "") + hour;
            calendar.keep(
                    "UID:word-"
                            + hour
                            + "\nDTSTART:"
                            + at
                            + "1500Z\nDURATION:PT30M\nSUMMARY:"
                            + word
                            + "\nLOCATION:"
                            + word
                            + "\n");
        }
        calendar.keep(
                "UID:doubt\nDTSTART:"
                        + today
                        + "T103000Z\nDURATION:PT2H\nSTATUS:TENTATIVE\nSUMMARY:Doubt "
                        + word
                        + "\n");
        calendar.keep("UID:day\nDTSTART;VALUE=DATE:" + today + "\nSUMMARY:Day " + word + "\n");
        var faults = new ArrayList<String>();
        for (var view : List.of("month", "week", "day", "list")) {
            browser.usualMedia();
            browser.width(WIDE);
            browser.open(calendar.address("?view=" + view));
            for (var width : List.of(320, 360, 640, 768, WIDE)) {
                browser.width(width);
                if (browser.contentWidth() > width) {
                    faults.add(view + ": " + browser.contentWidth() + " in " + width);
                }
            }
            var links =
                    browser.all(By.cssSelector("main a.chip:not([tabindex])")).stream()
                            .map(chip -> chip.getDomAttribute("href"))
                            .toList();
            assertEquals(links.stream().distinct().toList(), links, view + ": each event once");
            assertTrue(links.size() >= 5, view + links);
            browser.paper();
            for (var unwanted : browser.all(By.cssSelector("button, .button, nav, form, .rest"))) {
                if (unwanted.isDisplayed()) {
                    faults.add(view + " on paper: " + unwanted.getDomProperty("outerHTML"));
                }
            }
            for (var chip : browser.all(By.cssSelector("main a.chip"))) {
                if (!chip.isDisplayed()) {
                    faults.add(view + " on paper lacks " + chip.getDomAttribute("href"));
                }
            }
        }
        browser.usualMedia();
        assertEquals(List.of(), faults);
        browser.open(calendar.address("?view=week"));
        assertEquals(1, browser.all(By.className("now-line")).size());
        assertTrue(browser.find(By.cssSelector(".day.today .now-line")).isDisplayed());
        for (var view : List.of("week", "list")) {
            browser.open(calendar.address("?view=" + view + "&date=" + day(7)));
            browser.forcedColours();
            assertEquals("dashed", browser.edge(By.cssSelector("a.chip.unanswered")), view);
            browser.usualMedia();
        }
        browser.open(calendar.address("?view=day"));
        browser.forcedColours();
        assertEquals("dotted", browser.edge(By.cssSelector("a.chip.tentative")));
        assertEquals(
                "solid", browser.edge(By.cssSelector("a.chip:not(.tentative):not(.unanswered)")));
        browser.usualMedia();
    }

    /** Else a silent log would prove nothing. */
    @Test
    void theLogTellsOfWhatThePolicyForbids() {
        browser.open(calendar.address("activity"));
        browser.complaints();
        browser.tryForbiddenStyle();
        var complaints = browser.complaints();
        assertTrue(
                complaints.stream().anyMatch(it -> it.contains("Content Security Policy")),
                complaints.toString());
    }

    private static void examine(String scheme, int width, List<String> faults) {
        browser.scheme(scheme);
        browser.width(width);
        browser.inaccessible().forEach(fault -> faults.add(scheme + " " + width + ": " + fault));
    }

    /**
     * A page that says 404 is mentioned in the log; what a page loads must be there and allowed.
     */
    private static boolean isOwnStatus(String complaint) {
        return complaint.contains("/imip-manager/")
                && !complaint.contains("/static/")
                && complaint.contains("the server responded with a status of 4");
    }

    @ParameterizedTest
    @MethodSource("eachPage")
    void theSourceOfAPageIsValidHtml(Map.Entry<String, String> page) throws Exception {
        validate(page.getValue());
    }

    private static void validate(String page) throws Exception {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        var source = calendar.get(page).body();
        assertEquals(
                "",
                validator.validate(
                        new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8))));
    }
}
