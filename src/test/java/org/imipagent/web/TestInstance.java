package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.mail.MailLimits;
import org.imipagent.mail.MailReader;
import org.imipagent.store.Activity;
import org.imipagent.store.SqliteStore;

/**
 * One site of a test's own: settings, store, published files, and a recorder in the place of
 * sendmail, all belonging to the user who runs the programs.
 *
 * @param folder with a short name
 */
public record TestInstance(InstalledProgram installation, Path folder) {

    public static final String VINCENT = "vincent.vole@example.com";
    public static final String PAUL = "paul.otter@example.com";
    public static final String HARRIET = "harriet.hare@example.com";

    /** The day of the events: soon, as a calendar writes it. */
    public static String day() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(8).toString().replace("-", "");
    }

    /** Noon of that day. */
    static Instant noon() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(8).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    /** Settings that differ from the usual: lines such as {@code MANAGER_INTERFACE = False}. */
    public static TestInstance in(InstalledProgram installation, Path folder, String... settings)
            throws IOException {
        Files.createDirectories(folder.resolve("outbox"));
        Files.createDirectories(folder.resolve("store"));
        Files.createDirectories(folder.resolve("published"));
        var instance = new TestInstance(installation, folder);
        instance.recorderSays("");
        Files.writeString(
                instance.config(),
                """
                STORE_DIR = "FOLDER/store"
                PUBLISH_DIR = "FOLDER/published"
                SENDMAIL = "FOLDER/sendmail"
                STORE_TIMEOUT_SECONDS = 10
                MESSAGE_SENDER = "calendar@example.com"
                SHARING_DEFAULT = "share"
                PUBLISHING_DEFAULT = "publish"
                """
                        .replace("FOLDER", folder.toString()));
        for (var line : settings) {
            instance.set(line);
        }
        instance.give(folder);
        return instance;
    }

    /** A folder that the unprivileged user may enter. */
    public static Path temporary() throws IOException {
        var folder = Files.createTempDirectory("imip");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    /** Gives a file or folder to the user who runs the programs. */
    public void give(Path path) {
        if (Command.isRoot()) {
            Command.of("chown", "-hR", "www-data:", path).succeed();
        }
    }

    public Path config() {
        return folder.resolve("config.txt");
    }

    Path database() {
        return folder.resolve("store").resolve(SqliteStore.FILE);
    }

    /** Writes a setting in the place of the one with its name. */
    public void set(String line) throws IOException {
        var name = line.substring(0, line.indexOf('=') + 1);
        try (var lines = Files.lines(config(), UTF_8)) {
            var others = lines.filter(l -> !l.startsWith(name)).toList();
            Files.writeString(config(), String.join("\n", others) + "\n" + line + "\n");
        }
    }

    /**
     * The recorder: each message becomes a file, whole from the moment it has its name.
     *
     * @param before lines of sh that come first, such as {@code exit 75}
     */
    public void recorderSays(String before) throws IOException {
        var recorder = folder.resolve("sendmail");
        Files.writeString(
                recorder,
                """
                #!/bin/sh
                BEFORE
                new=$(mktemp FOLDER/outbox/XXXXXXXX)
                { echo "$*"; cat; } >"$new" && mv "$new" "$new.eml" || exit 75
                """
                        .replace("BEFORE", before)
                        .replace("FOLDER", folder.toString()));
        Files.setPosixFilePermissions(recorder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    public Command agent(Object... words) {
        var all = new Object[words.length + 1];
        all[0] = installation.agent();
        System.arraycopy(words, 0, all, 1, words.length);
        return Command.of(all).with("IMIP_AGENT_CONFIG", config()).unprivileged();
    }

    /** {@code person -o RECIPIENT -d}. */
    Command.Outcome print(byte[] mail, String recipient) {
        return agent("person", "-o", recipient, "-d").run(mail);
    }

    /** A message that the recorder took: the words it was called with, and the octets. */
    public record Sent(String words, byte[] octets) {

        /** The calendar it carries, decoded; "" for none. */
        String calendar() {
            var parts = MailReader.read(octets, MailLimits.DEFAULT).parts();
            return parts.isEmpty() ? "" : new String(parts.getFirst().content(), UTF_8);
        }
    }

    /** All that the recorder took so far, in no order. */
    public List<Sent> sent() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
            return files.filter(f -> f.toString().endsWith(".eml"))
                    .map(TestInstance::read)
                    .toList();
        }
    }

    private static Sent read(Path file) {
        try {
            var octets = Files.readAllBytes(file);
            int end = 0;
            while (octets[end] != '\n') {
                end++;
            }
            return new Sent(
                    new String(octets, 0, end, UTF_8),
                    java.util.Arrays.copyOfRange(octets, end + 1, octets.length));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Once all mails are sent: the manager answers before that. */
    public TestInstance settled() {
        long begin = System.nanoTime();
        while (waiting() > 0) {
            if (System.nanoTime() - begin > 60_000_000_000L) {
                throw new AssertionError("mails are still waiting after a minute: " + waiting());
            }
            LockSupport.parkNanos(20_000_000);
        }
        return this;
    }

    void forgetSent() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    SqliteStore store() {
        return SqliteStore.open(folder.resolve("store"));
    }

    /** Newest first. */
    public List<Activity> activity(String user) {
        try (var store = store();
                var reading = store.read()) {
            return reading.activity(new CalendarAddress(user), 1000);
        }
    }

    public List<String> uids(String user) {
        try (var store = store();
                var reading = store.read()) {
            return reading.uids(new CalendarAddress(user));
        }
    }

    /** What the outbox still holds, due or not. */
    public int waiting() {
        try (var store = store();
                var reading = store.read()) {
            return reading.outbox(java.time.Instant.parse("2999-01-01T00:00:00Z"), 1000).size();
        }
    }

    public List<org.imipagent.store.Store.Damage> damages() {
        try (var store = store()) {
            return store.verify();
        }
    }

    /** An invitation by Harriet with these lines in its events, one event for each UID. */
    public static byte[] invitation(String attendee, String summary, String... uids) {
        var events = new StringBuilder();
        for (var uid : uids) {
            events.append(
                    event(
                            uid,
                            attendee,
                            "DTSTART:DAYT120000Z\nDTEND:DAYT130000Z\nSUMMARY:".replace("DAY", day())
                                    + summary));
        }
        return mail(calendar(events.toString()));
    }

    public static String event(String uid, String attendee, String lines) {
        return folded("UID:" + uid)
                .transform(u -> "BEGIN:VEVENT\n" + u + "\n")
                .concat("DTSTAMP:20261101T100000Z\nSEQUENCE:0\n" + lines + "\n")
                .concat("ORGANIZER;CN=Harriet Hare:mailto:" + HARRIET + "\n")
                .concat("ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:" + attendee + "\n")
                .concat("END:VEVENT\n");
    }

    public static String calendar(String components) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\nMETHOD:REQUEST\n"
                + components
                + "END:VCALENDAR\n";
    }

    public static byte[] mail(String calendar) {
        return mail("text/calendar; charset=utf-8; method=REQUEST", calendar.getBytes(UTF_8));
    }

    static byte[] mail(String type, byte[] body) {
        var mail = new ByteArrayOutputStream();
        mail.writeBytes(
                """
                From: Harriet Hare <harriet.hare@example.com>
                To: Vincent Vole <vincent.vole@example.com>
                Subject: Invitation
                Date: Sun, 22 Nov 2026 10:00:00 +0000
                Message-ID: <NUMBER@example.com>
                MIME-Version: 1.0
                Content-Type: TYPE
                Content-Transfer-Encoding: 8bit

                """
                        .replace("TYPE", type)
                        .replace("NUMBER", Integer.toString(java.util.Arrays.hashCode(body)))
                        .getBytes(UTF_8));
        mail.writeBytes(body);
        return mail.toByteArray();
    }

    /** Folded at 60 characters, between whole letters (RFC 5545, section 3.1). */
    private static String folded(String line) {
        var folded = new StringBuilder();
        int in = 0;
        for (int letter : line.codePoints().toArray()) {
            if (in == 60) {
                folded.append("\n ");
                in = 0;
            }
            folded.appendCodePoint(letter);
            in++;
        }
        return folded.toString();
    }
}
