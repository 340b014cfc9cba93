package org.imipagent.tools;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imipagent.agent.Horizon;
import org.imipagent.agent.OthersBusy;
import org.imipagent.agent.Publishing;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.FreeBusyObject;
import org.imipagent.freebusy.Window;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.itip.Method;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code freebusy}: when a person is busy; and the two jobs that keep it right. */
@Command(
        name = "freebusy",
        description = "Print a person's free/busy as VFREEBUSY, as it would be published.")
final class FreeBusyCommand implements Tool {

    @Option(
            names = "--user",
            paramLabel = "ADDRESS",
            scope = ScopeType.INHERIT,
            description =
                    "The person's email address; without it, rebuild and publish apply to everyone.")
    private @Nullable CalendarAddress user;

    @Option(
            names = "--of",
            paramLabel = "OTHER",
            description =
                    "Free/busy of someone else, as far as known: received by mail, or from shared events.")
    private @Nullable CalendarAddress other;

    @Option(
            names = "--start",
            paramLabel = "T",
            description = "Start of the period. Default: a week ago.")
    private @Nullable When start;

    @Option(
            names = "--end",
            paramLabel = "T",
            description = "End of the period. Default: as far as is published (PUBLISH_DAYS).")
    private @Nullable When end;

    @Override
    public void run(CommandContext context) throws NotDone {
        if (user == null) {
            throw NotDone.usage("freebusy requires --user ADDRESS, or one of: rebuild, publish");
        }
        try (Opened opened = context.open();
                ReadTransaction reading = opened.store().read()) {
            Opened.known(reading, user);
            Zone own = opened.site().participant(reading, user).person().zone();
            Instant from =
                    start == null ? context.now().minus(Publishing.BACK) : start.instant(own);
            int days = opened.site().settings().value(SiteSettings.PUBLISH_DAYS);
            Instant to = end == null ? context.now().plus(Duration.ofDays(days)) : end.instant(own);
            check(from, to);
            var object =
                    other == null
                            ? Publishing.freeBusy(
                                    opened.site(),
                                    reading,
                                    opened.site().participant(reading, user),
                                    from,
                                    to,
                                    context.now())
                            : FreeBusyObject.of(
                                    other,
                                    new OthersBusy(opened.site(), reading, user)
                                            .of(other, new Window(from, to)),
                                    context.now());
            context.print(CalendarWriter.writeComponent(Method.PUBLISH.name(), object));
        } catch (IllegalArgumentException damaged) {
            throw NotDone.refused(
                    "an event of "
                            + user.email()
                            + " cannot be read ("
                            + damaged.getMessage()
                            + "): run imip-agent store verify");
        }
    }

    private static void check(Instant from, Instant to) throws NotDone {
        if (!from.isBefore(to)) {
            throw NotDone.usage("--end must be after --start");
        }
        if (!new Window(from, to).problem().isEmpty()) {
            throw NotDone.usage("--start and --end may be at most ten years apart");
        }
    }

    /** Those whom a job is for. */
    private List<CalendarAddress> users(Opened opened) throws NotDone {
        if (start != null || end != null || other != null) {
            throw NotDone.usage("--start, --end and --of require freebusy --user ADDRESS");
        }
        return opened.users(user);
    }

    /** {@code freebusy rebuild}: the daily job. */
    @Command(
            name = "rebuild",
            description =
                    "Recompute the occurrences of every event up to the horizon (HORIZON_DAYS),"
                            + " publish free/busy, and"
                            + " delete old activity (ACTIVITY_DAYS). Run it daily.")
    static final class Rebuild implements Tool {

        private final FreeBusyCommand whose;

        Rebuild(FreeBusyCommand whose) {
            this.whose = whose;
        }

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open()) {
                List<CalendarAddress> users = whose.users(opened);
                var troubles = new ArrayList<String>();
                int events = 0;
                for (CalendarAddress user : users) {
                    forgetActivity(opened, user, context.now());
                    for (String uid : uids(opened, user)) {
                        events++;
                        rebuild(opened, user, uid, context.now(), troubles);
                    }
                }
                opened.publish(users, context.now());
                context.say(
                        CommandContext.count(events, "event")
                                + " of "
                                + CommandContext.count(users.size(), "user")
                                + " rebuilt");
                if (!troubles.isEmpty()) {
                    throw new NotDone(NotDone.Why.REFUSED, troubles);
                }
            }
        }

        private static List<String> uids(Opened opened, CalendarAddress user) {
            try (ReadTransaction reading = opened.store().read()) {
                return reading.uids(user);
            }
        }

        private static void forgetActivity(Opened opened, CalendarAddress user, Instant now) {
            int days = opened.site().settings().value(SiteSettings.ACTIVITY_DAYS);
            opened.store()
                    .change(
                            user,
                            writing -> {
                                writing.forgetActivity(user, now.minus(Duration.ofDays(days)));
                                writing.dropFiles(user, now.minus(Duration.ofDays(1)));
                            });
        }

        /**
         * Each event in a transaction of its own, so that mail that comes meanwhile need not wait.
         */
        private static void rebuild(
                Opened opened,
                CalendarAddress user,
                String uid,
                Instant now,
                List<String> troubles) {
            opened.store()
                    .effect(
                            user,
                            writing ->
                                    Optional.ofNullable(
                                            new Horizon(opened.site())
                                                    .rebuild(writing, user, uid, now)))
                    .ifPresent(
                            why ->
                                    troubles.add(
                                            "the event "
                                                    + uid
                                                    + " of "
                                                    + user.email()
                                                    + " was not rebuilt: "
                                                    + why
                                                    + "; run imip-agent store verify"));
        }
    }

    /** {@code freebusy publish}: the files of the web server. */
    @Command(name = "publish", description = "Write the published free/busy files again.")
    static final class Publish implements Tool {

        private final FreeBusyCommand whose;

        Publish(FreeBusyCommand whose) {
            this.whose = whose;
        }

        /** How many of them publish. */
        private static long published(Opened opened, List<CalendarAddress> users) {
            try (ReadTransaction reading = opened.store().read()) {
                return users.stream()
                        .filter(each -> opened.site().participant(reading, each).publishes())
                        .count();
            }
        }

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open()) {
                List<CalendarAddress> users = whose.users(opened);
                long published = published(opened, users);
                opened.publish(users, context.now());
                context.say("free/busy of " + CommandContext.count(published, "user") + " written");
                if (published < users.size()) {
                    context.say(
                            CommandContext.count(users.size() - published, "user")
                                    + " without: publishing is off (freebusy_publishing)");
                }
            }
        }
    }
}
