package org.imipagent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * What the script of the pages adds, with the keys and the pointer of a person, in Chromium through
 * Apache under its Content-Security-Policy. That all of it can be done without the script is for
 * BrowserIT.
 *
 * <p>Each test has weeks of its own.
 */
@OneLaunch
class ScriptIT {

    private static final Path PICTURES = InstalledProgram.checkout("target/screenshots");
    private static final By HEADING = By.tagName("h1");
    private static final By VIEW = By.cssSelector(".views [aria-current]");
    private static final By SEARCH = By.cssSelector("header .search input[name=q]");

    /** Four quarters of an hour, in pixels. */
    private static final int HOUR = 51;

    @SuppressWarnings("NullAway.Init")
    private static DemoCalendar calendar;

    @SuppressWarnings("NullAway.Init")
    private static RunningBrowser browser;

    @BeforeAll
    static void startBoth() throws IOException {
        calendar = DemoCalendar.start();
        calendar.prefer("TZID", "Europe/Oslo");
        browser = RunningBrowser.start(true);
        browser.open(calendar.login());
    }

    @AfterAll
    static void stopBoth() {
        browser.close();
        calendar.close();
    }

    @BeforeEach
    void wide() {
        browser.width(1280);
        browser.complaints();
    }

    /** Also what a script sets by itself is allowed. */
    @AfterEach
    void thePolicyWasKept() {
        browser.run("localStorage.clear()");
        assertEquals(
                List.of(),
                browser.complaints().stream()
                        .filter(
                                it ->
                                        it.contains("Content Security Policy")
                                                || it.contains("manager.js"))
                        .toList());
    }

    private static LocalDate day(int afterMonday) {
        return calendar.monday().plusDays(afterMonday);
    }

    /** An event of an hour from ten o'clock that the person organises, with a guest. */
    private static void organise(String name, LocalDate day, String more) throws IOException {
        String date = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        calendar.keep(
                "UID:"
                        + name
                        + "\nDTSTART;TZID=Europe/Oslo:"
                        + date
                        + "T100000\nDTEND;TZID=Europe/Oslo:"
                        + date
                        + "T110000\nSUMMARY:"
                        + name
                        + "\nORGANIZER:mailto:vincent.vole@example.com\n"
                        + "ATTENDEE;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com\n"
                        + "ATTENDEE;CN=Paul Otter;PARTSTAT=ACCEPTED:mailto:paul.otter@example.com\n"
                        + more);
    }

    private static void week(int afterMonday) {
        browser.open(calendar.address("?view=week&date=" + day(afterMonday)));
    }

    private static By chip(String title) {
        return By.xpath("//main//a[contains(@class, 'chip')][contains(., '" + title + "')]");
    }

    /** The hours of one day, from 0 for the first of the week. */
    private static WebElement track(int column) {
        return browser.all(By.className("track")).get(column);
    }

    private static String value(String id) {
        return Objects.requireNonNullElse(browser.find(By.id(id)).getDomProperty("value"), "");
    }

    private static List<String> times() {
        return List.of(
                value("start-date"), value("start-time"), value("end-date"), value("end-time"));
    }

    private static String here() {
        return browser.address();
    }

    private static String sent() throws IOException {
        return Files.exists(calendar.sent())
                ? Files.readString(calendar.sent(), StandardCharsets.UTF_8)
                        .replace("\r\n", "\n")
                        .replace("\n ", "")
                : "";
    }

    /** The page answers before mail is sent. */
    private static void awaitSent(String words) throws IOException {
        for (int i = 0; i < 1000 && !sent().contains(words); i++) {
            LockSupport.parkNanos(20_000_000);
        }
        assertTrue(sent().contains(words), sent());
    }

    // ---- Keys

    @Test
    void keysLeadFromPageToPage() {
        browser.open(calendar.address("?date=" + day(8)));
        for (String view : List.of("Week", "Day", "List", "Month")) {
            browser.pressToLeave(view.substring(0, 1).toLowerCase(java.util.Locale.ROOT));
            assertEquals(view, browser.text(VIEW));
        }
        String month = browser.text(HEADING);
        browser.pressToLeave("j");
        String next = browser.text(HEADING);
        assertFalse(next.equals(month), next);
        browser.pressToLeave("p");
        assertEquals(month, browser.text(HEADING));
        browser.pressToLeave("n");
        assertEquals(next, browser.text(HEADING));
        browser.pressToLeave("k");
        browser.pressToLeave("t");
        assertTrue(browser.all(By.cssSelector("[aria-current=date]")).size() >= 1);
        browser.pressToLeave("c");
        assertEquals("New event", browser.text(HEADING));
        browser.press("g");
        browser.pressToLeave("r");
        assertEquals("Invitations", browser.text(HEADING));
        browser.press("g");
        browser.pressToLeave("a");
        assertEquals("Activity", browser.text(HEADING));
        browser.pressToLeave("f");
        assertEquals("Find a time", browser.text(HEADING));
        browser.pressToLeave("w");
        assertEquals("Week", browser.text(VIEW), "also from a page without views");
    }

