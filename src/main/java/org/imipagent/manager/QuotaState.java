package org.imipagent.manager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imipagent.agent.Quotas;
import org.imipagent.agent.Quotas.Share;
import org.imipagent.agent.Resources.Resource;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.SchedulingName;
import org.jspecify.annotations.Nullable;

/**
 * How much of the quotas of resources people have booked: each for themselves, and all of them for
 * those who look after a resource. It is what {@code check_quota} counts.
 */
final class QuotaState {

    /** As many people and groups are listed. */
    private static final int MOST_SHARES = 50;

    /** As many resources are named as counted together. */
    private static final int MOST_NAMES = 12;

    private final PageContext context;
    private final Messages texts;
    private final Quotas quotas;
    private final List<Resource> all;

    /**
     * @param all the resources of the site
     */
    QuotaState(PageContext context, List<Resource> all) {
        this.context = context;
        this.texts = context.texts();
        this.quotas = new Quotas(context.resources().site(), context.reading(), context.now());
        this.all = all;
    }

    private static Set<String> named(Resource resource, SchedulingName function) {
        List<String> chain =
                resource.participant().preferences().value(PersonalPreferences.SCHEDULING_FUNCTION);
        return Quotas.names(resource.address(), chain, function);
    }

    // ---- For themselves

    /** What whoever sees the page has of each limited quota of some resources, as sentences. */
    List<String> own(List<Resource> resources) {
        var checked = new LinkedHashSet<String>();
        for (Resource each : resources) {
            checked.addAll(named(each, SchedulingName.CHECK_QUOTA));
        }
        var sentences = new ArrayList<String>();
        for (String quota : checked) {
            sentences.add(
                    texts.say(
                            MessageKey.RESOURCE_QUOTA_OF,
                            "resources",
                            names(quota),
                            "state",
                            own(quotas.share(quota, context.user()))));
        }
        return sentences;
    }

    private String own(Share share) {
        Duration limit = share.limit();
        if (limit == null) {
            return texts.say(MessageKey.RESOURCE_QUOTA_OWN_NONE);
        }
        String group = Quotas.groupName(share.of());
        return texts.say(
                group == null ? MessageKey.RESOURCE_QUOTA_OWN : MessageKey.RESOURCE_QUOTA_OWN_GROUP,
                "group",
                group == null ? "" : UntrustedText.line(group),
                "booked",
                length(share.booked()),
                "limit",
                length(limit),
                "left",
                left(limit.minus(share.booked())));
    }

    // ---- For those who look after it

    /** The quotas of a resource; null for none. */
    ResourcesView.@Nullable Quotas of(Resource resource) {
        var checked = new LinkedHashMap<String, Boolean>();
        named(resource, SchedulingName.CHECK_QUOTA).forEach(each -> checked.put(each, true));
        named(resource, SchedulingName.SCHEDULE_ACROSS_QUOTA)
                .forEach(each -> checked.putIfAbsent(each, false));
        var tables = new ArrayList<ResourcesView.Quota>();
        for (Map.Entry<String, Boolean> each : checked.entrySet()) {
            tables.add(
                    table(
                            resource,
                            each.getKey(),
                            each.getValue(),
                            "quota-" + (tables.size() + 1)));
        }
        return tables.isEmpty()
                ? null
                : new ResourcesView.Quotas(
                        texts.say(MessageKey.RESOURCE_QUOTAS),
                        texts.say(MessageKey.RESOURCE_QUOTA_WHO),
                        texts.say(MessageKey.RESOURCE_QUOTA_BOOKED),
                        texts.say(MessageKey.RESOURCE_QUOTA_LIMIT),
                        texts.say(MessageKey.RESOURCE_QUOTA_REST),
                        tables);
    }

