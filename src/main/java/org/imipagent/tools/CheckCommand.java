package org.imipagent.tools;

import java.nio.file.Path;
import java.util.List;
import org.imipagent.tools.check.CheckCatalogue;
import org.imipagent.tools.check.CheckContext;
import org.imipagent.tools.check.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: whether everything is in its place. Changes nothing. */
@Command(
        name = "check",
        description = {
            "Check the installation.",
            "Prints one line per item: ok, note or problem; the item; what was found; the fix, a command"
                    + " wherever there is one. Run it as root: it asks as the users of the mail"
                    + " system and the web server. Exit status 78 if there is a problem."
        })
final class CheckCommand implements Tool {

    @Mixin private AsJson json = new AsJson();

    /** Where /etc and /run are, for tests. */
    @Option(names = "--root", paramLabel = "DIR", hidden = true)
    private Path root = Path.of("/");

    @Override
    public void run(CommandContext context) throws NotDone {
        List<Finding> findings = findings(context);
        try (Listing listing = json.listing(context, "outcome", "what", "found", "remedy")) {
            for (Finding each : findings) {
                listing.row(each.outcome().word(), each.check(), each.found(), each.remedy());
            }
        }
        long problems = findings.stream().filter(Finding::isProblem).count();
        if (problems > 0) {
            throw new NotDone(
                    NotDone.Why.WRONG_SETTINGS,
                    List.of(
                            CommandContext.count(problems, "problem")
                                    + ": each line ends with what mends it"));
        }
    }

    private List<Finding> findings(CommandContext context) {
        var machine = CheckContext.of(root, context.settingsFile(), context.home(), context.now());
        try (Opened opened = context.open()) {
            return CheckCatalogue.run(machine, opened.site(), List.of());
        } catch (NotDone notSetUp) {
            return CheckCatalogue.run(machine, null, notSetUp.lines());
        }
    }
}
