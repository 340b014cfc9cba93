package org.imipagent.tools.check;

import org.imipagent.agent.Installation;
import org.imipagent.settings.SiteSettings;

/** The zone in which people without one of their own see times. */
final class ZoneCheck {

    private ZoneCheck() {}

    static void ask(CheckContext context, Installation site, Findings findings) {
        var zone = site.settings().value(SiteSettings.TZID);
        findings.ok(
                zone == null
                        ? site.machineZone()
                                + ", the zone of this machine, unless a person chose another"
                        : zone + ", unless a person chose another");
    }
}
