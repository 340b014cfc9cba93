package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.imipagent.agent.Quotas;
import org.imipagent.agent.ResourceMailHandler;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.VEvent;
import org.imipagent.freebusy.Window;
import org.imipagent.ical.CalendarReader;
import org.imipagent.mail.MailLimits;
import org.imipagent.mail.MailReader;
import org.imipagent.store.Posted;
import org.junit.jupiter.api.Test;

/**
 * A year of a company with forty rooms: people ask, move and cancel. Beside it a plain list of what
 * was accepted says what each answer must be. {@code -Dimip.requests=20000} is a whole year.
 */
class ResourceYearTest extends ResourceStories {

    private static final int REQUESTS = Integer.getInteger("imip.requests", 600);
    private static final int ROOMS = 40;
    private static final int PEOPLE = 60;
    private static final Duration LIMIT = Duration.ofHours(12);
    private static final Duration YEAR = Duration.ofDays(365);

    private final Random random = new Random(Long.getLong("imip.seed", 20261128));

    /** What somebody asked for. */
    private record Wish(String uid, int sequence, int room, int person, List<Window> times) {}

    private final Map<String, Wish> accepted = new HashMap<>();
    private Instant now = NOW;

    // What the decisions of each month took, without what the test itself reckons.
    private final long[] nanos = new long[12];
    private final int[] decisions = new int[12];
    private int month;

    private static CalendarAddress room(int number) {
        return new CalendarAddress("room" + number + "@example.com");
    }

    private static String person(int number) {
        return "person" + number + "@example.net";
    }

    private List<Window> times() {
        Instant start =
                now.plus(Duration.ofDays(1 + random.nextInt(20)))
                        .truncatedTo(java.time.temporal.ChronoUnit.DAYS)
                        .plus(Duration.ofMinutes(8 * 60 + 30L * random.nextInt(18)));
        Duration length = Duration.ofMinutes(30L * (1 + random.nextInt(4)));
        int dates = random.nextInt(10) == 0 ? 3 : 1;
        var times = new ArrayList<Window>();
        for (int i = 0; i < dates; i++) {
            Instant from = start.plus(Duration.ofDays(7L * i));
            times.add(new Window(from, from.plus(length)));
        }
        return times;
    }

    private static String stamp(Instant instant) {
        return instant.toString().replace("-", "").replace(":", "");
    }

    private byte[] mail(String method, Wish wish) {
        Window first = wish.times().getFirst();
        String event =
                event(wish.uid(), 0, person(wish.person()), "")
                        .replaceFirst("DTSTAMP:.*", "DTSTAMP:" + stamp(now))
                        .replaceFirst("SEQUENCE:0", "SEQUENCE:" + wish.sequence())
                        .replace("room@example.com", room(wish.room()).email())
                        .replace(
                                "END:VEVENT",
                                "DTSTART:"
                                        + stamp(first.from())
                                        + "\nDTEND:"
                                        + stamp(first.to())
                                        + (wish.times().size() > 1
                                                ? "\nRRULE:FREQ=WEEKLY;COUNT=" + wish.times().size()
                                                : "")
                                        + "\nEND:VEVENT")
                        .replace("\n\n", "\n");
        return mail(method, person(wish.person()), event);
    }

    /** What was answered: the PARTSTAT, and the comment; "" for nothing. */
    private String answered() {
        var answers = new ArrayList<String>();
        store.change(
                writing -> {
                    for (Posted posted : writing.outbox(now, 10)) {
                        var calendar =
                                MailReader.read(posted.message(), MailLimits.DEFAULT)
                                        .parts()
                                        .getFirst();
                        VEvent part =
                                CalendarReader.read(calendar.content(), null, Limits.STANDARD)
                                        .objects()
                                        .getFirst()
                                        .events()
                                        .getFirst()
                                        .main();
                        answers.add(
                                (part.attendees().getFirst().participation().partstat()
                                                + " "
                                                + part.text("COMMENT"))
                                        .strip());
                        writing.sent(posted.number());
                    }
                });
        assertTrue(answers.size() <= 1, answers::toString);
        return answers.isEmpty() ? "" : answers.getFirst();
    }

