package org.imipagent.main;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;
import org.imipagent.calendar.Zone;

/** What a program finds around it when it starts. */
record ProcessEnvironment(
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Instant now,
        Zone zone,
        long pid) {

    static ProcessEnvironment ofThisProcess() {
        return new ProcessEnvironment(
                System.getenv(),
                System.in,
                System.out,
                System.err,
                Instant.now(),
                Machine.zone(),
                Machine.pid());
    }

    ProcessEnvironment at(Instant now) {
        return new ProcessEnvironment(environment, in, out, err, now, zone, pid);
    }

    String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** Whether a person sees at once what goes to standard error. */
    boolean isTerminal() {
        return err.equals(System.err) && Machine.isTerminal();
    }

    /** One line on standard error. */
    void complain(String what) {
        err.println("imip-agent: " + what.replace('\n', ' ').replace('\r', ' '));
        err.flush();
    }
}
