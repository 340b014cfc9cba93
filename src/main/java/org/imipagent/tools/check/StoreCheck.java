package org.imipagent.tools.check;

import java.util.List;
import org.imipagent.agent.Installation;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.settings.SiteSettings;
import org.imipagent.settings.StoreType;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.Store.Damage;
import org.imipagent.store.StoreTrouble;

/** Whether the kept data can be read and are whole. */
final class StoreCheck {

    private StoreCheck() {}

    static void ask(CheckContext context, Installation site, Findings findings) {
        if (site.settings().value(SiteSettings.STORE_TYPE) == StoreType.POSTGRESQL
                && context.askers().isRoot()) {
            findings.note(
                    "PostgreSQL knows the users of the machine: ask it with runuser -u imip-agent"
                            + " -- imip-agent check");
            return;
        }
        try {
            List<Damage> damages = site.store().verify();
            damages.forEach(
                    damage ->
                            findings.problem(
                                    damage.where() + ": " + damage.what(), damage.remedy()));
            if (damages.isEmpty()) {
                people(site, findings);
                OutboxCheck.ask(context, site, findings.of("outbox"));
            }
        } catch (StoreTrouble trouble) {
            findings.problem(trouble.what(), trouble.remedy());
        }
    }

    private static void people(Installation site, Findings findings) {
        try (ReadTransaction reading = site.store().read()) {
            List<CalendarAddress> users = reading.users();
            findings.ok("no damage; users: " + users.size());
            for (CalendarAddress user : users) {
                site.participant(reading, user)
                        .preferences()
                        .problems()
                        .forEach(
                                wrong ->
                                        findings.of("preferences")
                                                .problem(
                                                        user.email() + ": " + wrong,
                                                        "imip-agent preferences set --user "
                                                                + user.email()
                                                                + " NAME VALUE"));
            }
            ResourcesCheck.ask(site, reading, findings.of("resources"));
        }
    }
}
