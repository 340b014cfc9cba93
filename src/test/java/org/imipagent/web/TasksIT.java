package org.imipagent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

/**
 * What a person wants of a calendar, sixteen tasks: with script, without, by the keyboard alone,
 * and in a window of a phone. Under Apache with its own authentication; a task leaves to the next
 * ones what it made.
 */
@OneLaunch
@ParameterizedClass(name = "{0}")
@EnumSource(Way.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TasksIT {

    private static final By TITLE = By.tagName("h1");
    private static final By NOTICE = By.cssSelector(".notice.done");
    private static final By STANDING = By.cssSelector(".standing p");

    @SuppressWarnings("NullAway.Init")
    private static DemoCalendar calendar;

    @SuppressWarnings("NullAway.Init")
    private static RunningBrowser browser;

    private final Hand hand;

    TasksIT(Way way) {
        hand = new Hand(browser, way);
    }

    @BeforeParameterizedClassInvocation
    static void start(Way way) throws IOException {
        calendar = DemoCalendar.start();
        browser = RunningBrowser.start(way != Way.WITHOUT_SCRIPT);
        if (way == Way.PHONE) {
            browser.width(360);
        }
        browser.open(calendar.login());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        browser.close();
        calendar.close();
    }

    private static LocalDate day(int afterMonday) {
        return calendar.monday().plusDays(afterMonday);
    }

    /** From the calendar to a day, by the field of the head. */
    private void goTo(LocalDate day) {
        browser.open(calendar.address("?view=day"));
        hand.fill("date", typed(day), By.cssSelector(".to-date input[name=date]"));
        hand.follow("Go");
    }

    /** As a field of a date is typed. */
    private static String typed(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("MMddyyyy", Locale.ROOT));
    }

    private String notice() {
        return browser.text(NOTICE);
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

    @Test
    @Order(1)
    void acceptWithAComment() throws IOException {
        goTo(day(15));
        hand.follow("Tunnel talk");
        hand.fill("comment", "I bring cake");
        hand.follow("Accept");
        assertEquals("You accepted.", browser.text(STANDING));
        assertTrue(notice().contains("mole.morton@example.net"), notice());
        sent("> I bring cake");
        hand.follow("Back to calendar");
        assertTrue(browser.text(TITLE).contains(String.valueOf(day(15).getDayOfMonth())));
    }

    @Test
    @Order(2)
    void declineOneDate() {
        goTo(day(28));
        hand.follow("Monday round");
        hand.follow("Decline");
        assertTrue(browser.text(STANDING).startsWith("You declined this date."));
        goTo(day(35));
        assertFalse(browser.text(By.tagName("main")).contains("declined"));
    }

    @Test
    @Order(3)
    void proposeAnotherTime() throws IOException {
        goTo(day(9));
        hand.follow("Quarterly figures");
        hand.unfold("Propose a new time");
        hand.fillMoment("counter-start", typed(day(9)), "0230PM");
        hand.fillMoment("counter-end", typed(day(9)), "0330PM");
        hand.follow("Propose");
        assertTrue(notice().contains("wilma.weasel@example.org"), notice());
        sent("method=COUNTER");
    }

    @Test
    @Order(4)
    void aWeeklyEventWithTwoPeopleAnEndAndAnException() throws IOException {
        goTo(day(8));
        hand.follow("New event");
        hand.fill("title", "Kayak course");
        hand.fill("start-time", "0500PM");
        hand.choose("repeat", "Weekly");
        hand.fill("times", "4");
        hand.addGuest("Paul Otter <paul.otter@example.com>, anna@example.org");
        hand.follow("Preview");
        assertTrue(
                browser.text(By.className("will-mail")).startsWith("2 people will get an email"),
                browser.text(By.className("will-mail")));
        hand.tick(day(15).toString());
        hand.follow("Send invitation");
        assertEquals("Kayak course", browser.text(TITLE));
        sent("Invitation: Kayak course");
        goTo(day(15));
        assertFalse(browser.text(By.tagName("main")).contains("Kayak"), "left out");
        goTo(day(29));
        assertTrue(browser.text(By.tagName("main")).contains("Kayak"), "the last");
        goTo(day(36));
        assertFalse(browser.text(By.tagName("main")).contains("Kayak"), "over");
    }

    @Test
    @Order(5)
    void moveOneDate() throws IOException {
        goTo(day(22));
        hand.follow("Kayak course");
        hand.follow("Edit");
        hand.fill("start-date", typed(day(23)));
        hand.follow("Send");
        assertTrue(notice().contains("paul.otter@example.com"), notice());
        goTo(day(23));
        assertTrue(browser.text(By.tagName("main")).contains("Kayak course"));
        goTo(day(29));
        assertTrue(browser.text(By.tagName("main")).contains("Kayak course"), "the others stay");
    }

    @Test
    @Order(6)
    void moveThisAndWhatFollows() {
        goTo(day(29));
        hand.follow("Kayak course");
        hand.follow("Edit");
        hand.tick("future");
        hand.fill("start-time", "0600PM");
        hand.follow("Send");
        goTo(day(29));
        hand.follow("Kayak course");
        assertTrue(browser.text(By.className("facts")).contains("18:00"), "moved");
        goTo(day(8));
        hand.follow("Kayak course");
        assertTrue(browser.text(By.className("facts")).contains("17:00"), "before it nothing is");
    }

    @Test
    @Order(7)
    void cancelIt() throws IOException {
        goTo(day(8));
        hand.follow("Kayak course");
        hand.unfold("Cancel this event");
        hand.tick("series");
        hand.follow("Cancel event");
        assertTrue(notice().contains("anna@example.org"), notice());
        sent("METHOD:CANCEL");
    }

    @Test
    @Order(8)
    void aTimeForThree() throws IOException {
        browser.open(calendar.address(""));
        hand.follow("Find a time");
        hand.fill("attendee-1", "paul.otter@example.com");
        hand.fill("attendee-2", "Anna <anna@example.org>");
        hand.follow("Show free times");
        String time = browser.text(By.cssSelector(".next-times .slots a"));
        hand.follow(time);
        hand.fill("title", "All three of us");
        hand.follow("Send invitation");
        assertEquals("All three of us", browser.text(TITLE));
        assertTrue(notice().contains("anna@example.org"), notice());
        sent("Invitation: All three of us");
    }

    @Test
    @Order(9)
    void searchForIt() {
        browser.open(calendar.address(""));
        hand.search("three us");
        hand.follow("All three of us");
        assertEquals("All three of us", browser.text(TITLE));
        hand.follow("Back to search");
        assertEquals("1 event found", browser.text(By.className("lead")));
    }

    @Test
    @Order(10)
    void aDateOfNextYear() {
        LocalDate day = day(0).plusYears(1).withMonth(5).withDayOfMonth(17);
        goTo(day);
        assertTrue(browser.text(TITLE).contains("17 May " + day.getYear()), browser.text(TITLE));
    }

    @Test
    @Order(11)
    void languageZoneAndHours() {
        browser.open(calendar.address(""));
        hand.follow("vincent.vole");
        hand.choose("LANG", "Deutsch");
        hand.choose("TZID", "Europe/Oslo");
        hand.fill("working_hours-1-from", "0730AM");
        hand.follow("Save");
        assertEquals("Einstellungen gespeichert.", browser.text(By.cssSelector(".notice")));
        hand.follow("Kalender");
        hand.follow("Woche");
        assertTrue(browser.text(By.className("side")).contains("07:00"), "from half past seven");
        hand.follow("vincent.vole");
        hand.choose("LANG", "English");
        hand.follow("Speichern");
        assertEquals("Settings saved.", browser.text(By.cssSelector(".notice")));
    }

    @Test
    @Order(12)
    void aFeedForAPhone() throws IOException {
        browser.open(calendar.address("profile"));
        hand.choose("feed", "All events");
        hand.follow("Save");
        assertFalse(browser.all(By.cssSelector("svg.qr")).isEmpty());
        String address =
                Objects.requireNonNull(
                        browser.find(By.id("feed-address")).getDomAttribute("value"));
        String path = address.substring(address.indexOf("/freebusy/"));
        var feed = calendar.published(path);
        assertEquals(200, feed.statusCode(), path);
        assertTrue(feed.body().contains("All three of us"), feed.body());
    }

    @Test
    @Order(13)
    void importAFile() throws IOException {
        Path file = Files.createTempFile("imip", ".ics");
        Files.writeString(
                file,
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//test//EN
                BEGIN:VEVENT
                UID:fishing@example.org
                DTSTAMP:20261101T000000Z
                DTSTART:20301120T090000Z
                DURATION:PT2H
                SUMMARY:Fishing
                END:VEVENT
                END:VCALENDAR
                """);
        browser.open(calendar.address("profile"));
        hand.follow("Import");
        hand.chooseFile("files", file);
        hand.follow("Preview");
        assertEquals("In these files", browser.text(By.id("preview")));
        hand.follow("Import 1 event");
        assertTrue(browser.text(By.cssSelector(".notice")).startsWith("1 event was added."));
        Files.delete(file);
    }

    @Test
    @Order(14)
    void exportEverything() throws IOException {
        browser.open(calendar.address("profile"));
        hand.follow("Import");
        var form = browser.find(By.cssSelector("form.span"));
        assertEquals("/imip-manager/export.ics", form.getDomAttribute("action"));
        assertEquals("Download", browser.text(By.cssSelector("form.span button")));
        String all = calendar.get("export.ics").body();
        assertTrue(all.contains("SUMMARY:Fishing"), all);
        assertTrue(all.contains("SUMMARY:All three of us"), all);
    }

    @Test
    @Order(15)
    void whatWasSentForMe() {
        browser.open(calendar.address(""));
        hand.swipeHead();
        hand.follow("Activity");
        String all = browser.text(By.className("activity"));
        assertTrue(all.contains("anna@example.org"), all);
        assertTrue(all.contains("mole.morton@example.net"), all);
    }

    @Test
    @Order(16)
    void takeBackWhatWasDone() {
        browser.open(calendar.address("search?q=fishing"));
        hand.follow("Fishing");
        hand.unfold("Delete this event");
        hand.follow("Delete this event");
        hand.follow("Undo");
        assertTrue(notice().startsWith("Undone"), notice());
        browser.open(calendar.address("search?q=fishing"));
        assertEquals("1 event found", browser.text(By.className("lead")));
    }
}