    @Test
    void keysGoFromEventToEventInAList() {
        browser.open(calendar.address("?view=list&date=" + day(0)));
        browser.press("j");
        String first = browser.focused().getText();
        browser.press("j");
        String second = browser.focused().getText();
        assertFalse(first.equals(second), first);
        browser.press("k");
        assertEquals(first, browser.focused().getText());
        assertEquals("List", browser.text(VIEW), "on the same page");
    }

    @Test
    void theSearchFieldTakesEveryLetterUntilEscape() {
        week(8);
        String page = here();
        browser.press("/");
        assertEquals("q", browser.focused().getDomAttribute("name"));
        browser.press("tmwdlcfj?/");
        assertEquals(page, here());
        assertEquals("tmwdlcfj?/", browser.find(SEARCH).getDomProperty("value"));
        browser.press(Keys.ESCAPE);
        browser.pressToLeave("d");
        assertEquals("Day", browser.text(VIEW));
    }

    @Test
    void withCtrlAltOrMetaAKeyIsTheBrowsers() {
        week(8);
        String page = here();
        for (Keys held : List.of(Keys.CONTROL, Keys.ALT, Keys.META)) {
            browser.pressWith(held, "d");
            browser.pressWith(held, "m");
        }
        assertEquals(page, here());
        assertEquals("Week", browser.text(VIEW));
    }

    @Test
    void aQuestionMarkShowsWhatKeysAndMouseDo() throws IOException {
        week(8);
        browser.pressToLeave("?");
        assertEquals("Settings", browser.text(HEADING));
        assertTrue(browser.find(By.id("keys")).isDisplayed(), "it is open");
        assertTrue(browser.text(By.id("keys")).contains("Drag an event to move it"));
        for (int width : List.of(320, 1280)) {
            browser.width(width);
            assertTrue(browser.contentWidth() <= width, "fits " + width);
            assertEquals(List.of(), browser.inaccessible());
        }
        browser.picture(PICTURES.resolve("keys.png"));
        browser.pressToLeave(Keys.ESCAPE);
        assertEquals("Week", browser.text(VIEW), "back where it was asked for");
    }

    @Test
    void whoSwitchedThemOffHasNoKeys() {
        calendar.prefer("shortcuts", "False");
        try {
            week(8);
            String page = here();
            for (String key : List.of("m", "d", "l", "t", "j", "n", "p", "c", "?", "/")) {
                browser.press(key);
            }
            browser.press("g");
            browser.press("r");
            assertEquals(page, here());
            assertEquals("body", browser.focused().getTagName());
            assertTrue(browser.all(By.cssSelector("[aria-keyshortcuts]")).isEmpty());
        } finally {
            calendar.prefer("shortcuts", "True");
        }
    }

    // ---- Drag

    @Test
    void overFreeHoursANewEventBegins() {
        week(70);
        browser.drag(track(2), 60, 6, 0, HOUR);
        assertEquals("New event", browser.text(HEADING));
        String day = day(72).toString();
        List<String> times = times();
        assertEquals(List.of(day, day), List.of(times.getFirst(), times.get(2)));
        assertEquals(
                75,
                minutes(times.get(3)) - minutes(times.get(1)),
                "five quarters were passed over: " + times);
        week(70);
        browser.drag(track(2), 60, 6 + HOUR, 0, -HOUR);
        assertEquals(times, times(), "upwards it is the same");
    }

    private static int minutes(String time) {
        return LocalTime.parse(time).toSecondOfDay() / 60;
    }

