package org.imipagent.main;

/** The commands of an administrator. */
final class AdministrationCommand {

    private AdministrationCommand() {}

    static int run(Surroundings around, String... words) {
        around.complain("no such command");
        return ExitStatus.WRONG_USAGE;
    }
}
