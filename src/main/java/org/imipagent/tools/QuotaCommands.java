package org.imipagent.tools;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.imipagent.agent.Quotas;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.settings.Durations;
import org.imipagent.settings.Preference;
import org.imipagent.store.Booking;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code quota}: how much of some resources people may have booked ahead. */
@Command(
        name = "quota",
        description =
                "Set and show how much time of resources people may have booked ahead. A quota is of"
                        + " the resources whose scheduling_function names it; without a name there it"
                        + " has the resource's address.")
final class QuotaCommands {

    private static final String EVERYBODY = "everybody";
    private static final String GROUP = "group:";

    private static final String WHO =
            "An email address, group:NAME, or everybody: who has no limit of their own.";

    /** Whom a limit is for. */
    private static CalendarAddress who(String word) throws NotDone {
        if (word.equals(EVERYBODY)) {
            return Quotas.EVERYBODY;
        }
        if (word.startsWith(GROUP) && word.length() > GROUP.length()) {
            return Quotas.group(word.substring(GROUP.length()));
        }
        var address = new CalendarAddress(word);
        if (!address.isMail()) {
            throw NotDone.usage("must be an email address, group:NAME or everybody: " + word);
        }
        return address;
    }

    private static String word(CalendarAddress of) {
        String group = Quotas.groupName(of);
        if (group != null) {
            return GROUP + group;
        }
        return of.equals(Quotas.EVERYBODY) ? EVERYBODY : of.email();
    }

    /** {@code quota limit}. */
    @Command(name = "limit", description = "Set how much somebody may have booked ahead.")
    static final class Limit implements Tool {

        @Parameters(index = "0", paramLabel = "QUOTA", description = "Its name.")
        private String quota = "";

        @Parameters(index = "1", paramLabel = "WHO", description = WHO)
        private String who = "";

        @Parameters(
                index = "2",
                paramLabel = "DURATION",
                description = "Such as PT10H or P2D; none takes the limit away.")
        private String limit = "";

        @Override
        public void run(CommandContext context) throws NotDone {
            CalendarAddress of = who(who);
            Duration duration = Durations.parse(limit);
            if (duration == null && !limit.equals(Preference.NONE)) {
                throw NotDone.usage("must be a duration such as PT10H or P2D, or none: " + limit);
            }
            try (Opened opened = context.open()) {
                opened.store().change(writing -> writing.limitQuota(quota, of, duration));
            }
        }
    }

    /** {@code quota group}. */
    @Command(
            name = "group",
            description =
                    "Let people share one limit: that of group:NAME, for all of them together.")
    static final class Share implements Tool {

        @Parameters(index = "0", paramLabel = "QUOTA", description = "Its name.")
        private String quota = "";

        @Parameters(
                index = "1",
                paramLabel = "NAME",
                description = "The group; none takes people out of theirs.")
        private String group = "";

        @Parameters(
                index = "2..*",
                arity = "1..*",
                paramLabel = "ADDRESS",
                description = "An email address.")
        private List<CalendarAddress> people = List.of();

        @Override
        public void run(CommandContext context) throws NotDone {
            String name = group.equals(Preference.NONE) ? null : group;
            try (Opened opened = context.open()) {
                opened.store()
                        .change(
                                writing ->
                                        people.forEach(
                                                each ->
                                                        writing.shareQuota(
                                                                quota,
                                                                opened.site().user(writing, each),
                                                                name)));
            }
        }
    }

    /** {@code quota list}. */
    @Command(name = "list", description = "List limits and groups of all quotas.")
    static final class All implements Tool {

        @Mixin private AsJson json = new AsJson();

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open();
                    ReadTransaction reading = opened.store().read();
                    Listing listing = json.listing(context, "quota", "who", "limit", "group")) {
                for (String quota : reading.quotas()) {
                    for (Map.Entry<CalendarAddress, Duration> each :
                            reading.quotaLimits(quota).entrySet()) {
                        listing.row(
                                quota, word(each.getKey()), Durations.write(each.getValue()), null);
                    }
                    for (Map.Entry<CalendarAddress, String> each :
                            reading.quotaGroups(quota).entrySet()) {
                        listing.row(quota, word(each.getKey()), null, each.getValue());
                    }
                }
            }
        }
    }

    /** {@code quota show}: why something was declined. */
    @Command(
            name = "show",
            description =
                    "Show what counts against the limit of somebody: each booking that is not over,"
                            + " then the sum and the limit.")
    static final class Show implements Tool {

        @Mixin private AsJson json = new AsJson();

        @Parameters(index = "0", paramLabel = "QUOTA", description = "Its name.")
        private String quota = "";

        @Parameters(index = "1", paramLabel = "ADDRESS", description = "Who books.")
        private CalendarAddress who = new CalendarAddress("");

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open();
                    ReadTransaction reading = opened.store().read();
                    Listing listing =
                            json.listing(context, "what", "start", "end", "duration", "event")) {
                var quotas = new Quotas(opened.site(), reading, context.now());
                if (quotas.resources(quota).isEmpty()) {
                    throw NotDone.refused(
                            "no resource has the quota "
                                    + quota
                                    + ": see scheduling_function in imip-agent resources show");
                }
                Duration sum = Duration.ZERO;
                for (CalendarAddress resource : quotas.resources(quota)) {
                    for (Booking each : quotas.bookings(quota, resource, who)) {
                        Duration length = Duration.between(each.start(), each.end());
                        sum = sum.plus(length);
                        listing.row(
                                resource.email(),
                                each.start(),
                                each.end(),
                                written(length),
                                each.uid());
                    }
                }
                Duration limit = quotas.limit(quota, who);
                listing.row("sum", null, null, written(sum), null);
                listing.row("limit", null, null, limit == null ? "none" : written(limit), null);
            }
        }

        private static String written(@Nullable Duration duration) {
            return duration == null || duration.isZero() ? "PT0S" : Durations.write(duration);
        }
    }
}
