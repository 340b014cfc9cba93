package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.imipagent.web.TestInstance.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every combination of the settings of links: the link in a message that was delivered opens its
 * event, through an Apache with http and https whose configuration web-config wrote.
 */
class MailedLinkIT {

    /**
     * One combination.
     *
     * @param url as config.txt has it: {@code None}, or in quotes
     */
    record Links(boolean inMessages, String url, String scheme, String path) {

        /** Scheme, host and path that a link must begin with. */
        private String start(String host) {
            String base = url.equals("None") ? scheme + host : url.replaceAll("'|/'", "");
            return base + (path.endsWith("/") ? path : path + "/") + "event/";
        }

        private String[] settings() {
            return new String[] {
                "MANAGER_INTERFACE = " + (inMessages ? "True" : "False"),
                "MANAGER_URL = " + url,
                "MANAGER_URL_SCHEME = '" + scheme + "'",
                "MANAGER_PATH = '" + path + "'"
            };
        }
    }

    private static final List<String> PATHS =
            List.of("/imip-manager/", "/imip-manager", "/our.org/calendar/", "/");

    private static Stream<Links> combinations() {
        var all = new ArrayList<Links>();
        for (boolean inMessages : new boolean[] {true, false}) {
            for (var url :
                    List.of(
                            "None",
                            "'https://calendar.example.com'",
                            "'http://calendar.example.com/'",
                            "'https://calendar.example.com:8443'")) {
                for (var scheme : List.of("https://", "http://")) {
                    for (var path : PATHS) {
                        all.add(new Links(inMessages, url, scheme, path));
                    }
                }
            }
        }
        return all.stream();
    }

    /** Apache with the manager at one path. */
    private record Served(RunningApache apache, Port https, TestInstance instance) {}

    private static final Map<String, Served> SERVED = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @BeforeAll
    static void start() throws IOException {
        folder = TestInstance.temporary();
        var installation = InstalledProgram.reachable(folder);
        var users = Front.Apache.passwords(folder.resolve("u"), List.of(VINCENT));
        Command.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=calendar.example.com",
                        "-keyout",
                        folder.resolve("key.pem"),
                        "-out",
                        folder.resolve("certificate.pem"))
                .succeed();
        for (var path : PATHS) {
            int number = SERVED.size();
            var instance =
                    TestInstance.in(
                            installation,
                            folder.resolve("i" + number),
                            "MANAGER_PATH = '" + path + "'");
            var own = Files.createDirectory(folder.resolve("a" + number));
            SERVED.put(path, serve(instance, own, users));
        }
    }

    /** The sites as web-config writes them, but for where this test keeps the program. */
    private static Served serve(TestInstance instance, Path own, Path users) throws IOException {
        var https = Port.free();
        var written = own.resolve("written.conf");
        Files.writeString(written, instance.agent("web-config", "apache").succeed().out());
        var plan =
                RunningApache.Plan.in(
                                own,
                                Port.free(),
                                Map.of(
                                        "IMIP_HOME", instance.installation().home().toString(),
                                        "IMIP_USERS", users.toString()))
                        .more(
                                """
                                Listen 127.0.0.1:PORT
                                <VirtualHost *:PORT>
                                    SSLEngine on
                                    SSLCertificateFile "FOLDER/certificate.pem"
                                    SSLCertificateKeyFile "FOLDER/key.pem"
                                </VirtualHost>
                                Include "WRITTEN"
                                """
                                        .replace("PORT", Integer.toString(https.number()))
                                        .replace("FOLDER", folder.toString())
                                        .replace("WRITTEN", written.toString()))
                        .modules("ssl", "cgi", "headers", "rewrite")
                        .sites("000-default");
        return new Served(RunningApache.start(plan), https, instance);
    }

    @AfterAll
    static void stop() {
        SERVED.values().forEach(served -> served.apache().close());
        SERVED.clear();
        TestFolders.remove(folder);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void theLinkInAMessageOpensItsEvent(Links links) throws IOException {
        var served = Objects.requireNonNull(SERVED.get(links.path()));
        for (var line : links.settings()) {
            served.instance().set(line);
        }
        served.instance().give(served.instance().config());
        served.instance().forgetSent();
        String uid = "link-" + Integer.toHexString(links.hashCode()) + "@example.com";
        var mail = TestInstance.invitation(VINCENT, "Harvest planning", uid);
        var taken = served.instance().agent("person", "-o", VINCENT, "-L").run(mail);
        assertEquals(0, taken.status(), taken.err());
        var message = new String(served.instance().sent().getFirst().octets(), UTF_8);
        var text =
                message.replace("\r", "")
                        .replace("=\n", "")
                        .replace("=3D", "=")
                        .replace("=2E", ".");
        var link = Pattern.compile("https?://[^\\s\"<>]+/event/[^\\s\"<>]+").matcher(text);
        if (!links.inMessages()) {
            assertFalse(link.find(), text);
            return;
        }
        assertTrue(link.find(), text);
        assertTrue(link.group().startsWith(links.start(canonicalName())), link.group());
        assertOpens(served, link.group());
    }

    /** As a browser that finds this machine under the name in the link. */
    private static void assertOpens(Served served, String link) {
        var address = URI.create(link);
        boolean isHttps = address.getScheme().equals("https");
        int port = address.getPort() >= 0 ? address.getPort() : isHttps ? 443 : 80;
        int ours = isHttps ? served.https().number() : served.apache().port().number();
        var page =
                Command.of(
                                "curl",
                                "-s",
                                "-k",
                                "-w",
                                "%{http_code}",
                                "--connect-to",
                                address.getHost() + ":" + port + ":127.0.0.1:" + ours,
                                "-u",
                                VINCENT + ":" + Front.Apache.PASSWORD,
                                link)
                        .succeed()
                        .out();
        assertTrue(page.endsWith("200"), link + ": " + page);
        assertTrue(page.contains("Harvest planning"), page);
    }

    /** By the program that the guide names. Where a machine has no full name, /etc/mailname's. */
    private static String canonicalName() throws IOException {
        var told = Command.of("hostname", "-f").run().out().strip();
        if (told.indexOf('.') > 0) {
            return told;
        }
        var mailName = Path.of("/etc/mailname");
        var name = Files.exists(mailName) ? Files.readString(mailName).strip() : "";
        return name.indexOf('.') > 0
                ? name
                : Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    }
}