    @Test
    void overDaysOfAMonthANewEventOfWholeDaysBegins() {
        LocalDate first = day(120).withDayOfMonth(1);
        browser.open(calendar.address("?date=" + first));
        var days = browser.all(By.cssSelector(".month .day"));
        int width = days.get(9).getSize().getWidth();
        LocalDate shown = LocalDate.parse(attribute("#days", "data-day"));
        browser.drag(days.get(9), 20, 60, 2 * width, 0);
        assertEquals("New event", browser.text(HEADING));
        assertTrue(browser.find(By.name("all-day")).isSelected());
        assertEquals(shown.plusDays(9).toString(), value("start-date"));
        assertEquals(shown.plusDays(11).toString(), value("end-date"));
    }

    private static String attribute(String selector, String name) {
        return Objects.requireNonNull(
                browser.find(By.cssSelector(selector)).getDomAttribute(name), name);
    }

    @Test
    void aDoubleClickBeginsANewEventThere() {
        week(70);
        browser.doubleClick(track(4), 60, 6 + 2 * HOUR);
        assertEquals("New event", browser.text(HEADING));
        assertEquals(day(74).toString(), value("start-date"));
        assertEquals(60, minutes(value("end-time")) - minutes(value("start-time")));
        browser.open(calendar.address("?date=" + day(120).withDayOfMonth(1)));
        LocalDate shown = LocalDate.parse(attribute("#days", "data-day"));
        browser.doubleClick(browser.all(By.cssSelector(".month .day")).get(10), 20, 60);
        assertEquals(shown.plusDays(10).toString(), value("start-date"));
        assertFalse(browser.find(By.name("all-day")).isSelected());
    }

    @Test
    void anEventOfOnesOwnIsMovedOnceThatIsConfirmed() throws IOException {
        organise("Moving", day(77), "");
        week(77);
        int width = track(0).getSize().getWidth();
        browser.hold(browser.find(chip("Moving")), 20, 15, 2 * width, HOUR);
        assertEquals("11:00 – 12:00", browser.text(By.className("shadow")));
        browser.picture(PICTURES.resolve("drag.png"));
        browser.letGo();
        assertEquals("Edit event", browser.text(HEADING));
        String to = day(79).toString();
        assertEquals(List.of(to, "11:00", to, "12:00"), times());
        assertEquals(
                "1 person will get an email: paul.otter@example.com",
                browser.text(By.className("will-mail")));
        browser.picture(PICTURES.resolve("dragged.png"));
        week(77);
        assertEquals("600-660", at("Moving"), "nothing has changed");
        assertFalse(sent().contains("Moving"));
        browser.drag(browser.find(chip("Moving")), 20, 15, 2 * width, HOUR);
        browser.follow(By.cssSelector("button[value=send]"));
        assertEquals("Moving", browser.text(HEADING));
        awaitSent("Subject: Changed: Moving");
        week(77);
        assertEquals("660-720", at("Moving"));
    }

    private static String at(String title) {
        return Objects.requireNonNull(
                browser.find(By.xpath("//li[@data-at][contains(., '" + title + "')]"))
                        .getDomAttribute("data-at"));
    }

    @Test
    void itsLowerEdgeMovesItsEnd() throws IOException {
        organise("Longer", day(84), "");
        week(84);
        var line = browser.find(By.xpath("//li[@data-at][contains(., 'Longer')]"));
        int bottom = line.getSize().getHeight() - 3;
        browser.drag(line, 20, bottom, 0, HOUR / 2);
        assertEquals("Edit event", browser.text(HEADING));
        assertEquals(List.of(day(84).toString(), "10:00", day(84).toString(), "11:30"), times());
        week(84);
        browser.click(browser.find(By.xpath("//li[@data-at][contains(., 'Longer')]")), 20, bottom);
        assertEquals("Longer", browser.text(HEADING), "a click there opens the event");
    }

    @Test
    void theEndOfItsBarMovesTheLastDay() throws IOException {
        String date = "\nDTSTART;VALUE=DATE:" + day(72).format(DateTimeFormatter.BASIC_ISO_DATE);
        String end = "\nDTEND;VALUE=DATE:" + day(74).format(DateTimeFormatter.BASIC_ISO_DATE);
        calendar.keep("UID:Hike" + date + end + "\nSUMMARY:Hike\n");
        week(70);
        WebElement line =
                browser.find(By.xpath("//ul[contains(@class, 'bars')]/li[contains(., 'Hike')]"));
        int width = track(0).getSize().getWidth();
        int edge = line.getSize().getWidth() - 3;
        browser.drag(line, edge, 10, 2 * width, 0);
        assertEquals("Edit event", browser.text(HEADING));
        assertEquals(day(72).toString(), value("start-date"));
        assertEquals(day(75).toString(), value("end-date"));
        week(70);
        line = browser.find(By.xpath("//ul[contains(@class, 'bars')]/li[contains(., 'Hike')]"));
        browser.drag(line, edge, 10, -3 * width, 0);
        assertEquals(day(72).toString(), value("end-date"), "one day is left");
        week(70);
        line = browser.find(By.xpath("//ul[contains(@class, 'bars')]/li[contains(., 'Hike')]"));
        browser.click(line, edge, 10);
        assertEquals("Hike", browser.text(HEADING), "a click there opens the event");
    }

