package org.imipagent.ical;

import java.time.zone.ZoneRulesProvider;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/**
 * The zone a TZID means by its name alone: an IANA name in any case, the same behind the prefix of
 * a program, a name that Windows uses, or an offset.
 */
public final class ZoneNames {

    /** Longer ones are not looked into: nobody names a zone so. */
    private static final int LONGEST = 200;

    private ZoneNames() {}

    /** The zone, or null where the name is not known. */
    public static @Nullable Zone zone(String tzid) {
        Zone zone = tzid.length() > LONGEST ? null : iana(tzid);
        if (zone != null || tzid.length() > LONGEST) {
            return zone;
        }
        String name = tidy(tzid);
        if (name.isEmpty()) {
            return null;
        }
        zone = known(name);
        return zone == null ? shown(name) : zone;
    }

    /** A name that stands in a table, with or without a number after it. */
    private static @Nullable Zone known(String name) {
        Zone zone = exact(name);
        String bare = withoutNumber(name);
        return zone == null && !bare.equals(name) ? exact(bare) : zone;
    }

    /**
     * A name in the form in which names are compared: without quotes, control characters, escapes.
     */
    static String tidy(String tzid) {
        String name =
                tzid.replace("\\", "")
                        .replaceAll("[\\s\\p{Z}]+", " ")
                        .replaceAll("[\\p{Cc}\\p{Cf}]+", "")
                        .strip();
        int start = 0;
        int end = name.length();
        while (start < end && isQuote(name.charAt(start))) {
            start++;
        }
        while (end > start && isQuote(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(start, end).strip();
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static @Nullable Zone exact(String name) {
        Zone zone = iana(name.replace(' ', '_'));
        if (zone == null) {
            zone = behindPrefix(name);
        }
        return zone == null ? windows(name) : zone;
    }

    /** A name made for people. */
    private static @Nullable Zone shown(String name) {
        Zone zone = offset(name);
        if (zone == null) {
            zone = bracketed(name);
        }
        if (zone == null) {
            zone = iana(name.replace('-', '/'));
        }
        return zone == null ? CityZones.zone(withoutNumber(name), null) : zone;
    }

    private static @Nullable Zone iana(String name) {
        Zone zone = Zone.named(name);
        if (zone != null) {
            return zone;
        }
        String right = AnyCase.NAMES.get(name.toLowerCase(Locale.ROOT));
        return right == null ? null : Zone.named(right);
    }

    /** {@code /freeassociation.sourceforge.net/Tzfile/Europe/Oslo}: the longest end that is one. */
    private static @Nullable Zone behindPrefix(String name) {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            String end = name.substring(slash + 1);
            Zone zone = end.indexOf('/') < 0 ? null : iana(end);
            if (zone != null) {
                return zone;
            }
        }
        // tzone://Microsoft/Utc is Outlook's.
        return name.startsWith("/") || name.contains("://")
                ? iana(name.substring(name.lastIndexOf('/') + 1))
                : null;
    }

    static @Nullable Zone windows(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        String iana = Windows.NAMES.get(key);
        if (iana == null) {
            iana = Windows.NAMES.get(key + " standard time");
        }
        if (iana == null && key.endsWith(" daylight time")) {
            iana =
                    Windows.NAMES.get(
                            key.substring(0, key.length() - "daylight time".length())
                                    + "standard time");
        }
        return iana == null ? null : Zone.named(iana);
    }

    /** Outlook numbers zones of one name: {@code W. Europe Standard Time 1}. */
    private static String withoutNumber(String name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        return end > 1 && end < name.length() && name.charAt(end - 1) == ' '
                ? name.substring(0, end - 1)
                : name;
    }

    /** {@code (UTC+01:00) Amsterdam, Berlin}: by what follows the bracket, else by the offset. */
    private static @Nullable Zone bracketed(String name) {
        int close = name.indexOf(')');
        if (!name.startsWith("(") || close < 0) {
            return null;
        }
        Zone offset = offset(name.substring(1, close));
        String rest = name.substring(close + 1).strip();
        if (rest.isEmpty()) {
            return offset;
        }
        Zone zone = known(rest);
        if (zone == null) {
            zone = CityZones.zone(withoutNumber(rest), offset);
        }
        return zone == null ? offset : zone;
    }

    /** {@code UTC+01:00}, {@code GMT+01.00}, {@code GMT -0500}, {@code UTC+1:00}. */
    private static @Nullable Zone offset(String name) {
        if (!name.regionMatches(true, 0, "UTC", 0, 3)
                && !name.regionMatches(true, 0, "GMT", 0, 3)) {
            return null;
        }
        String sign = name.substring(3).replace(" ", "").replace('\u00b1', '+');
        String digits = sign.replace('.', ':').replaceFirst("^([+-])(\\d)(?=:|$)", "$10$2");
        return Zone.named("UTC" + digits);
    }

    /** Loaded only when a name is not written as it should be. */
    private static final class AnyCase {
        static final Map<String, String> NAMES = new HashMap<>();

        static {
            ZoneTables.aliases()
                    .forEach((old, zone) -> NAMES.put(old.toLowerCase(Locale.ROOT), zone));
            for (String name : ZoneRulesProvider.getAvailableZoneIds()) {
                NAMES.put(name.toLowerCase(Locale.ROOT), name);
            }
        }
    }

    /** Loaded only when a name is none of the IANA's. */
    private static final class Windows {
        static final Map<String, String> NAMES = ZoneTables.windows();
    }
}
