package org.imipagent.main;

import org.imipagent.main.Arguments.Wrong;
import org.imipagent.main.SetUp.NotSetUp;
import org.imipagent.store.StoreTrouble;

/** {@code imip-agent COMMAND}: mail in, mail out, administration. */
public final class Agent {

    private Agent() {}

    public static void main(String[] arguments) {
        Machine.exit(run(ProcessEnvironment.ofThisProcess(), arguments));
    }

    /**
     * Runs a command and gives its exit status. Whatever fails is told in one line on standard
     * error.
     */
    static int run(ProcessEnvironment around, String... arguments) {
        try {
            return switch (command(arguments)) {
                case "person" ->
                        arguments.length == 2 && arguments[1].equals("--help")
                                ? AdministrationCommand.run(around, arguments)
                                : PersonCommand.run(around, Arguments.of(arguments));
                case "outgoing" ->
                        arguments.length == 2 && arguments[1].equals("--help")
                                ? AdministrationCommand.run(around, arguments)
                                : OutgoingCommand.run(around, Arguments.of(arguments));
                case "resource" -> ResourceCommand.run(around, Arguments.of(arguments));
                default -> AdministrationCommand.run(around, arguments);
            };
        } catch (Wrong wrong) {
            around.complain(wrong.getMessage() + " See imip-agent --help.");
            return ExitStatus.WRONG_USAGE;
        } catch (NotSetUp notSetUp) {
            notSetUp.lines().forEach(around::complain);
            return ExitStatus.WRONG_SETTINGS;
        } catch (StoreTrouble trouble) {
            around.complain(String.valueOf(trouble.getMessage()));
            return ExitStatus.TRY_AGAIN;
        } catch (OutOfMemoryError full) {
            around.complain("not enough memory for this message; the mail stays in the queue");
            return ExitStatus.TRY_AGAIN;
        } catch (RuntimeException | Error fault) {
            around.complain("internal error, please report it: " + fault);
            fault.printStackTrace(around.err());
            return ExitStatus.TRY_AGAIN;
        }
    }

    private static String command(String... arguments) {
        return arguments.length == 0 ? "" : arguments[0];
    }
}