    private ResourcesView.Quota table(
            Resource resource, String quota, boolean isChecked, String id) {
        List<Share> shares = quotas.shares(quota);
        var rows = new ArrayList<ResourcesView.Share>();
        for (Share each : shares.subList(0, Math.min(MOST_SHARES, shares.size()))) {
            rows.add(row(each, isChecked));
        }
        int more = shares.size() - rows.size();
        return new ResourcesView.Quota(
                id,
                quota.equals(resource.address().email())
                        ? texts.say(MessageKey.RESOURCE_QUOTA_THIS)
                        : texts.say(
                                MessageKey.RESOURCE_QUOTA_NAMED, "name", UntrustedText.line(quota)),
                rules(resource, quota, isChecked, shares.isEmpty()),
                rows,
                more == 0 ? "" : texts.count(MessageKey.AND_MORE_PEOPLE, more));
    }

    private List<String> rules(
            Resource resource, String quota, boolean isChecked, boolean isUnused) {
        var rules = new ArrayList<String>();
        if (quotas.resources(quota).size() > 1) {
            rules.add(texts.say(MessageKey.RESOURCE_QUOTA_TOGETHER, "resources", names(quota)));
        }
        if (isChecked) {
            Duration limit = context.reading().quotaLimit(quota, Quotas.EVERYBODY);
            rules.add(
                    limit == null
                            ? texts.say(MessageKey.RESOURCE_QUOTA_ONLY)
                            : texts.say(
                                    MessageKey.RESOURCE_QUOTA_EVERYBODY, "limit", length(limit)));
        }
        if (named(resource, SchedulingName.SCHEDULE_ACROSS_QUOTA).contains(quota)) {
            rules.add(texts.say(MessageKey.RESOURCE_QUOTA_ONE));
        }
        if (isUnused) {
            rules.add(texts.say(MessageKey.RESOURCE_NO_TIMES));
        }
        return rules;
    }

    private ResourcesView.Share row(Share share, boolean isChecked) {
        Duration limit = share.limit();
        if (limit == null) {
            String none =
                    texts.say(
                            isChecked
                                    ? MessageKey.RESOURCE_QUOTA_NONE
                                    : MessageKey.RESOURCE_QUOTA_UNLIMITED);
            return new ResourcesView.Share(who(share.of()), length(share.booked()), none, "");
        }
        return new ResourcesView.Share(
                who(share.of()),
                length(share.booked()),
                length(limit),
                left(limit.minus(share.booked())));
    }

    private String who(CalendarAddress of) {
        String group = Quotas.groupName(of);
        return group == null
                ? UntrustedText.line(of.email())
                : texts.say(MessageKey.RESOURCE_QUOTA_GROUP, "name", UntrustedText.line(group));
    }

    // ---- Words

    /** What counts together; "" for resources that take part no more. */
    private String names(String quota) {
        Set<CalendarAddress> addresses = quotas.resources(quota);
        var names = new ArrayList<String>();
        for (Resource each : all) {
            if (addresses.contains(each.address())) {
                names.add(UntrustedText.line(each.name()));
            }
        }
        int more = names.size() - MOST_NAMES;
        return more <= 0
                ? texts.joined(names)
                : texts.joined(names.subList(0, MOST_NAMES))
                        + " "
                        + texts.count(MessageKey.AND_MORE_PEOPLE, more);
    }

    private String left(Duration left) {
        if (left.isZero()) {
            return texts.say(MessageKey.RESOURCE_QUOTA_FULL);
        }
        return texts.say(
                left.isNegative() ? MessageKey.RESOURCE_QUOTA_OVER : MessageKey.RESOURCE_QUOTA_LEFT,
                "time",
                length(left.abs()));
    }

    /** In hours and minutes, so that lengths of one table compare: 2 days are 48 hours. */
    private String length(Duration length) {
        long hours = length.toHours();
        int minutes = length.toMinutesPart();
        if (minutes == 0) {
            return texts.count(MessageKey.DURATION_HOURS, hours);
        }
        String rest = texts.count(MessageKey.DURATION_MINUTES, minutes);
        return hours == 0
                ? rest
                : texts.joined(List.of(texts.count(MessageKey.DURATION_HOURS, hours), rest));
    }
}
