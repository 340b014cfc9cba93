package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Zone;
import org.junit.jupiter.api.Test;

/** ical4j's tables of zones against the JDK's rules, and ours against both. */
class ZoneTablesTest {

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2037-12-31T00:00:00Z");

    private static boolean same(ZoneRules one, ZoneRules other) {
        var instants = new ArrayList<Instant>();
        instants.add(FIRST);
        for (ZoneRules rules : List.of(one, other)) {
            ZoneOffsetTransition change = rules.nextTransition(FIRST);
            while (change != null && change.getInstant().isBefore(LAST)) {
                instants.add(change.getInstant().minusSeconds(1));
                instants.add(change.getInstant());
                change = rules.nextTransition(change.getInstant());
            }
        }
        return instants.stream().allMatch(t -> one.getOffset(t).equals(other.getOffset(t)));
    }

    private static ZoneRules rules(String name) {
        return Objects.requireNonNull(Zone.named(name), name).rules();
    }

    @Test
    void everyAliasHasTheRulesOfTheNameThatItStandsFor() {
        Map<String, String> aliases = ZoneTables.aliases();
        assertTrue(aliases.size() > 240, aliases.size() + " aliases");
        Set<String> jdk = ZoneId.getAvailableZoneIds();
        var unknown = new TreeSet<String>();
        aliases.forEach(
                (old, name) -> {
                    if (jdk.contains(old)) {
                        assertTrue(same(rules(old), rules(name)), old);
                    } else {
                        unknown.add(old);
                        assertNotNull(ZoneNames.zone(old), old);
                    }
                });
        assertEquals(Set.of("GMT+0", "GMT-0", "ROC", "US/Pacific-New"), unknown);
    }

    /** When ical4j has mended a line, ours is to go. */
    @Test
    void everyLineOfOursIsNeeded() {
        Map<String, String> theirs = ZoneTables.ofIcal4j();
        Map<String, String> all = ZoneTables.windows();
        var needless = new ArrayList<String>();
        ZoneTables.ours()
                .forEach(
                        (name, zone) -> {
                            assertEquals(zone, all.get(name));
                            if (zone.equals(theirs.get(name))) {
                                needless.add(name);
                            }
                        });
        assertEquals(List.of(), needless);
        assertTrue(all.size() - ZoneTables.ours().size() >= 68, "of ical4j's lines too few hold");
    }

    @Test
    void everyNameOfWindowsIsAZoneOfTheJdk() {
        ZoneTables.windows().forEach((name, zone) -> assertNotNull(Zone.named(zone), name));
    }

    /** The VTIMEZONEs that ical4j brings say what the JDK says; and ours are a quarter as long. */
    @Test
    void theDefinitionsThatIcal4jBringsSayWhatTheJdkSays() throws IOException {
        URI jar =
                URI.create(
                        "jar:"
                                + CalendarBuilder.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation());
        var differ = new TreeSet<String>();
        int read = 0;
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of());
                Stream<Path> all = Files.walk(files.getPath("zoneinfo-global"))) {
            Path folder = files.getPath("zoneinfo-global");
            for (Path file : all.filter(f -> f.toString().endsWith(".ics")).toList()) {
                String name = folder.relativize(file).toString().replace(".ics", "");
                Zone zone = Objects.requireNonNull(ZoneNames.zone(name), name);
                ZoneRules theirs = Observances.rules(definition(file));
                read++;
                if (theirs == null || !same(zone.rules(), theirs)) {
                    differ.add(name);
                }
            }
        }
        assertEquals(596, read);
        // tzdata 2026a: Moldova changes with the European Union since 2022.
        assertEquals(Set.of("Europe/Chisinau", "Europe/Tiraspol"), differ);
    }

    private static Component definition(Path file) throws IOException {
        return CalendarReader.read(Files.readString(file), Limits.STANDARD)
                .objects()
                .getFirst()
                .calendar()
                .components("VTIMEZONE")
                .findFirst()
                .orElseThrow();
    }
}
