package org.imipagent.web;

import static org.imipagent.web.TestInstance.HARRIET;
import static org.imipagent.web.TestInstance.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator may switch on in conf/apache, by its own commented lines. */
class ApacheSamplesIT {

    private static final String BUSY = "/freebusy/harriet.hare@example.com.ifb";

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TestInstance instance;

    @SuppressWarnings("NullAway.Init")
    private static Path users;

    private static int plans;

    @BeforeAll
    static void start() throws IOException {
        folder = TestInstance.temporary();
        instance = TestInstance.in(InstalledProgram.reachable(folder), folder.resolve("i"));
        instance.agent("user", "add", HARRIET).succeed();
        instance.agent("freebusy", "publish").succeed();
        users = Front.Apache.passwords(folder.resolve("u"), List.of(VINCENT));
    }

    @AfterAll
    static void stop() {
        TestFolders.remove(folder);
    }

    private static RunningApache.Plan plan() throws IOException {
        return plan(Map.of());
    }

    private static RunningApache.Plan plan(Map<String, String> more) throws IOException {
        plans++;
        var own = Files.createDirectory(folder.resolve("a" + plans));
        var defines = new HashMap<>(Front.Apache.defines(instance, users));
        defines.putAll(more);
        return RunningApache.Plan.in(own, Port.free(), defines);
    }

    private static String sample(String name) throws IOException {
        return Files.readString(InstalledProgram.checkout("conf/apache/" + name));
    }

    // ---- configtest

    @ParameterizedTest
    @EnumSource
    void apacheHasNothingToSayOfTheSites(RunningApache.Mpm mpm) throws IOException {
        assertEquals("Syntax OK", RunningApache.configtest(plan().mpm(mpm)));
        assertEquals("Syntax OK", RunningApache.configtest(plan().mpm(mpm).modules("cgi")));
    }

    @ParameterizedTest
    @CsvSource({
        "digest,auth_digest,",
        "certificate,ssl,",
        "openidc,auth_openidc,auth_openidc",
        "kerberos,auth_gssapi,auth_gssapi"
    })
    void otherWaysToLogInPassConfigtest(String name, String module, String unpacked)
            throws IOException {
        var plan = plan();
        var file = plan.folder().resolve("login.conf");
        var key = plan.folder().resolve("people-ca.pem");
        certificate(key, plan.folder().resolve("key.pem"), "people");
        Files.writeString(
                file,
                sample("login-" + name + ".conf")
                        .replace("/etc/imip-agent/people-ca.pem", key.toString())
                        .replace("/etc/imip-agent/http.keytab", key.toString())
                        .replaceAll("\"exec:[^\"]*\"", "secret"));
        var line = "Include /etc/imip-agent/login-" + name + ".conf";
        assertTrue(sample("imip-manager.conf").contains("\n#" + line + "\n"));
        String load = "";
        if (unpacked != null) {
            var modules =
                    InstalledProgram.checkout("target/" + unpacked + "/usr/lib/apache2/modules");
            load = "LoadModule " + module + "_module " + modules + "/mod_" + module + ".so\n";
        }
        var on = unpacked == null ? List.of("cgi", "headers", module) : List.of("cgi", "headers");
        assertEquals(
                "Syntax OK",
                RunningApache.configtest(
                        plan.modules(on.toArray(String[]::new))
                                .more(load)
                                .edits(Map.of("#" + line, "Include \"" + file + "\""))));
    }

