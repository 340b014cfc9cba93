package org.imipagent.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A directory of a test's own: OpenLDAP's server with four people, each with the password "burrow-"
 * and the first name, and a room. One of them has two mail addresses.
 */
public final class RunningSlapd implements AutoCloseable {

    private static final String OPEN = "access to * by * read\n";

    private final Port port;
    private final Port tls;
    private final ServerProcess process;

    private RunningSlapd(Port port, Port tls, ServerProcess process) {
        this.port = port;
        this.tls = tls;
        this.process = process;
    }

    public static RunningSlapd start(Path folder) throws IOException {
        return start(folder, "", OPEN, "", "");
    }

    /**
     * One with more settings and more entries, which begin with a blank line.
     *
     * @param settings for all databases
     */
    public static RunningSlapd with(Path folder, String settings, String entries)
            throws IOException {
        return start(folder, settings, OPEN, "", entries);
    }

    /**
     * One that only those who have logged in may read, with TLS, too.
     *
     * @param certificate of 127.0.0.1, and its key
     */
    static RunningSlapd closed(Path folder, Path certificate, Path key) throws IOException {
        return start(
                folder,
                "TLSCertificateFile " + certificate + "\nTLSCertificateKeyFile " + key + "\n",
                "access to * by users read by anonymous auth\n",
                " ldaps://127.0.0.1:",
                "");
    }

    private static RunningSlapd start(
            Path folder, String more, String access, String second, String entries)
            throws IOException {
        Files.createDirectories(folder.resolve("data"));
        var settings =
                Files.writeString(
                        folder.resolve("slapd.conf"),
                        settings(folder).replace("MORE", more).replace(OPEN, access));
        var people = Files.writeString(folder.resolve("people.ldif"), PEOPLE + entries);
        Command.of("slapadd", "-f", settings, "-l", people).succeed();
        var port = Port.free();
        var tls = Port.free();
        var address =
                "ldap://127.0.0.1:"
                        + port.number()
                        + (second.isEmpty() ? "" : second + tls.number());
        var process =
                ServerProcess.start(
                        Command.of("slapd", "-f", settings, "-h", address, "-d", "0"),
                        folder.resolve("log"));
        port.awaitListening(process);
        return new RunningSlapd(port, tls, process);
    }

    /** The directory itself: {@code ldap://127.0.0.1:PORT}. */
    public String server() {
        return "ldap://127.0.0.1:" + port.number();
    }

    /** By the address that its certificate has: libldap takes localhost for the machine's name. */
    String url(boolean ldaps) {
        return (ldaps ? "ldaps://127.0.0.1:" + tls.number() : server())
                + "/ou=People,dc=example,dc=com?mail?sub";
    }

    /** The address as AuthLDAPURL has it: people by their mail address. */
    String url() {
        return url("mail");
    }

    /** The same with other attributes; the first is the one that people log in with. */
    String url(String attributes) {
        return server() + "/ou=People,dc=example,dc=com?" + attributes + "?sub";
    }

    private static String settings(Path folder) {
        return """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                include /etc/ldap/schema/inetorgperson.schema
                modulepath /usr/lib/ldap
                moduleload back_mdb
                pidfile FOLDER/pid
                MORE
                database mdb
                suffix "dc=example,dc=com"
                directory FOLDER/data
                access to attrs=userPassword by anonymous auth by * none
                access to * by * read
                """
                .replace("FOLDER", folder.toString());
    }

    private static final String PEOPLE =
            """
            dn: dc=example,dc=com
            objectClass: dcObject
            objectClass: organization
            o: The Burrow

            dn: ou=People,dc=example,dc=com
            objectClass: organizationalUnit

            dn: uid=vincent,ou=People,dc=example,dc=com
            objectClass: inetOrgPerson
            cn: Vincent Vole
            sn: Vole
            mail: vincent.vole@example.com
            userPassword: burrow-vincent

            dn: uid=harriet,ou=People,dc=example,dc=com
            objectClass: inetOrgPerson
            cn: Harriet Hare
            sn: Hare
            mail: harriet.hare@example.com
            userPassword: burrow-harriet

            dn: uid=paul,ou=People,dc=example,dc=com
            objectClass: inetOrgPerson
            cn: Paul Otter
            sn: Otter
            mail: paul.otter@example.com
            userPassword: burrow-paul

            dn: uid=mole,ou=People,dc=example,dc=com
            objectClass: inetOrgPerson
            cn: Mole of two addresses
            sn: Mole
            mail: mole@example.com
            mail: mole@burrow.example.com
            userPassword: burrow-mole

            dn: uid=toad,ou=People,dc=example,dc=com
            objectClass: inetOrgPerson
            cn: Toad without an address
            sn: Toad
            userPassword: burrow-toad

            dn: ou=Groups,dc=example,dc=com
            objectClass: organizationalUnit

            dn: cn=calendar,ou=Groups,dc=example,dc=com
            objectClass: groupOfNames
            cn: calendar
            member: uid=vincent,ou=People,dc=example,dc=com

            dn: cn=apache,dc=example,dc=com
            objectClass: organizationalRole
            objectClass: simpleSecurityObject
            cn: apache
            userPassword: burrow-apache

            dn: ou=Resources,dc=example,dc=com
            objectClass: organizationalUnit

            dn: cn=burrow,ou=Resources,dc=example,dc=com
            objectClass: room
            objectClass: extensibleObject
            cn: burrow
            mail: burrow@example.com
            """;

    @Override
    public void close() {
        process.end();
    }
}