    @Test
    void escapeEndsADragAndNothingHappens() throws IOException {
        organise("Staying", day(91), "");
        week(91);
        String page = here();
        browser.hold(browser.find(chip("Staying")), 20, 15, 0, HOUR);
        assertEquals(1, browser.all(By.className("shadow")).size());
        browser.press(Keys.ESCAPE);
        assertEquals(0, browser.all(By.className("shadow")).size());
        browser.release();
        assertEquals(page, here());
        browser.hold(track(3), 60, 6, 0, HOUR);
        browser.press(Keys.ESCAPE);
        browser.release();
        assertEquals(page, here());
        browser.follow(chip("Staying"));
        assertEquals("Staying", browser.text(HEADING), "a click opens it as before");
    }

    @Test
    void aFingerScrollsAndDragsNothing() throws IOException {
        organise("Touched", day(98), "");
        week(98);
        String page = here();
        browser.dragByFinger(browser.find(chip("Touched")), 20, 15, 0, HOUR);
        assertEquals(0, browser.all(By.className("shadow")).size());
        assertEquals(page, here());
    }

    @Test
    void inAMonthItGoesToAnotherDayAtTheSameTime() throws IOException {
        organise("By day", day(105), "");
        browser.open(calendar.address("?date=" + day(105)));
        var days = browser.all(By.cssSelector(".month .day"));
        int width = days.get(9).getSize().getWidth();
        browser.drag(browser.find(chip("By day")), 30, 10, width, 0);
        assertEquals("Edit event", browser.text(HEADING));
        String to = day(106).toString();
        assertEquals(List.of(to, "10:00", to, "11:00"), times());
    }

    @Test
    void ofAnInvitationANewTimeIsProposed() throws IOException {
        week(7);
        var chip = browser.find(chip("Harvest planning"));
        String[] at = at("Harvest planning").split("-", 2);
        int width = track(0).getSize().getWidth();
        browser.drag(chip, 20, 10, 2 * width, HOUR);
        assertEquals("Harvest planning", browser.text(HEADING));
        var from = day(10).atStartOfDay().plusMinutes(Integer.parseInt(at[0]) + 60);
        var to = day(10).atStartOfDay().plusMinutes(Integer.parseInt(at[1]) + 60);
        assertEquals(from.toString(), value("counter-start"));
        assertEquals(to.toString(), value("counter-end"));
        assertTrue(browser.find(By.id("counter-start")).isDisplayed());
        browser.follow(By.cssSelector("button[value=counter]"));
        awaitSent("New time proposed: Harvest planning");
    }

    @Test
    void ofASeriesTheOneDateIsMovedThatWasDragged() throws IOException {
        organise("Weekly round", day(112), "RRULE:FREQ=WEEKLY;COUNT=4\n");
        week(119);
        int width = track(0).getSize().getWidth();
        browser.drag(browser.find(chip("Weekly round")), 20, 15, width, 0);
        assertEquals("Edit event", browser.text(HEADING));
        assertTrue(browser.find(By.cssSelector("input[value=occurrence]")).isSelected());
        String to = day(120).toString();
        assertEquals(List.of(to, "10:00", to, "11:00"), times());
        assertFalse(sent().contains("Weekly round"));
        browser.follow(By.cssSelector("button[value=send]"));
        awaitSent("Subject: Changed: Weekly round");
        for (int of : List.of(112, 119, 126)) {
            week(of);
            assertEquals(
                    of == 119 ? 1 : 0,
                    browser.all(By.cssSelector(".col-1 .track .chip")).size(),
                    "Tuesday of " + day(of));
            assertEquals(
                    of == 119 ? 0 : 1, browser.all(By.cssSelector(".col-0 .track .chip")).size());
        }
    }

