package org.imipagent.agent;

import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.publish.Published;

/**
 * Where the web server shows the published folder, for people to copy.
 *
 * @param base scheme, host and path, with a slash at its end
 */
public record WebAddresses(String base) {

    /** The secret address of a calendar feed. */
    public String feed(String token) {
        return base + Published.feedPath(token);
    }

    /** Every form in which free/busy is asked for; the one that always works first. */
    public List<String> freeBusy(CalendarAddress user) {
        String definitive = base + Published.encoded(user.uri()) + "/freebusy";
        String email = user.email();
        return user.isMail()
                ? List.of(
                        definitive,
                        base + email + ".ifb",
                        base + email + ".vfb",
                        base + email,
                        base.substring(0, base.length() - 1) + "?" + email + ".ifb")
                : List.of(definitive);
    }

    /** The address by which a calendar program is started with it. */
    public static String webcal(String address) {
        return "webcal" + address.substring(address.indexOf(':'));
    }
}
