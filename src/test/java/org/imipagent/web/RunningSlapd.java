package org.imipagent.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A directory of a test's own: OpenLDAP's server with four people, each with the password "burrow-"
 * and the first name, and a room. One of them has two mail addresses.
 */
public final class RunningSlapd implements AutoCloseable {

    private final Port port;
    private final ServerProcess process;

    private RunningSlapd(Port port, ServerProcess process) {
        this.port = port;
        this.process = process;
    }

    public static RunningSlapd start(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        var settings = Files.writeString(folder.resolve("slapd.conf"), settings(folder));
        var people = Files.writeString(folder.resolve("people.ldif"), PEOPLE);
        Command.of("slapadd", "-f", settings, "-l", people).succeed();
        var port = Port.free();
        var address = "ldap://127.0.0.1:" + port.number();
        var process =
                ServerProcess.start(
                        Command.of("slapd", "-f", settings, "-h", address, "-d", "0"),
                        folder.resolve("log"));
        port.awaitListening(process);
        return new RunningSlapd(port, process);
    }

    /** The directory itself: {@code ldap://127.0.0.1:PORT}. */
    public String server() {
        return "ldap://127.0.0.1:" + port.number();
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
