package org.imipagent.mailserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imipagent.web.Command;
import org.imipagent.web.InstalledProgram;

/**
 * What a test has in the places that the samples of conf name.
 *
 * @param folder of the test
 * @param agent in the place of {@code /usr/lib/imip-agent/bin/imip-agent}
 * @param delivery how person hands on: {@code -l SOCKET} or {@code -L}
 * @param mailboxes the socket of the mailboxes that anybody may use
 * @param directory the address of the LDAP server; "" for lists
 * @param people whose mail passes the agent
 */
record Samples(
        Path folder,
        Path agent,
        String delivery,
        Path mailboxes,
        String directory,
        List<String> people) {

    Samples {
        people = List.copyOf(people);
    }

    boolean isLocal() {
        return delivery.equals("-L");
    }

    static String read(String name) throws IOException {
        return Files.readString(InstalledProgram.checkout("conf/" + name));
    }

    /** A list with its rows, which the sample has as comments, put in. */
    static String withRows(String name) throws IOException {
        return read(name).replaceAll("(?m)^#(?=[a-z]+@)", "");
    }

    /** Replaces what must be there: a sample that says it otherwise is to be seen to here. */
    static String replaced(String text, String what, String by) {
        if (!text.contains(what)) {
            throw new AssertionError("the sample does not say " + what);
        }
        return text.replace(what, by);
    }

    /** The user of the agent, who has its store. */
    static String user() {
        return Command.isRoot() ? "www-data" : System.getProperty("user.name");
    }

    /** These servers change to other users. */
    static void needRoot(String server) {
        if (!Command.isRoot()) {
            throw new AssertionError(
                    server + " only starts as root: run scripts/test as root for this test");
        }
    }
}
