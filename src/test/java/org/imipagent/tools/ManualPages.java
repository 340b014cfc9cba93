package org.imipagent.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preference;
import org.imipagent.settings.Setting;
import org.imipagent.settings.SiteSettings;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual pages, and the completion for bash, made from the commands and the catalogues. */
final class ManualPages {

    private static final String EXIT_STATUS =
            """
            .SH EXIT STATUS
            .TP
            0
            done
            .TP
            64
            wrong usage
            .TP
            65
            refused input
            .TP
            75
            try again: nothing was lost, the mail server keeps the message
            .TP
            78
            wrong settings
            """;

    private static final String FILES =
            """
            .SH ENVIRONMENT
            .TP
            IMIP_AGENT_CONFIG
            the settings file, when \\-\\-config does not name it
            .TP
            IMIP_AGENT_LAUNCH
            with the value jvm, the native executable is not used where there is a Java runtime too
            .SH FILES
            .TP
            /etc/imip\\-agent/config.txt
            the settings: imip\\-agent\\-config(5)
            .TP
            /var/lib/imip\\-agent/store
            the calendars
            .TP
            /var/www/imip\\-agent/static
            published free/busy
            .SH SEE ALSO
            imip\\-agent\\-config(5), imip\\-agent\\-preferences(5), imip\\-manager(8)
            """;

    private ManualPages() {}

    /** imip-agent(1). */
    static String commands() {
        CommandLine line = Administration.line(new Commands());
        var page = new StringBuilder();
        head(page, "IMIP-AGENT", "1", "User commands");
        name(page, "imip-agent", "calendar agent for the mail system");
        page.append(".SH SYNOPSIS\n.B imip\\-agent\n.I COMMAND\n[options]\n");
        page.append(".SH DESCRIPTION\n");
        paragraph(
                page,
                "Reads the invitations in mail and keeps the calendar of each person up to date."
                        + " Mail servers start person and outgoing once for each message; all"
                        + " other commands are for administrators, as the user imip-agent.");
        page.append(".SH OPTIONS OF EVERY COMMAND\n");
        line.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> option(page, option));
        page.append(".SH COMMANDS\n");
        line.getSubcommands().values().forEach(command -> commands(page, command));
        return page.append(EXIT_STATUS).append(FILES).toString();
    }

    private static void commands(StringBuilder page, CommandLine command) {
        if (command.getCommandSpec().userObject() instanceof Tool) {
            command(page, command.getCommandSpec());
        }
        command.getSubcommands().values().forEach(each -> commands(page, each));
    }

    private static void command(StringBuilder page, CommandSpec spec) {
        page.append(".SS ").append(escaped(synopsis(spec))).append('\n');
        paragraph(page, String.join(" ", spec.usageMessage().description()));
        for (PositionalParamSpec each : spec.positionalParameters()) {
            item(page, label(each), String.join(" ", each.description()));
        }
        own(spec).forEach(option -> option(page, option));
    }

    private static List<OptionSpec> own(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> !option.hidden() && !option.inherited())
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .toList();
    }

    private static String synopsis(CommandSpec spec) {
        var words = new ArrayList<String>(List.of(spec.qualifiedName(" ")));
        for (OptionSpec option : own(spec)) {
            String said = option.shortestName() + value(option);
            words.add(option.required() ? said : "[" + said + "]");
        }
        spec.positionalParameters().forEach(each -> words.add(label(each)));
        return String.join(" ", words);
    }

    private static void option(StringBuilder page, OptionSpec option) {
        item(
                page,
                String.join(", ", option.names()) + value(option),
                String.join(" ", option.description()));
    }

    private static String value(OptionSpec option) {
        return option.arity().max() == 0 ? "" : " " + label(option);
    }

    private static String label(ArgSpec spec) {
        return spec.paramLabel() + (spec.arity().max() > 1 ? "..." : "");
    }

    /** imip-agent-config(5). */
    static String config() {
        var page = new StringBuilder();
        head(page, "IMIP-AGENT-CONFIG", "5", "File formats");
        name(page, "imip-agent-config", "settings of imip-agent");
        page.append(".SH DESCRIPTION\n");
        paragraph(
                page,
                "/etc/imip-agent/config.txt has lines of the form NAME = value, and comments that"
                        + " begin with #. A value is True, False, None, a number, or text in"
                        + " quotes. Each setting stands below with its default. imip-agent check"
                        + " reports mistakes; imip-agent settings prints what holds.");
        for (var section : SiteSettings.SECTIONS) {
            page.append(".SH ").append(escaped(section.title().toUpperCase(Locale.ROOT)));
            page.append('\n');
            for (Setting<?> setting : section.settings()) {
                item(page, setting.name() + " = " + setting.standardText(), setting.help());
            }
        }
        return page.append(".SH SEE ALSO\nimip\\-agent(1), imip\\-manager(8)\n").toString();
    }

    /** imip-agent-preferences(5). */
    static String preferences() {
        var page = new StringBuilder();
        head(page, "IMIP-AGENT-PREFERENCES", "5", "File formats");
        name(page, "imip-agent-preferences", "preferences of a person");
        page.append(".SH DESCRIPTION\n");
        paragraph(
                page,
                "Each person sets preferences on the page /profile, and an administrator with"
                        + " imip-agent preferences set --user ADDRESS NAME VALUE. What is not set"
                        + " has the default of the site. ADDRESS and NAME alone take a choice"
                        + " back.");
        page.append(".SH PREFERENCES\n");
        for (Preference<?> each : PersonalPreferences.ALL) {
            item(page, each.name(), each.help());
        }
        return page.append(".SH SEE ALSO\nimip\\-agent(1), imip\\-agent\\-config(5)\n").toString();
    }

    /** For bash-completion: picocli's own, without the names that no one calls it by. */
    static String completion() {
        String script = AutoComplete.bash("imip-agent", Administration.line(new Commands()));
        // It is read by a shell, and not run.
        return script.substring(script.indexOf('\n') + 1);
    }

    private static void head(StringBuilder page, String title, String section, String manual) {
        page.append(
                ".\\\" Made from the program: mvn test -Dtest=ManualPagesTest -Dimip.regenerate=true\n");
        page.append(".TH ").append(escaped(title)).append(' ').append(section);
        page.append(" \"\" \"imip\\-agent\" \"").append(manual).append("\"\n");
        // Left-aligned, and no word is broken: names and values are to be copied.
        page.append(".nh\n.ad l\n");
    }

    private static void name(StringBuilder page, String name, String purpose) {
        page.append(".SH NAME\n")
                .append(escaped(name))
                .append(" \\- ")
                .append(purpose)
                .append('\n');
    }

    private static void paragraph(StringBuilder page, String text) {
        page.append(".PP\n").append(escaped(text)).append('\n');
    }

    private static void item(StringBuilder page, String head, String text) {
        page.append(".TP\n.B ").append(escaped(head).replace("\"", "\\(dq")).append('\n');
        page.append(escaped(text)).append('\n');
    }

    /** Text that means nothing to roff, and whose hyphens can be copied into a shell. */
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