    @Test
    void fromRightToLeftTheNextDayIsOnTheLeft() throws IOException {
        organise("Leftwards", day(140), "");
        calendar.speak("ar");
        try {
            week(140);
            int width = track(0).getSize().getWidth();
            browser.drag(browser.find(chip("Leftwards")), 20, 15, -width, 0);
            assertEquals(day(141).toString(), value("start-date"));
            assertEquals("10:00", value("start-time"));
        } finally {
            calendar.speak("en");
        }
    }

    // ---- The form of an event

    @Test
    void thePreviewComesByItselfAndTheFocusStays() throws IOException {
        LocalDate year = day(8).plusYears(2);
        browser.open(calendar.address("new?start=" + year + "T17:00&end=" + year + "T18:30"));
        browser.type(By.id("title"), "Live <b>");
        browser.type(By.id("description"), "Words");
        assertFalse(browser.find(By.id("check-always")).isSelected());
        browser.follow(By.cssSelector("button[value=check]:not(.hidden)"));
        assertTrue(browser.find(By.id("check-always")).isSelected(), "one was asked for");
        var old = browser.find(By.tagName("h1"));
        browser.choose("repeat", "weekly");
        browser.awaitLeft(old);
        assertTrue(
                browser.text(By.id("preview")).contains("Every week"),
                browser.text(By.id("preview")));
        assertEquals("Live <b>", value("title"));
        assertEquals("Words", value("description"));
        assertEquals("repeat", browser.focused().getDomAttribute("id"));
        browser.await(
                () -> browser.text(By.id("announced")).contains(Integer.toString(year.getYear())));
        assertEquals(List.of(), browser.inaccessible());
        browser.picture(PICTURES.resolve("live-preview.png"));
        browser.follow(By.cssSelector("button[value=save]"));
        assertEquals("Live <b>", browser.text(HEADING));
    }

    @Test
    void whatIsTypedMeanwhileIsKeptWithTheCaretAndThePlace() {
        browser.run("localStorage.setItem('preview', 'on')");
        browser.open(calendar.address("new?start=" + day(8) + "T17:00&end=" + day(8) + "T18:30"));
        browser.type(By.id("title"), "Meanwhile");
        var old = browser.find(By.tagName("h1"));
        browser.choose("repeat", "daily");
        // As if the page of the preview took so long: typed after the button was pressed.
        browser.run(
                """
                addEventListener('submit', () => {
                    const field = document.getElementById('place');
                    field.focus();
                    field.value = 'Old barn';
                    field.setSelectionRange(3, 3);
                });
                """);
        browser.awaitLeft(old);
        assertEquals("Old barn", value("place"));
        assertEquals(
                "place",
                browser.focused().getDomAttribute("id"),
                browser.focused().getDomProperty("outerHTML"));
        browser.press("est");
        assertEquals("Oldest barn", value("place"), "the caret is where it was");
    }

    @Test
    void typingATitleAsksForNoPreview() {
        browser.run("localStorage.setItem('preview', 'on')");
        browser.open(calendar.address("new?date=" + day(8)));
        browser.run(
                "window.waited = 0; const set = setTimeout; window.setTimeout = (f, ms) => { waited += ms === 900 ? 1 : 0; return set(f, ms); }");
        browser.type(By.id("title"), "Only words");
        browser.press(Keys.TAB);
        browser.type(By.id("description"), "and more of them");
        browser.press(Keys.TAB);
        assertEquals(0L, browser.run("return waited"));
        browser.find(By.cssSelector(".always")).click();
        browser.find(By.cssSelector(".check input[name=all-day]")).click();
        assertEquals(0L, browser.run("return waited"), "nor where it is not wanted");
        browser.find(By.cssSelector(".always")).click();
        assertTrue((long) Objects.requireNonNull(browser.run("return waited")) > 0);
    }

    @Test
    void theEndMovesAlongWithTheStartAtOnce() {
        browser.open(calendar.address("new?start=" + day(8) + "T22:30&end=" + day(8) + "T23:30"));
        browser.run("document.getElementById('start-time').focus()");
        browser.press(Keys.ARROW_UP);
        assertEquals("23:30", value("start-time"));
        assertEquals("00:30", value("end-time"));
        assertEquals(day(9).toString(), value("end-date"));
        browser.press(Keys.ARROW_DOWN);
        assertEquals("23:30", value("end-time"));
        assertEquals(day(8).toString(), value("end-date"));
    }

