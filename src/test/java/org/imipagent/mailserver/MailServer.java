package org.imipagent.mailserver;

import java.io.IOException;
import org.imipagent.web.Port;

/** A mail server of a test's own, set up with a sample of conf. */
sealed interface MailServer extends AutoCloseable permits RunningPostfix, RunningExim {

    /** Where everybody's mail comes in. */
    Port port();

    /** Sends as somebody who has logged in. */
    void submit(String sender, String recipient, byte[] mail);

    /** Sends as a program on the same machine, which may give any sender. */
    void sendLocally(String sender, String recipient, byte[] mail);

    /** How the agent's own mail leaves: lines of its settings. */
    String[] sending();

    /** How many messages wait. */
    int waiting();

    /** Tries all that wait again, now. */
    void flush();

    String log() throws IOException;

    @Override
    void close();
}
