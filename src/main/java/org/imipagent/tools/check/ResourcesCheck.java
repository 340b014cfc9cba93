package org.imipagent.tools.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imipagent.agent.Installation;
import org.imipagent.agent.ResourcePhotos;
import org.imipagent.agent.Resources;
import org.imipagent.agent.Resources.Resource;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.SchedulingName;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.ReadTransaction;

/** Whether what the chains of resources name is there: else they decline whatever is asked. */
final class ResourcesCheck {

    private ResourcesCheck() {}

    static void ask(Installation site, ReadTransaction reading, Findings findings) {
        photos(site, reading, findings);
        Map<CalendarAddress, String> chains =
                reading.preferring(PersonalPreferences.SCHEDULING_FUNCTION.name());
        for (Map.Entry<CalendarAddress, String> each : chains.entrySet()) {
            for (String line : each.getValue().lines().toList()) {
                List<String> words = SchedulingName.words(line);
                SchedulingName name =
                        words.isEmpty() ? null : SchedulingName.named(words.getFirst());
                if (name != null && SchedulingName.problem(line) == null) {
                    var arguments = new ArrayList<>(words.subList(1, words.size()));
                    ask(site, reading, findings, each.getKey(), name, arguments);
                }
            }
        }
    }

    private static void photos(Installation site, ReadTransaction reading, Findings findings) {
        var photos = ResourcePhotos.of(site.settings());
        for (Resource each : new Resources(site, reading).all()) {
            String problem = each.photo().isEmpty() ? null : photos.problem(each.photo());
            if (problem != null) {
                findings.problem(
                        each.address().email() + " has no photo: " + problem,
                        "imip-agent resources add " + each.address().email() + " --photo none");
            }
        }
    }

    private static void ask(
            Installation site,
            ReadTransaction reading,
            Findings findings,
            CalendarAddress resource,
            SchedulingName name,
            List<String> arguments) {
        switch (name) {
            case CHECK_QUOTA -> quota(reading, findings, resource, arguments);
            case ANY_OF, SCHEDULE_FOR_DELEGATE ->
                    group(site, reading, findings, resource, arguments);
            case ASK_OWNER -> owner(site, reading, findings, resource, arguments);
            case EXTERNAL -> program(site, findings, resource, arguments.getFirst());
            case SCHEDULE_IN_FREEBUSY,
                    SCHEDULE_CORRECTED_IN_FREEBUSY,
                    SCHEDULE_NEXT_AVAILABLE_IN_FREEBUSY,
                    ACCEPT_FREE_OCCURRENCES,
                    SAME_DOMAIN_ONLY,
                    ACCESS_CONTROL_LIST,
                    OPENING_HOURS,
                    MAX_DURATION,
                    BOOKING_WINDOW,
                    SCHEDULE_ACROSS_QUOTA -> {}
        }
    }

    private static void quota(
            ReadTransaction reading,
            Findings findings,
            CalendarAddress resource,
            List<String> arguments) {
        String quota = arguments.isEmpty() ? resource.email() : arguments.getFirst();
        if (reading.quotaLimits(quota).isEmpty()) {
            findings.problem(
                    resource.email() + " declines everybody: the quota " + quota + " has no limit",
                    "imip-agent quota limit " + quota + " everybody PT10H");
        }
    }

    private static void group(
            Installation site,
            ReadTransaction reading,
            Findings findings,
            CalendarAddress resource,
            List<String> arguments) {
        String group = arguments.isEmpty() ? resource.email() : arguments.getFirst();
        for (CalendarAddress each :
                reading.preferring(PersonalPreferences.GROUPS.name()).keySet()) {
            if (site.participant(reading, each)
                    .preferences()
                    .value(PersonalPreferences.GROUPS)
                    .contains(group)) {
                return;
            }
        }
        findings.problem(
                resource.email() + " passes nothing on: no resource is in the group " + group,
                "imip-agent resources add ADDRESS --group " + group);
    }

    private static void owner(
            Installation site,
            ReadTransaction reading,
            Findings findings,
            CalendarAddress resource,
            List<String> arguments) {
        boolean isNamed =
                !arguments.isEmpty()
                        || !site.participant(reading, resource)
                                .preferences()
                                .value(PersonalPreferences.OWNERS)
                                .isEmpty();
        if (!isNamed) {
            findings.problem(
                    resource.email() + " declines everybody: ask_owner has nobody to ask",
                    "imip-agent resources add " + resource.email() + " --owner ADDRESS");
        }
    }

    private static void program(
            Installation site, Findings findings, CalendarAddress resource, String name) {
        Path program = site.settings().value(SiteSettings.SCHEDULING_PROGRAMS).resolve(name);
        if (!Files.isExecutable(program)) {
            findings.problem(
                    resource.email() + " declines everybody: " + program + " cannot be run",
                    "put the program there, and chmod 755 " + program);
        }
    }
}
