package org.imipagent.main;

import org.imipagent.agent.Outbox;
import org.imipagent.main.SetUp.NotSetUp;
import org.imipagent.settings.Settings;
import org.imipagent.store.Store;
import org.imipagent.tools.Administration;
import org.imipagent.tools.CommandContext;
import org.imipagent.tools.CommonOptions;
import org.imipagent.tools.NotDone;
import org.imipagent.tools.Opened;

/**
 * The commands of an administrator. {@link Agent} comes here only for them, so that {@code person}
 * loads nothing of theirs.
 */
final class AdministrationCommand {

    private AdministrationCommand() {}

    static int run(ProcessEnvironment around, String... words) {
        String config = around.variable("IMIP_AGENT_CONFIG");
        var context =
                new CommandContext(
                        around.in(),
                        around.out(),
                        around.err(),
                        around.now(),
                        around.zone(),
                        SetUp.config(around),
                        BackgroundJob.home(),
                        around.isTerminal(),
                        Machine::isPipe,
                        places -> open(around, places),
                        new CommonOptions(config.isEmpty() ? null : config, null, null));
        try {
            Administration.run(context, words);
            return ExitStatus.DONE;
        } catch (NotDone notDone) {
            notDone.lines().forEach(around::complain);
            return status(notDone.why());
        }
    }

    private static int status(NotDone.Why why) {
        return switch (why) {
            case WRONG_USAGE -> ExitStatus.WRONG_USAGE;
            case REFUSED -> ExitStatus.REFUSED_INPUT;
            case TRY_AGAIN -> ExitStatus.TRY_AGAIN;
            case WRONG_SETTINGS -> ExitStatus.WRONG_SETTINGS;
        };
    }

    private static Opened open(ProcessEnvironment around, CommonOptions places) throws NotDone {
        try {
            Settings settings =
                    SetUp.settings(around, places.config(), places.store(), places.publish());
            Store store = SetUp.store(settings);
            return new Opened(
                    SetUp.installation(settings, store, around),
                    new Outbox(store, Afterwards.transport(settings)));
        } catch (NotSetUp notSetUp) {
            throw new NotDone(NotDone.Why.WRONG_SETTINGS, notSetUp.lines());
        }
    }
}