    private static void certificate(Path certificate, Path key, String name) {
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
                        "/CN=" + name,
                        "-addext",
                        "subjectAltName=IP:127.0.0.1",
                        "-keyout",
                        key,
                        "-out",
                        certificate)
                .succeed();
    }

    @Test
    void digestLetsInWhoKnowsThePassword() throws IOException {
        var plan = plan();
        var passwords = plan.folder().resolve("digest");
        var hash =
                Command.of(
                                "sh",
                                "-c",
                                "printf %s \"$0\" | md5sum | cut -d ' ' -f 1",
                                VINCENT + ":Calendar:burrow")
                        .succeed();
        Files.writeString(passwords, VINCENT + ":Calendar:" + hash.out());
        var file = plan.folder().resolve("login.conf");
        Files.writeString(
                file,
                sample("login-digest.conf")
                        .replace("/etc/imip-agent/digest", passwords.toString()));
        var included =
                plan.modules("cgi", "headers", "auth_digest")
                        .edits(
                                Map.of(
                                        "#Include /etc/imip-agent/login-digest.conf",
                                        "Include \"" + file + "\""));
        try (var apache = RunningApache.start(included)) {
            for (var password : List.of("burrow", "wrong")) {
                var page =
                        curl(
                                "--digest",
                                "-u",
                                VINCENT + ":" + password,
                                apache.address("/imip-manager/"));
                assertEquals(
                        password.equals("burrow") ? "200" : "401",
                        page.substring(page.length() - 3),
                        page);
            }
        }
    }

    /** The page, then its status. */
    private static String curl(Object... words) {
        var all = new java.util.ArrayList<Object>(List.of("curl", "-s", "-w", "%{http_code}"));
        all.addAll(List.of(words));
        return Command.of(all.toArray()).succeed().out();
    }

    // ---- a directory

    /** Each commented line of the site, with the places of this test. */
    enum Directory {
        BIND_PASSWORD,
        STARTTLS,
        LDAPS,
        GROUP
    }

    @ParameterizedTest
    @EnumSource
    void aDirectoryIsAskedAsTheCommentedLinesSay(Directory how) throws IOException {
        var plan = plan();
        var own = plan.folder();
        certificate(own.resolve("ca.pem"), own.resolve("key.pem"), "localhost");
        var secret = Files.writeString(own.resolve("ldap-password"), "burrow-apache");
        try (var slapd =
                RunningSlapd.closed(
                        Files.createDirectory(own.resolve("slapd")),
                        own.resolve("ca.pem"),
                        own.resolve("key.pem"))) {
            var edits = new HashMap<String, String>();
            uncomment(
                    edits,
                    "        #AuthLDAPBindDN \"cn=apache,dc=example,dc=com\"",
                    "#AuthLDAPBindDN",
                    "AuthLDAPBindDN");
            uncomment(
                    edits,
                    "        #AuthLDAPBindPassword \"exec:/bin/cat /etc/imip-agent/ldap-password\"",
                    "#AuthLDAPBindPassword \"exec:/bin/cat /etc/imip-agent/ldap-password",
                    "AuthLDAPBindPassword \"exec:/bin/cat " + secret);
            if (how == Directory.LDAPS || how == Directory.STARTTLS) {
                uncomment(
                        edits,
                        "#LDAPTrustedGlobalCert CA_BASE64 /etc/ssl/certs/ca-certificates.crt",
                        "#LDAPTrustedGlobalCert CA_BASE64 /etc/ssl/certs/ca-certificates.crt",
                        "LDAPTrustedGlobalCert CA_BASE64 " + own.resolve("ca.pem"));
            }
            if (how == Directory.STARTTLS) {
                uncomment(edits, "#Define IMIP_LDAP_TLS STARTTLS", "#Define", "Define");
            }
            if (how == Directory.GROUP) {
                uncomment(
                        edits,
                        "    #Require ldap-group cn=calendar,ou=Groups,dc=example,dc=com\n"
                                + "    Require valid-user",
                        "#Require ldap-group cn=calendar,ou=Groups,dc=example,dc=com\n    Require valid-user",
                        "Require ldap-group cn=calendar,ou=Groups,dc=example,dc=com");
            }
            var defines = new HashMap<>(plan.defines());
            defines.put("IMIP_LDAP_URL", slapd.url(how == Directory.LDAPS));
            var directory = RunningApache.Plan.in(own, plan.port(), defines).edits(edits);
            try (var apache = RunningApache.start(directory)) {
                var page = apache.getAs(VINCENT, "burrow-vincent", "/imip-manager/");
                assertEquals(200, page.statusCode(), page.body() + apache.log());
                assertEquals(401, apache.getAs(VINCENT, "wrong", "/imip-manager/").statusCode());
                assertEquals(
                        how == Directory.GROUP ? 401 : 200,
                        apache.getAs(HARRIET, "burrow-harriet", "/imip-manager/").statusCode());
            }
        }
    }

    private static void uncomment(Map<String, String> edits, String lines, String from, String to)
            throws IOException {
        assertTrue(sample("imip-manager.conf").contains("\n" + lines + "\n"), lines);
        edits.put(lines, lines.replace(from, to));
    }

    // ---- https

    @Test
    void aHostOfItsOwnHasHttpsAndSendsPeopleThere() throws IOException {
        var https = Port.free();
        var own = Files.createDirectory(folder.resolve("tls"));
        certificate(
                own.resolve("fullchain.pem"), own.resolve("privkey.pem"), "calendar.example.com");
        var plan = plan();
        var evasive =
                InstalledProgram.checkout(
                        "target/evasive/usr/lib/apache2/modules/mod_evasive20.so");
        var defines = new HashMap<>(plan.defines());
        defines.put("IMIP_CERTIFICATES", own.toString());
        defines.put("IMIP_HTTP_PORT", Integer.toString(plan.port().number()));
        defines.put("IMIP_HTTPS_PORT", Integer.toString(https.number()));
        var tls =
                RunningApache.Plan.in(plan.folder(), plan.port(), defines)
                        .more(
                                "Listen 127.0.0.1:"
                                        + https.number()
                                        + "\nLoadModule evasive20_module "
                                        + evasive
                                        + "\n")
                        .modules("ssl", "cgi", "headers", "rewrite")
                        .edits(Map.of("/etc/apache2/", plan.etc() + "/"))
                        .sites("imip-tls");
        try (var apache = RunningApache.start(tls)) {
            var moved = apache.get("/imip-manager/requests?x=1");
            assertEquals(301, moved.statusCode());
            assertEquals(
                    "https://calendar.example.com/imip-manager/requests?x=1",
                    moved.headers().firstValue("Location").orElse(""));
            var to = "calendar.example.com:443:127.0.0.1:" + https.number();
            var page =
                    curl(
                            "-k",
                            "-i",
                            "--connect-to",
                            to,
                            "-u",
                            VINCENT + ":" + Front.Apache.PASSWORD,
                            "https://calendar.example.com/imip-manager/");
            assertTrue(page.endsWith("200"), page);
            assertTrue(page.contains("Strict-Transport-Security: max-age=15768000"), page);
            assertTrue(
                    page.contains("Content-Security-Policy: default-src 'none'; style-src"), page);
            var busy = curl("-k", "--connect-to", to, "https://calendar.example.com" + BUSY);
            assertTrue(busy.contains("BEGIN:VFREEBUSY") && busy.endsWith("200"), busy);
        }
    }

    // ---- who may read free/busy

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void freeBusyMayBeForOneNetworkAlone(boolean inTheSite) throws IOException {
        var line = "Define IMIP_FREEBUSY_REQUIRE \"ip 192.0.2.0/24 2001:db8::/32\"";
        assertStatus(200, inTheSite, line, line.replace("2001:db8::/32", "127.0.0.0/8"));
        assertStatus(403, inTheSite, line, line);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void freeBusyMayBeForPeopleWithAPassword(boolean inTheSite) throws IOException {
        var line = "Define IMIP_FREEBUSY_REQUIRE \"valid-user\"";
        assertStatus(401, inTheSite, line, line);
        try (var apache = RunningApache.start(with(inTheSite, line, line))) {
            assertEquals(200, apache.getAs(VINCENT, Front.Apache.PASSWORD, BUSY).statusCode());
            assertEquals(401, apache.getAs(VINCENT, "wrong", BUSY).statusCode());
        }
    }

    private static void assertStatus(int status, boolean inTheSite, String line, String changed)
            throws IOException {
        try (var apache = RunningApache.start(with(inTheSite, line, changed))) {
            assertEquals(status, apache.get(BUSY).statusCode());
        }
    }

    /** The commented line in the site; or the same in conf-enabled. */
    private static RunningApache.Plan with(boolean inTheSite, String line, String changed)
            throws IOException {
        assertTrue(sample("imip-agent.conf").lines().anyMatch(Predicate.isEqual("#" + line)), line);
        return inTheSite
                ? plan().edits(Map.of("#" + line + "\n", changed + "\n"))
                : plan().more(changed + "\n");
    }

    // ---- few modules

    /** Without rewrite and headers all but the headers is there. */
    @Test
    void anAddressInTheQueryNeedsNoModule() throws IOException {
        try (var apache = RunningApache.start(plan().modules("cgi"))) {
            for (var form :
                    List.of("?harriet.hare@example.com.ifb", "/?harriet.hare%40example.com")) {
                var page = curl("-L", apache.address("/freebusy" + form));
                assertTrue(page.contains("BEGIN:VFREEBUSY") && page.endsWith("200"), form + page);
            }
            for (var form :
                    List.of("?nobody@example.com", "?list", "?https://evil.example@x", "")) {
                var page = curl("-L", apache.address("/freebusy" + form));
                assertTrue(page.endsWith("404") || page.endsWith("403"), form + page);
            }
            assertEquals(
                    200,
                    apache.getAs(VINCENT, Front.Apache.PASSWORD, "/imip-manager/").statusCode());
            assertEquals(200, apache.get("/imip-manager/static/manager.css").statusCode());
        }
    }
}
