package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.imipagent.web.TestInstance.PAUL;
import static org.imipagent.web.TestInstance.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.cgi.Links;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * Texts that mean to be markup or script, in every field that comes from outside, as Chromium meets
 * them: none becomes an element or an attribute, none is run, and the policy of the pages has
 * nothing to forbid (which would mean that one had become markup).
 */
class HostileTextsIT {

    /** Each would make an element, leave an attribute, or be a link that runs. */
    private static final List<String> TEXTS =
            List.of(
                    "<script>window.hostile=1</script>",
                    "\"><img src=x onerror=window.hostile=2 class=hostile>",
                    "'><svg onload=window.hostile=3 class=hostile>",
                    "</textarea></title></style><b class=hostile>x</b>",
                    "<!--<b class=hostile>--!><b class=hostile>",
                    "\" autofocus onfocus=window.hostile=4 class=\"hostile",
                    "javascript:window.hostile=5",
                    "<a href=\"javascript:window.hostile=6\" class=hostile>x</a>",
                    "<iframe srcdoc='<script>parent.hostile=7</script>' class=hostile></iframe>",
                    "<style>*{display:none}</style><base href=//evil.example/ class=hostile>",
                    "${7*7}{{7*7}}&lt;b class=hostile&gt;&#60;b class=hostile&#62;",
                    "\u202e\u2066<b class=hostile>\u0000\u0007\u2028");

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TestInstance instance;

    @SuppressWarnings("NullAway.Init")
    private static RunningApache apache;

    @SuppressWarnings("NullAway.Init")
    private static RunningBrowser browser;

    @BeforeAll
    static void start() throws IOException {
        folder = TestInstance.temporary();
        instance = TestInstance.in(InstalledProgram.reachable(folder), folder.resolve("i"));
        for (int i = 0; i < TEXTS.size(); i++) {
            var mail = TestInstance.mail(TestInstance.calendar(invitation(i, TEXTS.get(i))));
            assertEquals(0, instance.print(mail, VINCENT).status(), TEXTS.get(i));
        }
        assertEquals(
                TEXTS.size(),
                instance.uids(VINCENT).size(),
                () -> "not all are kept: " + instance.activity(VINCENT));
        assertEquals(0, instance.print(counter(), VINCENT).status());
        for (var preference : List.of("CN", "calendar_name")) {
            // Whichever there is: a name that people choose themselves.
            instance.agent("preferences", "set", "--user", VINCENT, preference, TEXTS.get(1)).run();
        }
        apache =
                Front.Apache.before(instance, folder.resolve("a"), List.of(VINCENT, PAUL)).apache();
        browser = RunningBrowser.start(true);
        var who = VINCENT.replace("@", "%40") + ":" + Front.Apache.PASSWORD + "@";
        var home = apache.address(Front.PLACE + "/").toString();
        browser.open(URI.create(home.replace("://", "://" + who)));
    }

    @AfterAll
    static void stop() {
        browser.close();
        apache.close();
        TestFolders.remove(folder);
    }

    private static String uid(int number) {
        return "hostile-"
                + number
                + "-"
                + TEXTS.get(number).replaceAll("[;,\\p{Cntrl}\u202e\u2066\u2028]", "");
    }

    /** As RFC 5545, section 3.3.11, has a text, and folded lines are left to the reader. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\u0000", "");
    }

    /** A parameter's value holds no quotes: RFC 6868 writes them ^'. */
    private static String parameter(String text) {
        return "\"" + text.replace("\"", "^'").replace("\u0000", "").replace("\u0007", "") + "\"";
    }

    /** Soon after one another, the same in every field there is. */
    private static String invitation(int number, String text) {
        var plain = escaped(text);
        var quoted = parameter(text);
        var start = TestInstance.day() + "T" + (10 + number / 6) + (number % 6) + "000Z";
        return """
                BEGIN:VEVENT
                UID:UID
                DTSTAMP:20261101T100000Z
                SEQUENCE:0
                DTSTART:WHEN
                DURATION:PT30M
                SUMMARY:TEXT
                LOCATION;ALTREP=QUOTED:TEXT
                DESCRIPTION:TEXT
                X-ALT-DESC;FMTTYPE=text/html:<html><body>TEXT</body></html>
                COMMENT:TEXT
                CONTACT:TEXT
                CATEGORIES:TEXT
                STATUS:CONFIRMED
                CLASS:TEXT
                COLOR:TEXT
                URL:javascript:window.hostile=8
                CONFERENCE;VALUE=URI;LABEL=QUOTED:javascript:window.hostile=9
                X-GOOGLE-CONFERENCE:javascript:window.hostile=10
                ATTACH;FILENAME=QUOTED:javascript:window.hostile=11
                GEO:TEXT
                X-WR-CALNAME:TEXT
                ORGANIZER;CN=QUOTED;SENT-BY="mailto:harriet.hare@example.com":mailto:harriet.hare@example.com
                ATTENDEE;CN=QUOTED;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:vincent.vole@example.com
                ATTENDEE;CN=QUOTED;PARTSTAT=QUOTED;ROLE=QUOTED;CUTYPE=QUOTED;X-RESPONSE-COMMENT=QUOTED:mailto:PLAIN@example.com
                ATTENDEE;CN=QUOTED:javascript:window.hostile=12
                END:VEVENT
                """
                .replace("UID:UID", "UID:" + escaped(uid(number)))
                .replace("WHEN", start)
                .replace("QUOTED", quoted)
                .replace("PLAIN", "guest" + number)
                .replace("TEXT", plain);
    }

