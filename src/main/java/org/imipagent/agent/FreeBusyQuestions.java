package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.freebusy.Window;
import org.imipagent.itip.Verdict;
import org.imipagent.mail.MessageIds;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Activity;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Asks people by mail when they are busy (RFC 5546, 3.3.2), each at most once an hour. What they
 * answer comes as any mail does ({@link IncomingFreeBusyHandler}).
 */
public final class FreeBusyQuestions {

    /** Nobody is asked again before. */
    public static final Duration PAUSE = Duration.ofHours(1);

    /** A question is about so much time at least, so that the next days are known, too. */
    private static final Duration SPAN = Duration.ofDays(28);

    private final Installation site;
    private final Instant now;

    public FreeBusyQuestions(Installation site, Instant now) {
        this.site = site;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * How it ended.
     *
     * @param asked those who got mail just now
     * @param posted the mails in the outbox
     */
    public record Asked(List<CalendarAddress> asked, List<Long> posted) {
        public Asked {
            asked = List.copyOf(asked);
            posted = List.copyOf(posted);
        }
    }

    /**
     * Asks each of some people.
     *
     * @param to until when, at least
     * @throws org.imipagent.store.StoreTrouble when it cannot be kept
     */
    public Asked ask(CalendarAddress user, List<CalendarAddress> people, Instant to) {
        var window = new Window(now, to.isAfter(now.plus(SPAN)) ? to : now.plus(SPAN));
        return site.store().effect(user, writing -> ask(writing, user, people, window));
    }

    private Asked ask(
            WriteTransaction writing,
            CalendarAddress user,
            List<CalendarAddress> people,
            Window window) {
        var asked = new ArrayList<CalendarAddress>();
        for (CalendarAddress each : people) {
            boolean isAsked = lastAsked(writing, user, each, now) != null;
            if (isAskable(user, each) && !isAsked) {
                if (asked.isEmpty()) {
                    writing.add(user, now);
                }
                writing.useKey(user, key(each, hour(now)), now.toString(), now);
                post(writing, user, each, window);
                asked.add(each);
            }
        }
        if (!asked.isEmpty()) {
            writing.note(user, activity(user, asked));
        }
        return new Asked(asked, writing.posted());
    }

    private boolean isAskable(CalendarAddress user, CalendarAddress other) {
        var agent = new CalendarAddress(site.settings().value(SiteSettings.MESSAGE_SENDER));
        return other.isMail() && !other.plain().equals(user) && !other.plain().equals(agent);
    }

    private void post(
            WriteTransaction writing, CalendarAddress user, CalendarAddress other, Window window) {
        var drafts = new MailDrafts(site);
        String id =
                MessageIds.of(
                        Objects.requireNonNullElse(drafts.agent().domain(), "localhost"),
                        List.of("free-busy", user.uri(), other.uri(), now.toString()));
        String uid = id.substring(1, id.length() - 1);
        writing.post(
                user,
                drafts.envelopeSender(),
                List.of(other.email()),
                drafts.freeBusyQuestion(site.participant(writing, user), other, window, uid, now),
                now);
    }

    private Activity activity(CalendarAddress user, List<CalendarAddress> asked) {
        var emails = new ArrayList<String>();
        for (CalendarAddress each : asked) {
            emails.add(each.email());
        }
        return new Activity(
                now,
                Activity.Source.MANAGER,
                "ask-free-busy",
                "",
                null,
                "",
                user.email(),
                Verdict.FREEBUSY_ASKED,
                String.join(", ", emails));
    }

    /** When somebody was asked within the last hour; null where they were not. */
    public static @Nullable Instant lastAsked(
            ReadTransaction reading, CalendarAddress user, CalendarAddress other, Instant now) {
        for (long hour = hour(now); hour >= hour(now) - 1; hour--) {
            String asked = reading.usedFor(user, key(other, hour));
            Instant at = asked == null ? null : Instant.parse(asked);
            if (at != null && at.plus(PAUSE).isAfter(now)) {
                return at;
            }
        }
        return null;
    }

    private static long hour(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), PAUSE.toSeconds());
    }

    private static String key(CalendarAddress other, long hour) {
        return "free-busy-question " + other.uri() + " " + hour;
    }
}
