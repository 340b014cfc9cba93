package org.imipagent.tools;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.settings.Nearest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads a command line and does what it says. */
public final class Administration {

    static final String VERSION = "0.2.0";

    private Administration() {}

    /**
     * Does what a command line says.
     *
     * @param words of the command line
     * @throws NotDone when it was not done, for whatever reason that can be told in a line
     * @throws org.imipagent.store.StoreTrouble when the store cannot be read or written
     */
    public static void run(CommandContext context, String... words) throws NotDone {
        var commands = new Commands();
        CommandLine line = line(commands);
        CommandLine command = read(line, words);
        if (command.isUsageHelpRequested()) {
            context.print(command.getUsageMessage(Ansi.OFF));
        } else if (command.isVersionHelpRequested()) {
            context.say("imip-agent " + VERSION);
        } else if (command.getCommandSpec().userObject() instanceof Tool tool) {
            run(tool, commands.at(context));
        } else {
            incomplete(context, command);
        }
        context.out().flush();
        // A reader who has seen enough (head) is none who lost something.
        if (context.out().checkError() && !context.isPipe().getAsBoolean()) {
            throw NotDone.tryAgain(List.of("cannot write to standard output"));
        }
    }

    /** The command that the words name, with their values in it. */
    private static CommandLine read(CommandLine line, String... words) throws NotDone {
        try {
            ParseResult parsed = line.parseArgs(words);
            return parsed.asCommandLineList().getLast();
        } catch (ParameterException wrong) {
            CommandLine command = wrong.getCommandLine();
            throw NotDone.usage(told(wrong, words) + " See " + name(command) + " --help.");
        }
    }

    private static void run(Tool tool, CommandContext context) throws NotDone {
        try {
            tool.run(context);
        } catch (IOException trouble) {
            throw NotDone.refused(Opened.told(trouble));
        } finally {
            context.out().flush();
        }
    }

    private static void incomplete(CommandContext context, CommandLine command) throws NotDone {
        if (command.getParent() == null) {
            context.print(command.getUsageMessage(Ansi.OFF));
            context.out().flush();
            throw NotDone.usage("missing command: see imip-agent --help");
        }
        throw NotDone.usage(
                name(command)
                        + " requires a command: "
                        + String.join(", ", command.getSubcommands().keySet()));
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    private static String told(ParameterException wrong, String... words) {
        String word = unmatched(wrong, words);
        if (word == null) {
            String message = String.valueOf(wrong.getMessage());
            return message.endsWith(".") ? message : message + ".";
        }
        String remedy = Nearest.remedy(word, names(wrong.getCommandLine()));
        if (word.startsWith("-")) {
            return "unknown option: " + word + (remedy.isEmpty() ? "." : remedy);
        }
        boolean isCommand = !wrong.getCommandLine().getSubcommands().isEmpty();
        return (isCommand ? "unknown command: " : "unexpected argument: ")
                + word
                + (remedy.isEmpty() ? "." : remedy);
    }

    /**
     * The word that means nothing, or null. The library tells a missing option before an unknown
     * one, which is often the same one misspelt.
     */
    private static @Nullable String unmatched(ParameterException wrong, String... words) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched.getUnmatched().isEmpty() ? null : unmatched.getUnmatched().getFirst();
        }
        if (wrong instanceof MissingParameterException) {
            for (String word : words) {
                String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
                boolean isOption = name.length() > 2 && name.startsWith("--");
                if (isOption && wrong.getCommandLine().getCommandSpec().findOption(name) == null) {
                    return name;
                }
            }
        }
        return null;
    }

    private static List<String> names(CommandLine command) {
        var names = new ArrayList<>(command.getSubcommands().keySet());
        command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> names.add(option.longestName()));
        return names;
    }

    static CommandLine line(Commands commands) {
        var line =
                new CommandLine(commands)
                        .addSubcommand(new PersonHelp())
                        .addSubcommand(new OutgoingHelp())
                        .addSubcommand(new ExportCommand())
                        .addSubcommand(new ImportCommand())
                        .addSubcommand(freeBusy(new FreeBusyCommand()))
                        .addSubcommand(
                                new CommandLine(new UserCommands())
                                        .addSubcommand(new UserCommands.Add())
                                        .addSubcommand(new UserCommands.All())
                                        .addSubcommand(new UserCommands.Remove()))
                        .addSubcommand(
                                new CommandLine(new ResourcesCommands())
                                        .addSubcommand(new ResourcesCommands.Add())
                                        .addSubcommand(new ResourcesCommands.All())
                                        .addSubcommand(new ResourcesCommands.Show())
                                        .addSubcommand(new ResourceImport())
                                        .addSubcommand(new ResourcesCommands.Remind())
                                        .addSubcommand(new ResourcesCommands.Remove()))
                        .addSubcommand(
                                new CommandLine(new QuotaCommands())
                                        .addSubcommand(new QuotaCommands.Limit())
                                        .addSubcommand(new QuotaCommands.Share())
                                        .addSubcommand(new QuotaCommands.All())
                                        .addSubcommand(new QuotaCommands.Show()))
                        .addSubcommand(
                                new CommandLine(new PreferencesCommands())
                                        .addSubcommand(new PreferencesCommands.One())
                                        .addSubcommand(new PreferencesCommands.Choose())
                                        .addSubcommand(new PreferencesCommands.All()))
                        .addSubcommand(
                                new CommandLine(new StoreCommands())
                                        .addSubcommand(new StoreCommands.Verify())
                                        .addSubcommand(new StoreCommands.Backup())
                                        .addSubcommand(new StoreCommands.Copy())
                                        .addSubcommand(new StoreCommands.Upgrade()))
                        .addSubcommand(
                                new CommandLine(new OutboxCommands())
                                        .addSubcommand(new OutboxCommands.All())
                                        .addSubcommand(new OutboxCommands.Send()))
                        .addSubcommand(new ActivityCommand())
                        .addSubcommand(new SearchCommand())
                        .addSubcommand(new SettingsCommand())
                        .addSubcommand(new WebConfigCommand())
                        .addSubcommand(new CheckCommand())
                        .addSubcommand(new OccurrencesCommand())
                        .addSubcommand(new InspectCommand());
        // After all of them are there: what is set goes down to each.
        Values.register(line);
        return line.setExpandAtFiles(false).setUsageHelpWidth(100).setUsageHelpAutoWidth(false);
    }

    private static CommandLine freeBusy(FreeBusyCommand freeBusy) {
        return new CommandLine(freeBusy)
                .addSubcommand(new FreeBusyCommand.Rebuild(freeBusy))
                .addSubcommand(new FreeBusyCommand.Publish(freeBusy));
    }
}
