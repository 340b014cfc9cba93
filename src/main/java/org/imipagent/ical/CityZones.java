package org.imipagent.ical;

import java.text.Normalizer;
import java.time.Instant;
import java.time.zone.ZoneRulesProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Zones by the places in a name that was made for people, such as {@code Amsterdam, Berlin, Bern}:
 * Outlook and Exchange write it where a TZID belongs. Most places are those that the IANA names its
 * zones after; a table has the others. Loaded only when no other name fits.
 */
final class CityZones {

    /** When the offset in a display name is compared: Windows shows the standard one of its day. */
    private static final Instant COMPARED = Instant.parse("2026-01-01T00:00:00Z");

    /** Parts of the world in IANA names; the last part of such a name is a place. */
    private static final List<String> WORLD =
            List.of(
                    "Africa/",
                    "America/",
                    "Antarctica/",
                    "Arctic/",
                    "Asia/",
                    "Atlantic/",
                    "Australia/",
                    "Canada/",
                    "Europe/",
                    "Indian/",
                    "Pacific/",
                    "US/");

    /** Directions are no places: Australia/West. */
    private static final List<String> NO_PLACES = List.of("east", "north", "south", "west");

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern BRACKETED = Pattern.compile("\\([^)]*\\)");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final Map<String, String> NAMES = names();

    private CityZones() {}

    /**
     * The zone of the first place that has the offset said, else of the first that is known.
     *
     * @param offset as the display name has it, UTC+01:00; or null
     */
    static @Nullable Zone zone(String name, @Nullable Zone offset) {
        Zone whole = place(name);
        if (whole != null) {
            return whole;
        }
        Zone first = null;
        for (String part : name.split("[,;:/]", 20)) {
            Zone zone = place(part);
            if (zone != null && (offset == null || sameOffset(zone, offset))) {
                return zone;
            }
            first = first == null ? zone : first;
        }
        return first;
    }

    private static boolean sameOffset(Zone one, Zone other) {
        return one.rules()
                .getStandardOffset(COMPARED)
                .equals(other.rules().getStandardOffset(COMPARED));
    }

    private static @Nullable Zone place(String text) {
        String name = plain(text);
        String iana = NAMES.get(name);
        if (iana != null) {
            return Zone.named(iana);
        }
        Zone zone = ZoneNames.windows(name);
        for (String end : List.of(" time", " is.", " islands", " island")) {
            if (zone == null && name.endsWith(end)) {
                String shorter = name.substring(0, name.length() - end.length());
                zone = NAMES.containsKey(shorter) ? place(shorter) : ZoneNames.windows(shorter);
            }
        }
        return zone;
    }

    /** Small letters without accents, without what stands in brackets. */
    private static String plain(String text) {
        // Together again: a letter of Korean comes apart as well.
        String apart =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String together = Normalizer.normalize(apart, Normalizer.Form.NFC);
        String bare =
                BRACKETED
                        .matcher(together)
                        .replaceAll(" ")
                        .toLowerCase(Locale.ROOT)
                        .replace('\u2019', '\'');
        return SPACES.matcher(bare).replaceAll(" ").strip();
    }

    private static Map<String, String> names() {
        var names = new HashMap<String, String>();
        for (String id : ZoneRulesProvider.getAvailableZoneIds()) {
            String place = placeIn(id);
            // Samoa is the country to Windows, and the American one to the IANA.
            if (place != null && ZoneNames.windows(place) == null) {
                names.put(place, id);
            }
        }
        TABLE.lines()
                .forEach(
                        line -> {
                            String zone = line.substring(0, line.indexOf('='));
                            for (String place : line.substring(zone.length() + 1).split("\\|", 0)) {
                                names.put(plain(place), zone);
                            }
                        });
        return Map.copyOf(names);
    }

