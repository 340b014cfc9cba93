package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imipagent.agent.OwnerReminders;
import org.imipagent.agent.ResourceMailHandler;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Limits;
import org.imipagent.ical.CalendarReader;
import org.imipagent.mail.MailLimits;
import org.imipagent.mail.MailReader;
import org.imipagent.store.Posted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those who look after a room decide by replying to the mail that asks them. */
class OwnerRepliesTest extends ResourceStories {

    private static final Pattern ID = Pattern.compile("(?m)^Message-ID: (<[^>]+>)");
    private static final Pattern LINK =
            Pattern.compile("href=\"mailto:room@example.com\\?subject=([^\"]+)\"");

    private int mails;

    @BeforeEach
    void annaDecides() {
        prefer("scheduling_function", "schedule_in_freebusy\nask_owner");
        prefer("owners", ANNA);
        prefer("resource", "room");
    }

    /** The mails that wait now, as they leave; then they are sent. */
    private List<String> mails() {
        var waiting = new ArrayList<String>();
        store.change(
                writing -> {
                    for (Posted mail : writing.outbox(NOW.plus(Duration.ofDays(30)), 100)) {
                        waiting.add(
                                "for "
                                        + mail.recipients().getFirst()
                                        + "\n"
                                        + new String(mail.message(), StandardCharsets.UTF_8)
                                                .replace("\r\n", "\n"));
                        writing.sent(mail.number());
                    }
                });
        return waiting;
    }

    /** What the room tells organisers: {@code ACCEPTED}, {@code DECLINED comment}. */
    private static List<String> replies(List<String> mails) {
        var replies = new ArrayList<String>();
        for (String each : mails) {
            String mail = each.substring(each.indexOf('\n') + 1);
            for (var part :
                    MailReader.read(mail.getBytes(StandardCharsets.UTF_8), MailLimits.DEFAULT)
                            .parts()
                            .stream()
                            .limit(1)
                            .toList()) {
                assertSound(part.content());
                var event =
                        CalendarReader.read(part.content(), null, Limits.STANDARD)
                                .objects()
                                .getFirst()
                                .events()
                                .getFirst()
                                .main();
                replies.add(
                        (event.attendees().getFirst().participation().partstat()
                                        + " "
                                        + event.text("COMMENT"))
                                .strip());
            }
        }
        return replies;
    }

    /** Bo asks for the room; the mail that asks Anna. */
    private String question(String uid, int sequence, String time) {
        receive("REQUEST", BO, event(uid, sequence, BO, time));
        List<String> mails = mails();
        assertEquals(2, mails.size(), mails::toString);
        assertEquals(
                List.of("TENTATIVE"),
                replies(mails).stream().map(each -> each.split(" ", -1)[0]).toList());
        String question = mails.getLast();
        assertTrue(question.startsWith("for " + ANNA), question);
        assertTrue(question.contains("Reply-To: <room@example.com>"), question);
        return question;
    }

    private static String id(String mail) {
        Matcher matcher = ID.matcher(mail);
        assertTrue(matcher.find(), mail);
        return matcher.group(1);
    }

    /** Anna's mail to the room, which has another identifier each time. */
    private String reply(String question, String body) {
        return from(ANNA, "Re: Please decide", "In-Reply-To: " + id(question) + "\n", body);
    }

    private String from(String from, String subject, String fields, String body) {
        mails++;
        return """
               From: %s
               To: room@example.com
               Subject: %s
               Message-ID: <anna.%d@example.com>
               %s
               %s
               """
                .formatted(from, subject, mails, fields, body);
    }

    private List<String> verdicts(String mail) {
        return verdicts(mail, NOW);
    }

    private List<String> verdicts(String mail, Instant now) {
        return new ResourceMailHandler(site)
                .receive(
                        mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                        List.of(ROOM),
                        now)
                .outcomes()
                .getFirst()
                .verdicts();
    }

