package org.imipagent.settings;

import org.imipagent.settings.Checked.Bad;
import org.imipagent.settings.Checked.Good;

/**
 * How the name a person logs in with becomes a mail address.
 *
 * @param template {@code %s}, or {@code %s@example.com} where people log in without a domain
 */
public record UserAddress(String template) {
    private static final String NAME = "%s";

    /**
     * The address of a person who is logged in; "" when the name makes none.
     *
     * <p>A name that is an address already stays as it is.
     */
    public String of(String user) {
        var address = user.indexOf('@') >= 0 ? user : template.replace(NAME, user);
        return Kinds.address(address) ? address : "";
    }

    static Checked<UserAddress> parse(String text) {
        boolean once = text.contains(NAME) && text.indexOf(NAME) == text.lastIndexOf(NAME);
        boolean makesAddress = text.equals(NAME) || Kinds.address(text.replace(NAME, "x"));
        return once && makesAddress
                ? new Good<>(new UserAddress(text))
                : new Bad<>(
                        "must be %s, or contain %s once in place of the name, such as %s@example.com; not '"
                                + text
                                + "'");
    }
}
