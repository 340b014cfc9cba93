package org.imipagent.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "Asia/Tokyo  | /usr/share/zoneinfo/Europe/Oslo       | Asia/Tokyo",
                ":Asia/Tokyo | none                                  | Asia/Tokyo",
                "''          | /usr/share/zoneinfo/Europe/Oslo       | Europe/Oslo",
                "''          | ../usr/share/zoneinfo/America/Indiana/Knox | America/Indiana/Knox",
                "''          | none                                  | none",
                "''          | /somewhere/else                       | none",
                "EST5EDT4    | /usr/share/zoneinfo/Europe/Oslo       | none"
            })
    void theZoneOfTheMachineIsThatOfTzOrOfLocaltime(
            String variable, @Nullable String target, @Nullable String zone) throws IOException {
        Path local = folder.resolve("localtime");
        if (target != null) {
            Files.createSymbolicLink(local, Path.of(target));
        }
        Zone found = Machine.zone(variable, local);
        assertEquals(zone, found == null ? null : found.name());
    }

    /** As hostname -f finds it; /etc/mailname, often only a domain, comes after. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "web.example.com | 127.0.1.1 other.example.com web | example.com | web.example.com",
                "web  | 127.0.0.1 localhost;127.0.1.1\tweb.example.com web # web.example.org | example.com | web.example.com",
                "web  | 192.0.2.7 a.example.com webx;192.0.2.8 b.example.com x web | none | b.example.com",
                "web  | 127.0.1.1 web | example.com | example.com",
                "web  | #127.0.1.1 web.example.com web | none | web",
                "web  | none | mail.example.com | mail.example.com",
                "web  | none | none | web",
                "web  | 127.0.0.1 localhost.localdomain web | none | web",
                "none | none | mail.example.com | mail.example.com",
                "none | none | none | localhost"
            })
    void theCanonicalNameComesFirst(
            @Nullable String kernel,
            @Nullable String hosts,
            @Nullable String mailName,
            String expected)
            throws IOException {
        assertEquals(
                expected,
                Machine.host(file("kernel", kernel), file("hosts", hosts), file("mail", mailName)));
    }

    private Path file(String name, @Nullable String text) throws IOException {
        Path file = folder.resolve(name);
        if (text != null) {
            Files.writeString(file, text.replace(';', '\n') + "\n");
        }
        return file;
    }
}
