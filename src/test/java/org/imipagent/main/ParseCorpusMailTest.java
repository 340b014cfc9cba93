package org.imipagent.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.imipagent.agent.IncomingMailHandler;
import org.imipagent.agent.Installation;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.Outside;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.SqliteStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Calendars of others, many broken, come by mail; and the same with damage done by chance. */
@Tag("outside")
@EnabledIf("org.imipagent.ical.Outside#isThere")
class ParseCorpusMailTest {

    private static final String VINCENT = "vincent.vole@example.com";
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final int MUTATIONS = 20;

    @TempDir Path folder = Path.of("");

    private static List<Path> files() throws IOException {
        Path corpus = Outside.folder("parse-corpus");
        try (var files = Files.walk(corpus)) {
            return files.filter(f -> f.toString().endsWith(".ics")).sorted().toList();
        }
    }

    private static byte[] mail(byte[] calendar) {
        var mail = new ByteArrayOutputStream(calendar.length + 200);
        String header =
                """
                From: anna@example.net
                To: vincent.vole@example.com
                Subject: A calendar
                MIME-Version: 1.0
                Content-Type: text/calendar; method=REQUEST; charset=utf-8
                Content-Transfer-Encoding: 8bit

                """;
        mail.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        mail.writeBytes(calendar);
        return mail.toByteArray();
    }

    @Test
    void everyFileIsHandedOnByteForByte() throws IOException {
        var differ = new ArrayList<String>();
        for (Path file : files()) {
            byte[] mail = mail(Files.readAllBytes(file));
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            int status = person(mail, out, err);
            String body = latin1(mail).substring(latin1(mail).indexOf("\n\n"));
            if (status != 0
                    || err.size() > 0
                    || !unquoted(latin1(out.toByteArray())).contains(body)) {
                differ.add(file.getFileName() + ": " + status + " " + err);
            }
        }
        System.out.println(
                "parse-corpus as mail: agree "
                        + (files().size() - differ.size())
                        + ", differ "
                        + differ.size());
        assertEquals("", String.join("\n", differ));
    }

    private int person(byte[] mail, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        var around =
                new ProcessEnvironment(
                        Map.of(),
                        new ByteArrayInputStream(mail),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        NOW,
                        Zone.UTC,
                        1);
        String store = folder.resolve("store").toString();
        String published = folder.resolve("published").toString();
        return Agent.run(around, "person", "-o", VINCENT, "-d", "-S", store, "-P", published);
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** As mboxrd quotes lines. */
    private static String unquoted(String mbox) {
        return mbox.replaceAll("(?m)^>(>*From )", "$1");
    }

    @Test
    void damageByChanceIsNoFaultOfOurs() throws IOException {
        var random = new Random(20261122);
        var settings =
                Settings.defaults()
                        .with(SiteSettings.STORE_DIR, folder.toString())
                        .with(SiteSettings.PUBLISH_DIR, folder.resolve("published"));
        var faults = new ArrayList<String>();
        int count = 0;
        try (var store = SqliteStore.open(folder, SqliteStore.Options.USUAL)) {
            var site = new Installation(settings, store, Zone.UTC, "host.example.com");
            var incoming = new IncomingMailHandler(site);
            for (Path file : files()) {
                byte[] calendar = Files.readAllBytes(file);
                for (int i = 0; i < MUTATIONS && calendar.length > 0; i++) {
                    byte[] mail = mail(mutated(calendar, random));
                    var received =
                            incoming.receive(mail, List.of(new CalendarAddress(VINCENT)), NOW);
                    int number = i;
                    received.faults()
                            .forEach(f -> faults.add(file.getFileName() + " " + number + ": " + f));
                    count++;
                }
            }
        }
        System.out.println("parse-corpus damaged, as mail: " + count + ", faults " + faults.size());
        assertEquals("", String.join("\n", faults));
    }

    /** Bytes flipped, a piece cut out, or a piece doubled. */
    private static byte[] mutated(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(200));
        return switch (random.nextInt(3)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                for (int i = 0; i < 10; i++) {
                    flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                yield flipped;
            }
            case 1 ->
                    joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, end, bytes.length));
            default ->
                    joined(Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, at, bytes.length));
        };
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var joined = new ByteArrayOutputStream(one.length + other.length);
        joined.writeBytes(one);
        joined.writeBytes(other);
        return joined.toByteArray();
    }
}