    private static @Nullable String placeIn(String id) {
        String place =
                id.substring(id.lastIndexOf('/') + 1).replace('_', ' ').toLowerCase(Locale.ROOT);
        return WORLD.stream().anyMatch(id::startsWith) && !NO_PLACES.contains(place) ? place : null;
    }

    /**
     * Places that the IANA does not name a zone after, older spellings, names of countries, and
     * what Windows calls its zones in other languages: zone, then its names.
     */
    private static final String TABLE =
            """
            Etc/UTC=Coordinated Universal Time|Universal Coordinated Time|Universal Time|Factory
            Europe/London=Greenwich Mean Time|Edinburgh|Londres|Londra|England|United Kingdom
            Europe/Dublin=Dublino|Ireland
            Europe/Lisbon=Lisboa|Lissabon|Lisbonne
            Europe/Berlin=Bern|Bonn|Frankfurt|Munich|Mitteleuropäische Zeit|Mitteleuropäische Sommerzeit
            Europe/Berlin=West-Europa|Västeuropa|Vest-Europa|Vesteuropa|Europa occidentale|Länsi-Eurooppa|Europe de l'Ouest
            Europe/Berlin=ora solare Europa occidentale|Germany
            Europe/Rome=Rom|Roma
            Europe/Vienna=Wien|Vienne
            Europe/Zurich=Geneva
            Europe/Brussels=Brüssel|Bruxelles|Brussel
            Europe/Copenhagen=Kopenhagen|Copenhague|København
            Europe/Paris=Parigi|Hora estándar romance|France
            Europe/Madrid=Barcelona|Spain
            Europe/Prague=Prag|Praha|Střední Evropa
            Europe/Budapest=Pozsony|Közép-európai téli idő
            Europe/Warsaw=Warschau|Warszawa|Środkowoeuropejski czas standardowy|Środkowoeuropejski czas stand.
            Europe/Sofia=Sofija
            Europe/Athens=Athen|Atene
            Europe/Bucharest=Bukarest|Bucuresti
            Europe/Kyiv=Kyjiv|Kiew
            Europe/Helsinki=Helsingfors
            Europe/Moscow=Moskau|Moskva|St. Petersburg|RTZ 2|Московское время
            Europe/Samara=Izhevsk
            Asia/Yekaterinburg=Ekaterinburg|Jekaterinburg
            Asia/Jerusalem=Tel Aviv
            Asia/Muscat=Abu Dhabi
            Asia/Baku=Azerbijan
            Asia/Karachi=Islamabad
            Asia/Kolkata=Chennai|Mumbai|New Delhi
            Asia/Colombo=Sri Jayawardenepura|Sri Jayewardenepura
            Asia/Almaty=Astana|Nur-Sultan
            Asia/Dhaka=Astana, Dhaka
            Asia/Bangkok=Hanoi
            Asia/Shanghai=Beijing|Peking|Hong Kong SAR|中国标准时间
            Asia/Taipei=台北標準時間
            Asia/Ulaanbaatar=Ulaan Bataar
            Asia/Tokyo=Osaka|Sapporo|東京
            Asia/Seoul=대한민국 표준시
            Asia/Srednekolymsk=Chokurdakh
            Asia/Kamchatka=Petropavlovsk-Kamchatsky|Anadyr
            Pacific/Guadalcanal=Solomon
            Pacific/Noumea=New Caledonia
            Pacific/Auckland=Wellington
            Pacific/Majuro=Marshall
            Pacific/Kwajalein=Eniwetok
            Pacific/Tongatapu=Nuku'alofa
            Africa/Lagos=West Central Africa
            Africa/Nairobi=East Africa
            Africa/Johannesburg=Pretoria|Cape Town
            America/Sao_Paulo=Brasilia|Hora oficial do Brasil
            America/Guyana=Georgetown
            America/Guayaquil=Quito
            America/Indiana/Indianapolis=Indiana
            America/Mexico_City=Guadalajara
            America/Tijuana=Baja California
            -05:00=EST
            -07:00=MST
            -10:00=HST
            """;
}