    /** A proposal whose words are hostile, too: refused or not, it is shown among what happened. */
    private static byte[] counter() {
        var calendar =
                TestInstance.calendar(invitation(0, TEXTS.get(1)))
                        .replace("METHOD:REQUEST", "METHOD:COUNTER");
        return TestInstance.mail(
                "text/calendar; charset=utf-8; method=COUNTER", calendar.getBytes(UTF_8));
    }

    /** Pages, and what of the texts must be seen on each, so that the test looks at them at all. */
    private static List<String> pages() {
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(8);
        var pages = new ArrayList<String>();
        for (var view : List.of("month", "week", "day", "list")) {
            pages.add("/?view=" + view + "&date=" + day);
        }
        pages.addAll(
                List.of(
                        "/requests",
                        "/activity",
                        "/search?q=hostile",
                        "/search?q=" + encoded(TEXTS.get(1)),
                        "/find-a-time?attendee="
                                + encoded(TEXTS.get(1))
                                + "&attendee=a%40example.com",
                        "/new?title="
                                + encoded(TEXTS.get(3))
                                + "&attendee="
                                + encoded(TEXTS.get(1)),
                        "/import?new=1&uid=" + encoded(uid(1)),
                        "/profile",
                        "/no/such/" + encoded(TEXTS.get(1))));
        for (int i = 0; i < TEXTS.size(); i++) {
            pages.add(new Links("").to("event", uid(i)));
        }
        return pages;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, UTF_8);
    }

    @Test
    void noTextBecomesMarkupOrIsRun() {
        browser.complaints();
        var faults = new ArrayList<String>();
        var unseen = new ArrayList<String>();
        for (var page : pages()) {
            browser.open(apache.address(Front.PLACE + page));
            look(page, faults);
            if (!browser.text(By.tagName("body")).contains("hostile")) {
                unseen.add(page);
            }
        }
        assertEquals(List.of(), faults);
        unseen.removeIf(page -> page.startsWith("/no/such/"));
        assertEquals(List.of(), unseen, "no hostile text is on these pages");
    }

    /** What a person types comes back on the page that says what is wrong with it. */
    @Test
    void noTextThatIsTypedBecomesMarkup() {
        browser.complaints();
        var faults = new ArrayList<String>();
        for (var text : List.of(TEXTS.get(1), TEXTS.get(3), TEXTS.get(5))) {
            browser.open(apache.address(Front.PLACE + "/new"));
            for (var field :
                    browser.all(
                            By.cssSelector(
                                    "main input[type=text], main input:not([type]), main textarea"))) {
                if (field.isDisplayed() && field.isEnabled()) {
                    field.clear();
                    field.sendKeys(text.strip());
                }
            }
            browser.follow(By.cssSelector("main button[value=save]"));
            look("new with " + text, faults);
            assertTrue(
                    browser.all(By.cssSelector("[aria-invalid=true]")).size() > 0,
                    "nothing was wrong with " + text);
        }
        assertEquals(List.of(), faults);
    }

    /** Else the test would prove nothing: what it looks for is seen where it is. */
    @Test
    void whatBecameMarkupWouldBeSeen() {
        browser.open(apache.address(Front.PLACE + "/activity"));
        browser.complaints();
        browser.run(
                "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.hostile=2 class=hostile><a href=javascript:x>x</a>')");
        var faults = new ArrayList<String>();
        browser.await(
                () ->
                        browser.complaints().stream()
                                .anyMatch(it -> it.contains("Content Security Policy")));
        look("activity", faults);
        assertTrue(faults.stream().anyMatch(it -> it.contains("element")), faults.toString());
        assertTrue(faults.stream().anyMatch(it -> it.contains("onerror")), faults.toString());
        assertTrue(faults.stream().anyMatch(it -> it.contains("a link")), faults.toString());
    }

    private static void look(String page, List<String> faults) {
        browser.complaints().stream()
                .filter(it -> !it.contains("the server responded with a status of 4"))
                .forEach(it -> faults.add(page + ": " + it));
        add(
                faults,
                page + ": an element of a text",
                "document.querySelectorAll('.hostile').length");
        add(faults, page + ": run", "window.hostile === undefined ? 0 : 1");
        add(
                faults,
                page + ": a script, frame, object or base",
                "document.querySelectorAll('script:not([src]), iframe, object, embed, base').length");
        add(
                faults,
                page + ": an attribute such as onerror or style",
                "[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on|^style$|^srcdoc$/.test(a.name))).length");
        add(
                faults,
                page + ": a link that runs, or leads where no link of ours does",
                """
                [...document.querySelectorAll('*')].filter(e => ['href', 'src', 'action', 'formaction', 'xlink:href'].some(name =>
                    e.hasAttribute(name)
                        && !/^(https?|mailto|tel|webcal):$/.test(new URL(e.getAttribute(name), document.baseURI).protocol))).length
                """);
    }

    private static void add(List<String> faults, String what, String count) {
        var found = String.valueOf(browser.run("return " + count));
        if (!found.equals("0")) {
            faults.add(what + ": " + found);
        }
    }
}
