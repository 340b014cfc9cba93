package org.imipagent.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;

/**
 * The manager in an Apache of its own, with the calendar of Vincent Vole, who has got the
 * invitations of src/demo.
 *
 * @param monday of the week from which src/demo counts its days
 * @param sent the file that stands for the mail server: all mail that left, one after the other
 */
record DemoCalendar(
        Path folder,
        InstalledProgram installation,
        LocalDate monday,
        RunningApache apache,
        Path sent)
        implements AutoCloseable {

    static final String PERSON = "vincent.vole@example.com";
    private static final String PASSWORD = "burrow-vincent";
    private static final String PLACE = "/imip-manager/";

    static DemoCalendar start() throws IOException {
        var folder = Files.createTempDirectory("imip");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var installation = InstalledProgram.reachable(folder);
        var port = Port.free();
        var data = Files.createDirectory(folder.resolve("data"));
        for (var name : new String[] {"published", "store"}) {
            Files.createDirectory(data.resolve(name));
        }
        var config = config(folder, data, "http://127.0.0.1:" + port.number() + "/");
        var users = folder.resolve("users");
        Command.of("htpasswd", "-Bbc", users, PERSON, PASSWORD).succeed();
        if (Command.isRoot()) {
            Command.of("chown", "-R", "www-data:", data).succeed();
        }
        var monday =
                LocalDate.now(ZoneOffset.UTC)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        invite(installation, config, folder);
        var defines =
                Map.of(
                        "IMIP_HOME", installation.home().toString(),
                        "IMIP_CONFIG", config.toString(),
                        "IMIP_PUBLISH_DIR", data + "/published",
                        "IMIP_USERS", users.toString());
        return new DemoCalendar(
                folder,
                installation,
                monday,
                RunningApache.start(folder, port, defines, ""),
                data.resolve("sent"));
    }

    private static Path config(Path folder, Path data, String url) throws IOException {
        var sendmail =
                Files.writeString(
                        folder.resolve("sendmail"),
                        "#!/bin/sh\ncat >>DATA/sent\n".replace("DATA", data.toString()));
        Files.setPosixFilePermissions(sendmail, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Files.writeString(
                folder.resolve("config.txt"),
                """
                STORE_DIR = "DATA/store"
                PUBLISH_DIR = "DATA/published"
                SENDMAIL = "SENDER"
                MANAGER_URL = "ADDRESS"
                MANAGER_PATH = "PLACE"
                """
                        .replace("DATA", data.toString())
                        .replace("SENDER", sendmail.toString())
                        .replace("ADDRESS", url)
                        .replace("PLACE", PLACE));
    }

    private static void invite(InstalledProgram installation, Path config, Path folder)
            throws IOException {
        var mails = Files.createDirectory(folder.resolve("mails"));
        Command.of(InstalledProgram.checkout("src/demo/fill"), mails).succeed();
        try (var files = Files.list(mails)) {
            for (var mail : files.sorted().toList()) {
                var outcome =
                        Command.of(installation.agent(), "person", "-o", PERSON, "-L")
                                .with("IMIP_AGENT_CONFIG", config)
                                .unprivileged()
                                .run(Files.readAllBytes(mail));
                if (outcome.status() != 0) {
                    throw new AssertionError(mail + ": " + outcome);
                }
            }
        }
    }

    /** The person puts an event into the calendar; nobody hears of it. */
    void keep(String event) throws IOException {
        var file = Files.createTempFile(folder, "event", ".ics");
        Files.writeString(
                file,
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\n"
                        + event.replace("\n", "\r\n")
                        + "DTSTAMP:20260101T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        var outcome =
                Command.of(installation.agent(), "import", "--user", PERSON, file)
                        .with("IMIP_AGENT_CONFIG", folder.resolve("config.txt"))
                        .unprivileged()
                        .run(new byte[0]);
        if (outcome.status() != 0) {
            throw new AssertionError(outcome.toString());
        }
    }

    /** The person prefers another language from now on. */
    void speak(String language) {
        prefer("LANG", language);
    }

    void prefer(String preference, String value) {
        var outcome =
                Command.of(
                                installation.agent(),
                                "preferences",
                                "set",
                                "--user",
                                PERSON,
                                preference,
                                value)
                        .with("IMIP_AGENT_CONFIG", folder.resolve("config.txt"))
                        .unprivileged()
                        .run(new byte[0]);
        if (outcome.status() != 0) {
            throw new AssertionError(outcome.toString());
        }
    }

    /** A page below the place of the manager, such as {@code requests}. */
    URI address(String page) {
        return apache.address(PLACE + page);
    }

    /** The same with the login in it, as a browser takes it (RFC 3986, section 3.2.1). */
    URI login() {
        var who = PERSON.replace("@", "%40") + ":" + PASSWORD + "@";
        return URI.create(address("").toString().replace("://", "://" + who));
    }

    HttpResponse<String> get(String page) throws IOException {
        return apache.getAs(PERSON, PASSWORD, PLACE + page);
    }

    /** A file of the published folder, which anybody may read. */
    HttpResponse<String> published(String path) throws IOException {
        return apache.get(path);
    }

    @Override
    public void close() {
        apache.close();
        TestFolders.remove(folder);
    }
}
