package org.imipagent.settings;

import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.PercentEncoding;
import org.jspecify.annotations.Nullable;

/**
 * Where the people of a domain publish when they are free.
 *
 * @param domain in small letters
 * @param address an http or https address, in which {@code {address}} stands for an email address
 *     and {@code {user}} for what is before its @
 */
public record FreeBusySource(String domain, String address) {

    private static final String ADDRESS = "{address}";
    private static final String USER = "{user}";

    /** Reads {@code example.org https://www.example.org/{address}.ifb}; null for anything else. */
    static @Nullable FreeBusySource read(String text) {
        String[] words = text.split("\\s+", -1);
        if (words.length != 2) {
            return null;
        }
        var source = new FreeBusySource(CalendarAddress.lowerCase(words[0]), words[1]);
        CalendarAddress example = CalendarAddress.ofEmail("x@" + source.domain);
        return example != null && source.isGood() ? source : null;
    }

    /** A web address of a host, then a path in which the person stands. */
    private boolean isGood() {
        int host = address.startsWith("https://") ? 8 : address.startsWith("http://") ? 7 : 0;
        int path = address.indexOf('/', host);
        int person = address.indexOf(ADDRESS);
        int user = address.indexOf(USER);
        return host > 0
                && path > host
                && Math.max(person, user) > path
                && (person < 0 || person > path)
                && (user < 0 || user > path)
                && Letters.isBetween(address, '!', '~', "\"<>\\^`|");
    }

    String text() {
        return domain + " " + address;
    }

    /**
     * Where somebody's free/busy is; null where this is not their domain. Nobody's address leads to
     * another place: it is encoded as a segment of a path is (RFC 3986, 3.3).
     */
    public @Nullable String of(CalendarAddress person) {
        if (!domain.equals(person.domain())) {
            return null;
        }
        String email = person.email();
        String user = PercentEncoding.encode(email.substring(0, email.lastIndexOf('@')));
        return address.replace(ADDRESS, user + "@" + domain).replace(USER, user);
    }
}