    private boolean isFree(Wish wish) {
        for (Wish other : accepted.values()) {
            if (other.room() == wish.room() && !other.uid().equals(wish.uid())) {
                for (Window one : other.times()) {
                    for (Window time : wish.times()) {
                        if (one.from().isBefore(time.to())
                                && time.from().isBefore(one.to())
                                && time.to().isAfter(now)) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    private Duration booked(int person, String without) {
        Duration sum = Duration.ZERO;
        for (Wish each : accepted.values()) {
            if (each.person() == person && !each.uid().equals(without)) {
                sum = sum.plus(ahead(each));
            }
        }
        return sum;
    }

    /** Of its times those that are not over. */
    private Duration ahead(Wish wish) {
        Duration sum = Duration.ZERO;
        for (Window time : wish.times()) {
            sum = time.to().isAfter(now) ? sum.plus(Duration.between(time.from(), time.to())) : sum;
        }
        return sum;
    }

    private void ask(Wish wish) {
        boolean isWithin =
                booked(wish.person(), wish.uid()).plus(ahead(wish)).compareTo(LIMIT) <= 0;
        boolean isFree = isFree(wish);
        receive("REQUEST", wish);
        String answer = answered();
        String expected =
                !isWithin ? "DECLINED You can have" : isFree ? "ACCEPTED" : "DECLINED Not";
        assertTrue(answer.startsWith(expected), () -> wish + ": " + answer + ", not " + expected);
        if (isWithin && isFree) {
            accepted.put(wish.uid(), wish);
        } else {
            accepted.remove(wish.uid());
        }
    }

    private void receive(String method, Wish wish) {
        byte[] mail = mail(method, wish);
        long began = System.nanoTime();
        new ResourceMailHandler(site).receive(mail, List.of(room(wish.room())), now);
        nanos[month] += System.nanoTime() - began;
        decisions[month]++;
    }

    @Test
    void everyAnswerIsWhatTheCalendarsSay() {
        store.change(
                writing -> {
                    for (int i = 0; i < ROOMS; i++) {
                        writing.add(room(i), NOW);
                        writing.prefer(
                                room(i),
                                "scheduling_function",
                                "check_quota rooms\nschedule_in_freebusy");
                    }
                    writing.limitQuota("rooms", Quotas.EVERYBODY, LIMIT);
                });
        for (int i = 0; i < REQUESTS; i++) {
            now =
                    NOW.plus(YEAR.multipliedBy(i).dividedBy(REQUESTS))
                            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
            month = 12 * i / REQUESTS;
            act(i);
        }
        assertFalse(accepted.isEmpty());
        assertEquals(List.of(), store.verify());
        var each = new ArrayList<Long>();
        for (int i = 0; i < nanos.length; i++) {
            each.add(nanos[i] / 1000 / Math.max(1, decisions[i]));
        }
        System.out.printf("%d requests of a year, us each by month: %s%n", REQUESTS, each);
    }

    private void act(int number) {
        List<Wish> all =
                accepted.values().stream().filter(each -> ahead(each).isPositive()).toList();
        int kind = random.nextInt(10);
        if (kind < 7 || all.isEmpty()) {
            ask(
                    new Wish(
                            "wish-" + number,
                            0,
                            random.nextInt(ROOMS),
                            random.nextInt(PEOPLE),
                            times()));
            return;
        }
        Wish old =
                all.stream()
                        .sorted((one, other) -> one.uid().compareTo(other.uid()))
                        .toList()
                        .get(random.nextInt(all.size()));
        var next = new Wish(old.uid(), old.sequence() + 1, old.room(), old.person(), times());
        if (kind < 9) {
            ask(next);
        } else {
            receive(
                    "CANCEL",
                    new Wish(old.uid(), old.sequence() + 1, old.room(), old.person(), old.times()));
            assertEquals("", answered());
            accepted.remove(old.uid());
        }
    }
}