    private boolean isWaiting() {
        try (var reading = store.read()) {
            return !reading.requests(ROOM).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yes",
                "yes.",
                "OK!",
                "\n\n  Ja\n\n-- \nAnna",
                "“Yes”\n\nOn Tuesday the room wrote:\n> Reply with no",
                "Am 1. November schrieb der Raum\n<room@example.com>:\n> nein\n\nSi\u0301",
                "نعم",
            })
    void yesBooks(String body) {
        String question = question("a", 0, at("03T09", "03T10"));
        assertEquals(List.of("replied"), verdicts(reply(question, body)));
        assertEquals(List.of("ACCEPTED"), replies(mails()));
        assertFalse(isWaiting());
    }

    @Test
    void whatFollowsIsToldAndWhatIsBelowIsNot() {
        String question = question("a", 0, at("03T09", "03T10"));
        assertEquals(
                List.of("replied"),
                verdicts(reply(question, "No, it is being painted.\nAnna\n-- \nSent from a boat")));
        assertEquals(List.of("DECLINED it is being painted."), replies(mails()));
        assertFalse(isWaiting());
    }

    @Test
    void aMailOfAPageOnlyIsRead() {
        String question = question("a", 0, at("03T09", "03T10"));
        String page =
                from(
                        ANNA,
                        "Re: Please decide",
                        "References: <other@example.com> "
                                + id(question)
                                + "\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n",
                        "<html><head><style>p{}</style></head><body><div>Yes &mdash; gladly</div><blockquote>no</blockquote>");
        assertEquals(List.of("replied"), verdicts(page));
        assertEquals(List.of("ACCEPTED gladly"), replies(mails()));
    }

    @Test
    void theLinksOfTheQuestionAnswerIt() {
        String question = question("a", 0, at("03T09", "03T10"));
        Matcher links =
                LINK.matcher(question.replace("=\n", "").replace("=2E", ".").replace("=3D", "="));
        assertTrue(links.find(), question);
        assertTrue(links.find(), question);
        String decline = java.net.URLDecoder.decode(links.group(1), StandardCharsets.UTF_8);
        assertTrue(decline.startsWith("Decline ["), decline);
        assertEquals(
                List.of("replied"), verdicts(from(ANNA, decline, "", "Sent from my telephone")));
        assertEquals(List.of("DECLINED"), replies(mails()));
    }

    @Test
    void aChangedBookingIsAnotherQuestion() {
        String first = question("a", 0, at("03T09", "03T10"));
        String second = question("a", 1, at("03T11", "03T12"));
        assertNotEquals(id(first), id(second));
        assertEquals(List.of("stale"), verdicts(reply(first, "yes")));
        List<String> told = mails();
        assertEquals(1, told.size());
        assertTrue(told.getFirst().startsWith("for " + ANNA), told::toString);
        assertTrue(told.getFirst().contains("Nothing to decide any more"), told::toString);
        assertTrue(isWaiting());
        assertEquals(List.of("replied"), verdicts(reply(second, "yes")));
        mails();
        assertEquals(List.of("stale"), verdicts(reply(second, "no")), "it is decided");
        assertEquals(1, mails().size());
    }

    @Test
    void whatIsNotUnderstoodIsAskedOnceMore() {
        String question = question("a", 0, at("03T09", "03T10"));
        assertEquals(List.of("unreadable"), verdicts(reply(question, "Who is Bo?")));
        List<String> again = mails();
        assertEquals(1, again.size());
        assertTrue(again.getFirst().contains("Your reply did not begin with"), again::toString);
        assertTrue(isWaiting());
        assertEquals(List.of("replied"), verdicts(reply(again.getFirst(), "yes")));
    }

