package org.imipagent.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.imipagent.web.TestInstance.PAUL;
import static org.imipagent.web.TestInstance.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files uploaded to the manager under Apache, and the calendar taken away again. */
class ImportIT {

    private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
    private static final int CHUNK = 1 << 20;

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TestInstance instance;

    @SuppressWarnings("NullAway.Init")
    private static Front.Apache front;

    @BeforeAll
    static void start() throws IOException {
        folder = TestInstance.temporary();
        instance = TestInstance.in(InstalledProgram.reachable(folder), folder.resolve("i"));
        instance.agent("store", "upgrade").succeed();
        front = Front.Apache.before(instance, folder.resolve("a"), List.of(VINCENT, PAUL));
    }

    @AfterAll
    static void stop() {
        front.apache().close();
        TestFolders.remove(folder);
    }

    /** A file as a browser sends it. */
    private record Sent(String name, byte[] content) {
        static Sent of(String name, String text) {
            return new Sent(name, text.getBytes(UTF_8));
        }
    }

    private static Answer upload(String user, Sent... files) {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"token\"", token(user).getBytes(UTF_8));
        part(body, "name=\"action\"", "look".getBytes(UTF_8));
        for (Sent file : files) {
            part(body, "name=\"files\"; filename=\"" + file.name() + "\"", file.content());
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return front.ask(
                Ask.post("/import", body.toByteArray())
                        .by(user)
                        .with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition)
                        .getBytes(UTF_8));
        body.writeBytes("\r\nContent-Type: text/calendar\r\n\r\n".getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }

    private static String field(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertTrue(found.find(), name + " in " + page);
        return found.group(1);
    }

    private static String token(String user) {
        return field(front.ask(Ask.get("/import").by(user)).body(), "token");
    }

    private static Answer take(String user, Answer looked, String... more) {
        var fields =
                new ArrayList<>(
                        List.of(
                                "token",
                                field(looked.body(), "token"),
                                "draft",
                                field(looked.body(), "draft"),
                                "action",
                                "import"));
        fields.addAll(List.of(more));
        return front.ask(Ask.form("/import", fields.toArray(String[]::new)).by(user));
    }

    private static String export(String user) {
        Answer answer = front.ask(Ask.get("/export.ics").by(user));
        assertEquals(200, answer.status());
        return answer.body();
    }

    private static String calendar(String uid, String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:"
                + uid
                + "\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20301120T090000Z\r\nDURATION:PT1H\r\n"
                + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    @Test
    void filesAreImportedOnceAndExportedAndImportedByAnotherTheSame() {
        Answer looked =
                upload(
                        VINCENT,
                        Sent.of("tea.ics", calendar("tea@example.com", "SUMMARY:Tæ på øya")),
                        new Sent(
                                "latin.ics",
                                calendar("latin@example.com", "SUMMARY:Caf\u00e9")
                                        .getBytes(ISO_8859_1)));
        assertEquals(200, looked.status());
        assertEquals("", Html.fault(looked.body()), looked.body());
        assertTrue(looked.body().contains("Import 2 events"), looked.body());
        Answer taken = take(VINCENT, looked);
        assertEquals(303, taken.status(), taken.body());
        assertEquals(taken.header("Location"), take(VINCENT, looked).header("Location"));
        String first = export(VINCENT);
        assertTrue(first.contains("Tæ på øya") && first.contains("Café"), first);
        assertEquals(
                first,
                instance.agent("export", "--user", VINCENT).succeed().out(),
                "the command prints the same");
        Answer again = upload(VINCENT, Sent.of("export.ics", first));
        assertTrue(again.body().contains("2 events already in your calendar"), again.body());
        take(PAUL, upload(PAUL, Sent.of("export.ics", first)));
        assertEquals(first, export(PAUL));
        Answer found = front.ask(Ask.get("/search?q=cafe"));
        assertTrue(found.body().contains("<mark>Café</mark>"), found.body());
    }

    @Test
    void theExportIsAFileThatNoBrowserShows() {
        Answer answer = front.ask(Ask.get("/export.ics"));
        assertEquals("text/calendar; charset=utf-8", answer.header("Content-Type"));
        assertEquals("attachment; filename=\"calendar.ics\"", answer.header("Content-Disposition"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    }

    @Test
    void junkIsRefusedAndTooMuchOfItBeforeItIsRead() {
        byte[] junk = new byte[3 * CHUNK];
        new Random(20261127).nextBytes(junk);
        Answer looked = upload(VINCENT, new Sent("photo.jpg", junk));
        assertEquals(200, looked.status());
        assertTrue(looked.body().contains("nothing to import"), looked.body());
        assertEquals("", Html.fault(looked.body()));
        assertEquals(413, upload(VINCENT, new Sent("big.ics", new byte[20 * CHUNK])).status());
        Answer evil =
                upload(
                        VINCENT,
                        Sent.of(
                                "..%2f<script>.ics",
                                calendar(
                                        "<script>alert(1)</script>",
                                        "SUMMARY:<script>alert(2)</script>")));
        assertEquals(200, evil.status());
        // The script of every page is ours.
        assertEquals(2, evil.body().split("<script", -1).length, evil.body());
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        Answer looked = upload(VINCENT, Sent.of("x.ics", calendar("x@example.com", "SUMMARY:X")));
        Ask form =
                Ask.form(
                        "/import",
                        "token",
                        field(looked.body(), "token"),
                        "draft",
                        field(looked.body(), "draft"),
                        "action",
                        "import");
        assertEquals(403, front.ask(form.with("Sec-Fetch-Site", "cross-site")).status());
        assertEquals(403, front.ask(form.by(PAUL)).status());
        assertFalse(export(VINCENT).contains("x@example.com"));
    }
}
