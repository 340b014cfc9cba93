package org.imipagent.main;

import java.util.Arrays;

/** Both programs in one executable: {@code manager} is the CGI program, anything else a command of the agent. */
public final class ImipAgent {

    private ImipAgent() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("manager")) {
            Manager.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        } else {
            Agent.main(arguments);
        }
    }
}
