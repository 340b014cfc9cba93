package org.imipagent.tools.check;

import java.util.Locale;
import org.imipagent.agent.Installation;
import org.imipagent.settings.ManagerAddress;
import org.imipagent.settings.SiteSettings;

/** The two addresses that people see: the sender of the site's mail, and the manager's links. */
final class AddressCheck {

    private AddressCheck() {}

    static void sender(CheckContext context, Installation site, Findings findings) {
        String sender = site.settings().value(SiteSettings.MESSAGE_SENDER);
        if (isExample(sender)) {
            findings.problem(
                    sender + " is an example address, and mail from there is taken as forged",
                    "set MESSAGE_SENDER in "
                            + context.config()
                            + " to an address of this site that someone reads");
        } else {
            findings.ok(sender);
        }
    }

    static void manager(CheckContext context, Installation site, Findings findings) {
        ManagerAddress address = ManagerAddress.of(site.settings(), site.host());
        boolean isSet = site.settings().value(SiteSettings.MANAGER_URL) != null;
        if (address == null) {
            findings.ok("no links in messages (MANAGER_INTERFACE)");
        } else if (isExample(host(address.base()))) {
            findings.problem("links go to the example address " + address.base(), setUrl(context));
        } else if (!isSet && !isFull(site.host())) {
            findings.problem(
                    "links go to " + address.base() + ", which others cannot reach",
                    setUrl(context));
        } else {
            findings.ok("links go to " + address.base());
        }
    }

    private static String setUrl(CheckContext context) {
        return "set MANAGER_URL in " + context.config() + " to where people find the manager";
    }

    static String host(String url) {
        String rest = url.substring(url.indexOf("//") + 2);
        return rest.split("[/:]", 2)[0];
    }

    /** A domain of nobody's (RFC 2606), which all examples have. */
    private static boolean isExample(String address) {
        String domain = address.toLowerCase(Locale.ROOT);
        for (String top : new String[] {"com", "net", "org"}) {
            String example = "example." + top;
            if (domain.equals(example)
                    || domain.endsWith("." + example)
                    || domain.endsWith("@" + example)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFull(String host) {
        return host.indexOf('.') > 0 && !host.startsWith("localhost");
    }
}
