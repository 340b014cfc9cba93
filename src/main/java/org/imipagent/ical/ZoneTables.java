package org.imipagent.ical;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The tables of zone names that ical4j brings, read as plain resources without a class of it, and
 * what is wrong or lacking there. Src/docs/decisions/0001 says how the two compare.
 */
final class ZoneTables {

    private static final String ALIASES = "/net/fortuna/ical4j/model/tz.alias";
    private static final String WINDOWS =
            "/net/fortuna/ical4j/transform/compliance/msTimezoneNames";

    private ZoneTables() {}

    /** Older names of zones, and the name that each has now. */
    static Map<String, String> aliases() {
        return table(ALIASES);
    }

    /** The names of Windows in small letters, and the zone that each means. */
    static Map<String, String> windows() {
        Map<String, String> names = ofIcal4j();
        names.putAll(ours());
        return names;
    }

    static Map<String, String> ofIcal4j() {
        Map<String, String> aliases = aliases();
        var names = new HashMap<String, String>();
        table(WINDOWS)
                .forEach((name, zone) -> names.put(key(name), aliases.getOrDefault(zone, zone)));
        return names;
    }

    static Map<String, String> ours() {
        var names = new HashMap<String, String>();
        for (String line : OURS.lines().toList()) {
            int equals = line.indexOf('=');
            if (!line.startsWith("#")) {
                names.put(key(line.substring(0, equals)), line.substring(equals + 1));
            }
        }
        return names;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> table(String resource) {
        try (InputStream file = ZoneTables.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("the build left out " + resource);
            }
            var lines = new Properties();
            lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            var table = new HashMap<String, String>();
            for (String name : lines.stringPropertyNames()) {
                table.put(name, lines.getProperty(name).strip());
            }
            return table;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Where ical4j's table differs from Unicode CLDR (windowsZones, territory 001), which says of
     * each name the zone of the region that it is named after; and names that it has not.
     */
    private static final String OURS =
            """
            # ical4j names a zone with other rules, of today or since 2000.
            Central America Standard Time=America/Guatemala
            Central Asia Standard Time=Asia/Bishkek
            E. Europe Standard Time=Europe/Chisinau
            Greenland Standard Time=America/Nuuk
            Mauritius Standard Time=Indian/Mauritius
            Morocco Standard Time=Africa/Casablanca
            Mountain Standard Time (Mexico)=America/Mazatlan
            SA Eastern Standard Time=America/Cayenne
            Samoa Standard Time=Pacific/Apia
            Sri Lanka Standard Time=Asia/Colombo
            US Eastern Standard Time=America/Indiana/Indianapolis
            UTC+12=Etc/GMT-12
            UTC-11=Etc/GMT+11
            # ical4j names another place: the same rules today, but others before, and its name is shown to people.
            AUS Eastern Standard Time=Australia/Sydney
            Atlantic Standard Time=America/Halifax
            Central European Standard Time=Europe/Warsaw
            Central Pacific Standard Time=Pacific/Guadalcanal
            Central Standard Time=America/Chicago
            China Standard Time=Asia/Shanghai
            FLE Standard Time=Europe/Kyiv
            GMT Standard Time=Europe/London
            Greenwich Standard Time=Atlantic/Reykjavik
            Mid-Atlantic Standard Time=Etc/GMT+2
            Mitteleuropäische Zeit=Europe/Berlin
            Pacific Standard Time=America/Los_Angeles
            SA Western Standard Time=America/La_Paz
            SE Asia Standard Time=Asia/Bangkok
            South Africa Standard Time=Africa/Johannesburg
            W. Central Africa Standard Time=Africa/Lagos
            W. Europe Standard Time=Europe/Berlin
            West Pacific Standard Time=Pacific/Port_Moresby
            # ical4j has not: newer than its table, or never used by Outlook when it was made.
            Aleutian Standard Time=America/Adak
            Marquesas Standard Time=Pacific/Marquesas
            UTC-09=Etc/GMT+9
            UTC-08=Etc/GMT+8
            Yukon Standard Time=America/Whitehorse
            Easter Island Standard Time=Pacific/Easter
            Mexico Standard Time=America/Mexico_City
            Mexico Standard Time 2=America/Mazatlan
            Eastern Standard Time (Mexico)=America/Cancun
            Haiti Standard Time=America/Port-au-Prince
            Cuba Standard Time=America/Havana
            Turks And Caicos Standard Time=America/Grand_Turk
            Tocantins Standard Time=America/Araguaina
            Magallanes Standard Time=America/Punta_Arenas
            Saint Pierre Standard Time=America/Miquelon
            Bahia Standard Time=America/Bahia
            UTC-02=Etc/GMT+2
            UTC=Etc/UTC
            Sao Tome Standard Time=Africa/Sao_Tome
            West Bank Standard Time=Asia/Hebron
            South Sudan Standard Time=Africa/Juba
            Sudan Standard Time=Africa/Khartoum
            Libya Standard Time=Africa/Tripoli
            Belarus Standard Time=Europe/Minsk
            Volgograd Standard Time=Europe/Volgograd
            Astrakhan Standard Time=Europe/Astrakhan
            Russia Time Zone 3=Europe/Samara
            Saratov Standard Time=Europe/Saratov
            Armenian Standard Time=Asia/Yerevan
            Qyzylorda Standard Time=Asia/Qyzylorda
            Omsk Standard Time=Asia/Omsk
            Altai Standard Time=Asia/Barnaul
            W. Mongolia Standard Time=Asia/Hovd
            Tomsk Standard Time=Asia/Tomsk
            Aus Central W. Standard Time=Australia/Eucla
            Transbaikal Standard Time=Asia/Chita
            North Korea Standard Time=Asia/Pyongyang
            Lord Howe Standard Time=Australia/Lord_Howe
            Bougainville Standard Time=Pacific/Bougainville
            Russia Time Zone 10=Asia/Srednekolymsk
            Norfolk Standard Time=Pacific/Norfolk
            Sakhalin Standard Time=Asia/Sakhalin
            Russia Time Zone 11=Asia/Kamchatka
            Kamchatka Standard Time=Asia/Kamchatka
            Chatham Islands Standard Time=Pacific/Chatham
            UTC+13=Etc/GMT-13
            Line Islands Standard Time=Pacific/Kiritimati
            """;
}
