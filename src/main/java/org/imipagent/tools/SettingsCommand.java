package org.imipagent.tools;

import org.imipagent.settings.ConfigFile;
import org.imipagent.settings.Setting;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code settings}: what holds on this site. */
@Command(
        name = "settings",
        description =
                "Print every setting with its current value, in the format of the settings file.")
final class SettingsCommand implements Tool {

    @Option(
            names = "--text",
            description =
                    "Print a settings file with every default and an explanation of each setting.")
    private boolean text;

    @Mixin private AsJson json = new AsJson();

    @Override
    public void run(CommandContext context) throws NotDone {
        if (text) {
            context.print(ConfigFile.text());
            return;
        }
        Settings settings;
        try (Opened opened = context.open()) {
            settings = opened.site().settings();
        }
        if (json.isWanted()) {
            try (Listing listing = json.listing(context, "name", "value", "default", "help")) {
                for (Setting<?> each : SiteSettings.all()) {
                    listing.row(
                            each.name(),
                            ConfigFile.value(settings, each),
                            each.standardText(),
                            each.help());
                }
            }
            return;
        }
        for (Setting<?> each : SiteSettings.all()) {
            context.print(each.name() + " = " + ConfigFile.value(settings, each) + "\n");
        }
    }
}