    @Test
    void aReminderAsksTheSame() {
        String question = question("a", 0, at("20T09", "20T10"));
        var later = NOW.plus(Duration.ofHours(24));
        new OwnerReminders(site, later).run();
        String reminder = mails().getFirst();
        assertNotEquals(id(question), id(reminder), "mail stores drop doubles");
        assertEquals(List.of("replied"), verdicts(reply(question, "yes"), later));
        mails();
        assertEquals(List.of("stale"), verdicts(reply(reminder, "no"), later));
    }

    @Test
    void aMailThatComesTwiceDecidesOnce() {
        String reply = reply(question("a", 0, at("03T09", "03T10")), "yes");
        assertEquals(List.of("replied"), verdicts(reply));
        mails();
        assertEquals(List.of("repeated"), verdicts(reply));
        assertEquals(List.of(), mails());
    }

    @Test
    void nobodyElseDecides() {
        String question = question("a", 0, at("03T09", "03T10"));
        String to = "In-Reply-To: " + id(question) + "\n";
        assertEquals(List.of("no-calendar"), verdicts(from(BO, "Re: a", to, "yes")));
        prefer("owners", ANNA + "\ncarl@example.com");
        assertEquals(List.of("not-sender"), verdicts(from("carl@example.com", "Re: a", to, "yes")));
        assertEquals(
                List.of("stale"),
                verdicts(
                        from(
                                ANNA,
                                "Re: a",
                                "In-Reply-To: <aaaaaaaaaaaaaaaaaaaaaaaa.1@host.example.com>\n",
                                "yes")));
        assertEquals(1, mails().size());
        assertTrue(isWaiting());
        assertEquals(
                List.of("no-calendar"),
                verdicts(
                        reply(question, "yes")
                                .replace("To: room", "Auto-Submitted: auto-replied\nTo: room")),
                "who is away decides nothing");
        assertTrue(isWaiting());
        assertEquals(List.of(), mails());
    }

    @Test
    void ofSeveralDatesEachHasItsOwnQuestion() {
        String one = event("a", 0, BO, "RECURRENCE-ID:20261103T090000Z\n" + at("03T09", "03T10"));
        String two = event("a", 0, BO, "RECURRENCE-ID:20261110T090000Z\n" + at("10T09", "10T10"));
        receive("REQUEST", BO, one + two);
        List<String> questions =
                mails().stream().filter(each -> each.startsWith("for " + ANNA)).toList();
        assertEquals(2, questions.size());
        assertNotEquals(id(questions.getFirst()), id(questions.getLast()));
        assertEquals(List.of("replied"), verdicts(reply(questions.getLast(), "no")));
        assertEquals(List.of("DECLINED"), replies(mails()));
        assertTrue(isWaiting(), "the other one still waits");
        assertEquals(List.of("replied"), verdicts(reply(questions.getFirst(), "yes")));
        assertEquals(List.of("ACCEPTED"), replies(mails()));
        assertFalse(isWaiting());
    }

    @Test
    void aFurtherDateLeavesTheQuestionOfTheFirst() {
        String one = event("a", 0, BO, "RECURRENCE-ID:20261103T090000Z\n" + at("03T09", "03T10"));
        String two = event("a", 0, BO, "RECURRENCE-ID:20261110T090000Z\n" + at("10T09", "10T10"));
        receive("REQUEST", BO, one);
        receive("REQUEST", BO, two);
        try (var reading = store.read()) {
            assertEquals(2, reading.requests(ROOM, "a").size());
        }
    }

    @Test
    void anAliasOfTheOwnerDecidesToo() {
        String question = question("a", 0, at("03T09", "03T10"));
        var anna = new CalendarAddress(ANNA);
        store.change(
                writing -> {
                    writing.add(anna, NOW);
                    writing.prefer(anna, "aliases", "anna.ant@example.com");
                });
        assertEquals(
                List.of("replied"),
                verdicts(
                        from(
                                "Anna <anna.ant@example.com>",
                                "Re: a",
                                "In-Reply-To: " + id(question) + "\n",
                                "yes")));
    }
}