    @Test
    void severalGuestsAreAddedOneAfterTheOther() {
        browser.open(calendar.address("new?date=" + day(8)));
        for (String who : List.of("paul.otter@example.com", "harriet.hare@example.com")) {
            browser.type(By.id("guest"), who.substring(0, 4));
            // What a browser does when one of its suggestions is chosen.
            browser.run(
                    """
                    const guest = document.getElementById('guest');
                    guest.value = 'WHO';
                    guest.dispatchEvent(new InputEvent('input', {inputType: 'insertReplacementText', bubbles: true}));
                    """
                            .replace("WHO", who));
        }
        assertEquals(
                List.of("paul.otter@example.com", "harriet.hare@example.com"),
                browser.all(By.cssSelector("[name=people]:checked")).stream()
                        .map(box -> box.getDomProperty("value"))
                        .toList());
        assertEquals("", value("guest"));
        assertEquals("New event", browser.text(HEADING), "on the same page");
    }

    @Test
    void whatWasWrittenIsNotLeftWithoutAQuestionAndSentOnce() {
        String leaves =
                "const e = new Event('beforeunload', {cancelable: true}); dispatchEvent(e); return e.defaultPrevented";
        browser.open(calendar.address("new?date=" + day(8)));
        assertEquals(false, browser.run(leaves));
        browser.type(By.id("title"), "Once");
        assertEquals(true, browser.run(leaves));
        browser.run(
                """
                window.stopped = 0;
                addEventListener('submit', (e) => { stopped += e.defaultPrevented ? 1 : 0; e.preventDefault(); });
                """);
        browser.find(By.cssSelector("button[value=save]")).click();
        assertEquals(0L, browser.run("return stopped"));
        browser.find(By.cssSelector("button[value=save]")).click();
        assertEquals(1L, browser.run("return stopped"));
        assertEquals(false, browser.run(leaves));
    }

    // ---- Filter and zone

    @ParameterizedTest
    @CsvSource({
        "?view=list, HÁRVEST fáir, .agenda li, Harvest fair",
        "requests, norwegi, .waiting > li, ",
        "profile, keyboard, .preference, Keyboard shortcuts",
        "search?q=m&from=2001-01-01, mill, .found > li, Mill"
    })
    void aWordNarrowsWhatIsOnThePage(
            String page, String word, String rows, @org.jspecify.annotations.Nullable String left) {
        browser.open(calendar.address(page + (page.startsWith("?") ? "&date=" + day(0) : "")));
        int all = shown(rows).size();
        assertTrue(all > 1, page + ": " + all);
        browser.press("/");
        browser.press(word);
        var found = shown(rows);
        assertTrue(found.size() < all, page + ": " + found.size() + " of " + all);
        if (left != null) {
            assertFalse(found.isEmpty());
            assertTrue(found.stream().anyMatch(row -> row.getText().contains(left)), left);
        }
        var told = browser.find(By.className("narrowed"));
        assertTrue(told.getText().startsWith("On this page: "), told.getText());
        assertEquals("status", told.getDomAttribute("role"));
        for (int i = 0; i < word.length(); i++) {
            browser.press(Keys.BACK_SPACE);
        }
        assertEquals(all, shown(rows).size());
        browser.press(word);
        browser.pressToLeave(Keys.ENTER);
        assertTrue(here().contains("/search?q="), here());
    }

    private static List<WebElement> shown(String rows) {
        return browser.all(By.cssSelector(rows)).stream().filter(WebElement::isDisplayed).toList();
    }

    @Test
    void theZoneOfTheBrowserIsProposed() throws IOException {
        try (var other = DemoCalendar.start();
                var abroad = RunningBrowser.start(true)) {
            abroad.zone("America/New_York");
            abroad.open(other.login());
            assertEquals(
                    "Your computer’s time zone is America/New_York. Use it for your calendar?",
                    abroad.text(By.cssSelector(".zone-question p")));
            assertEquals(
                    "Use America/New_York", abroad.text(By.cssSelector(".zone-question button")));
            assertEquals(List.of(), abroad.inaccessible());
            abroad.follow(By.cssSelector(".zone-question button"));
            abroad.open(other.address(""));
            assertTrue(abroad.text(By.cssSelector("footer")).contains("America/New_York"));
            assertTrue(abroad.all(By.className("zone-question")).isEmpty());
        }
    }
}
