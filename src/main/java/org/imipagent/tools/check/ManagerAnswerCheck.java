package org.imipagent.tools.check;

import java.io.IOException;
import java.util.List;
import org.imipagent.agent.Installation;
import org.imipagent.settings.ManagerAddress;
import org.imipagent.settings.SiteSettings;
import org.jspecify.annotations.Nullable;

/** Whether the address in messages leads to the manager: a request for it asks for a log-in. */
final class ManagerAnswerCheck {

    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private ManagerAnswerCheck() {}

    static void ask(
            CheckContext context,
            Installation site,
            ApacheConfiguration apache,
            Findings findings) {
        ManagerAddress address = ManagerAddress.of(site.settings(), site.host());
        List<ApacheConfiguration.Door> doors = apache.doors();
        if (address == null || doors.isEmpty()) {
            return;
        }
        String rest = address.base().substring(address.base().indexOf("//") + 2);
        int slash = rest.indexOf('/');
        String host = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "/" : rest.substring(slash);
        LoopbackRequest.Answer best = null;
        String trouble = "";
        for (ApacheConfiguration.Door door : doors) {
            try {
                LoopbackRequest.Answer answer = LoopbackRequest.get(door, host, path);
                best = best == null || rank(answer) < rank(best) ? answer : best;
            } catch (IOException closed) {
                trouble = door.host() + ":" + door.port() + ": " + closed.getMessage();
            }
        }
        if (best == null) {
            findings.problem("Apache does not answer at " + trouble, "systemctl start apache2");
        } else {
            tell(best, context, site, apache, path, findings);
        }
    }

    /** Of several, the one that people get in the end: a redirection leads to another. */
    private static int rank(LoopbackRequest.Answer answer) {
        return answer.status() == UNAUTHORIZED ? 0 : answer.location().isEmpty() ? 1 : 2;
    }

    private static void tell(
            LoopbackRequest.Answer answer,
            CheckContext context,
            Installation site,
            ApacheConfiguration apache,
            String path,
            Findings findings) {
        int status = answer.status();
        if (status == UNAUTHORIZED) {
            findings.ok("Apache asks for a log-in at " + path);
        } else if (status == NOT_FOUND) {
            findings.problem(
                    "Apache finds nothing at " + path + ", where links lead",
                    samePath(context, site, apache.defines().get("IMIP_MANAGER_PATH")));
        } else if (!answer.location().isEmpty()) {
            findings.note("Apache leads from " + path + " to " + answer.location());
        } else if (status < 400) {
            findings.problem(
                    "Apache answers " + status + " at " + path + " without a log-in",
                    "take over conf/apache/imip-manager.conf: it has Require valid-user");
        } else {
            findings.problem(
                    "Apache answers " + status + " at " + path + " instead of asking for a log-in",
                    "see Apache's error log: tail /var/log/apache2/error.log");
        }
    }

    private static String samePath(
            CheckContext context, Installation site, @Nullable String ofApache) {
        String own = site.settings().value(SiteSettings.MANAGER_PATH);
        String theirs = ofApache == null || ofApache.endsWith("/") ? ofApache : ofApache + "/";
        return theirs == null || theirs.equals(own)
                ? "include conf/apache/imip-manager.conf in the virtual host of MANAGER_URL"
                : "set MANAGER_PATH = '" + theirs + "' in " + context.config();
    }
}
