package org.imipagent.ical;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.imipagent.calendar.Parameter;

/**
 * Where the parameters of a content line end, for writers that leave out the quotes around a value
 * with a colon (RFC 5545, 3.2): {@code SENT-BY=mailto:sec@example.com:mailto:boss@example.com}. The
 * first colon ends them, unless what follows it cannot be meant as the value of that property, and
 * what follows a later one can. So a line with its quotes is never read otherwise.
 */
final class ParametersEnd {

    private static final Set<String> PEOPLE = Set.of("ORGANIZER", "ATTENDEE");
    private static final Set<String> TIMES =
            Set.of("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE", "DUE");
    private static final Set<String> LINKS = Set.of("ATTACH", "URL", "CONFERENCE", "IMAGE");

    private static final List<String> ADDRESS_SCHEMES =
            List.of("mailto:", "urn:", "invalid:", "http:", "https:", "tel:", "sip:", "xmpp:");
    private static final List<String> LINK_SCHEMES =
            List.of("http:", "https:", "cid:", "ftp:", "mailto:");

    /** An address that is longer is none. */
    private static final int LONGEST_ADDRESS = 1_000;

    private static final int LONGEST_SCHEME = 20;

    /** Colons of one line that are looked at. */
    private static final int MOST_TRIED = 50;

    private ParametersEnd() {}

    /**
     * The colon that is meant.
     *
     * @param first the first colon that stands in no quotes
     * @param last the parameter before it
     * @return {@code first} where nothing better is to be had
     */
    static int of(String property, String line, int first, Parameter last) {
        boolean isOfKind =
                PEOPLE.contains(property) || TIMES.contains(property) || LINKS.contains(property);
        if (isOfKind) {
            return isBegun(property, line, first + 1) ? first : later(property, line, first);
        }
        return last.name().equals("ALTREP") ? afterLink(line, first, last.value()) : first;
    }

    /** Whether the value may stand there, whatever its writer wrote of it. */
    private static boolean isBegun(String property, String line, int from) {
        return PEOPLE.contains(property)
                ? hasScheme(ADDRESS_SCHEMES, line, from)
                : TIMES.contains(property) ? isTime(line, from) : isUri(line, from);
    }

    private static int later(String property, String line, int first) {
        int tried = 0;
        int colon = line.indexOf(':', first + 1);
        while (colon >= 0 && tried < MOST_TRIED) {
            if (isMeant(property, line, colon + 1)) {
                return colon;
            }
            tried++;
            colon = line.indexOf(':', colon + 1);
        }
        return first;
    }

    /** Whether what stands there can be nothing else than the value. */
    private static boolean isMeant(String property, String line, int from) {
        return PEOPLE.contains(property)
                ? isAddress(line, from)
                : TIMES.contains(property)
                        ? isTime(line, from)
                        : hasScheme(LINK_SCHEMES, line, from);
    }

    /** A mail address, or a URI of a kind that people have, and nothing after it. */
    private static boolean isAddress(String line, int from) {
        if (line.length() - from > LONGEST_ADDRESS || !hasScheme(ADDRESS_SCHEMES, line, from)) {
            return isPath(line, from);
        }
        String address = line.substring(from).strip().toLowerCase(Locale.ROOT);
        if (address.chars().anyMatch(c -> c == '"' || c == ';' || c <= ' ')) {
            return false;
        }
        return address.startsWith("mailto:")
                ? address.indexOf('@') > 0 && address.lastIndexOf(':') == "mailto".length()
                : !address.contains(":mailto:");
    }

    /** {@code /principals/users/anna/}, as calendar servers have it. */
    private static boolean isPath(String line, int from) {
        return line.length() - from <= LONGEST_ADDRESS
                && line.startsWith("/", from)
                && !line.startsWith("//", from)
                && line.chars().skip(from).noneMatch(c -> c == ':' || c == ';' || c == '"');
    }

    /** {@code 20261231...} or {@code 2026-12-31...} */
    private static boolean isTime(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        if (isDigits(line, at, 4) && line.startsWith("-", at + 4)) {
            return isDigits(line, at + 5, 2);
        }
        int end = at + 8;
        return isDigits(line, at, 8)
                && (end == line.length() || "Tt,;/ ".indexOf(line.charAt(end)) >= 0);
    }

    private static boolean isDigits(String line, int from, int count) {
        if (from + count > line.length()) {
            return false;
        }
        for (int i = from; i < from + count; i++) {
            if (line.charAt(i) < '0' || line.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Of whichever scheme. */
    private static boolean isUri(String line, int from) {
        int at = from;
        while (at < line.length() && at < from + LONGEST_SCHEME && isLetter(line.charAt(at))) {
            at++;
        }
        return at > from && line.startsWith(":", at);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** ALTREP was cut at the colon of its scheme: it goes on to the next, and past a port. */
    private static int afterLink(String line, int first, String scheme) {
        if (!LINK_SCHEMES.contains(scheme.toLowerCase(Locale.ROOT) + ':')) {
            return first;
        }
        int colon = line.indexOf(':', first + 1);
        int digits = colon + 1;
        while (colon >= 0 && isDigits(line, digits, 1)) {
            digits++;
        }
        boolean isPort = digits > colon + 1 && line.startsWith("/", digits);
        int meant = isPort ? line.indexOf(':', digits) : colon;
        return meant < 0 ? first : meant;
    }

    private static boolean hasScheme(List<String> schemes, String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        for (String scheme : schemes) {
            if (line.regionMatches(true, at, scheme, 0, scheme.length())) {
                return true;
            }
        }
        return false;
    }
}
