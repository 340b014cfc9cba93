package org.imipagent.main;

import java.util.Arrays;

/**
 * Both programs in one executable, as scripts/launch.sh calls it: {@code manager LIB} is the CGI
 * program, {@code agent LIB COMMAND...} a command of the agent. LIB is the folder with SQLite's
 * library; the executable takes no {@code -D}, which may be the beginning of somebody's address.
 */
public final class ImipAgent {

    private ImipAgent() {}

    public static void main(String[] arguments) {
        var program = arguments.length < 2 ? "" : arguments[0];
        if (!program.equals("manager") && !program.equals("agent")) {
            System.err.println("imip-agent: start it by bin/imip-agent or cgi-bin/imip-manager");
            Machine.exit(ExitStatus.WRONG_USAGE);
        }
        System.setProperty("org.sqlite.lib.path", arguments[1]);
        var rest = Arrays.copyOfRange(arguments, 2, arguments.length);
        if (program.equals("manager")) {
            ImipManager.main(rest);
        } else {
            Agent.main(rest);
        }
    }
}
