package org.imipagent.tools;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code web-config}: the configuration of a web server that belongs to the settings. The samples
 * in conf are the templates: with the defaults the command prints them as they are.
 */
@Command(
        name = "web-config",
        description = {
            "Print the web server's configuration for the current settings.",
            "It has the paths of MANAGER_PATH, PUBLISH_PATH and PUBLISH_DIR and the place of the settings"
                    + " file; with the defaults it is the sample in /usr/lib/imip-agent/conf."
        })
final class WebConfigCommand implements Tool {

    /** A web server with a sample; named as on the command line. */
    enum Server {
        apache,
        nginx,
        lighttpd
    }

    /** What no file of these servers can have in a quoted text as it is. */
    private static final String UNFIT = "\"\\$%{}";

    @Parameters(
            index = "0",
            paramLabel = "SERVER",
            description = "The web server: ${COMPLETION-CANDIDATES}.")
    private Server server = Server.apache;

    @Override
    public void run(CommandContext context) throws NotDone, IOException {
        Settings settings;
        try (Opened opened = context.open()) {
            settings = opened.site().settings();
        }
        context.print(filled(template(), settings, config(context)));
    }

    /** Of Apache both sites, one after the other. */
    private String template() throws IOException {
        return switch (server) {
            case apache -> sample("apache/imip-agent") + "\n" + sample("apache/imip-manager");
            case nginx -> sample("nginx/imip-agent");
            case lighttpd -> sample("lighttpd/imip-agent");
        };
    }

    private static String config(CommandContext context) {
        String named = context.places().config();
        return named == null
                ? CommonOptions.DEFAULT_CONFIG
                : Path.of(named).toAbsolutePath().normalize().toString();
    }

    private String filled(String text, Settings settings, String config) throws NotDone {
        String manager = path(settings.value(SiteSettings.MANAGER_PATH));
        String freeBusy = path(settings.value(SiteSettings.PUBLISH_PATH));
        String folder = settings.value(SiteSettings.PUBLISH_DIR).toString();
        if (freeBusy.isEmpty()) {
            throw NotDone.refused("PUBLISH_PATH cannot be /: the manager or other pages are there");
        }
        fit("PUBLISH_DIR", folder);
        fit("--config", config);
        return switch (server) {
            case apache ->
                    text.replace(
                                    "Define IMIP_MANAGER_PATH /imip-manager\n",
                                    "Define IMIP_MANAGER_PATH "
                                            + (manager.isEmpty() ? "/" : manager)
                                            + "\n")
                            .replace(
                                    "Define IMIP_FREEBUSY_PATH /freebusy\n",
                                    "Define IMIP_FREEBUSY_PATH " + freeBusy + "\n")
                            .replace(
                                    "Define IMIP_PUBLISH_DIR /var/www/imip-agent/static\n",
                                    "Define IMIP_PUBLISH_DIR " + word(folder) + "\n")
                            .replace(
                                    "Define IMIP_CONFIG /etc/imip-agent/config.txt\n",
                                    "Define IMIP_CONFIG " + word(config) + "\n");
            case nginx, lighttpd ->
                    text.replace("\\Q/imip-manager\\E", "\\Q" + manager + "\\E")
                            .replace("\"/imip-manager", "\"" + manager)
                            .replace("\\Q/freebusy\\E", "\\Q" + freeBusy + "\\E")
                            .replace("\"/freebusy", "\"" + freeBusy)
                            .replace("\"/var/www/imip-agent/static\"", "\"" + folder + "\"")
                            .replace("\"/etc/imip-agent/config.txt\"", "\"" + config + "\"");
        };
    }

    /** Without the slash at its end; "" for the whole host. */
    private static String path(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String word(String path) {
        return path.indexOf(' ') < 0 ? path : "\"" + path + "\"";
    }

    private static void fit(String name, String path) throws NotDone {
        if (path.chars().anyMatch(c -> c < ' ' || UNFIT.indexOf(c) >= 0)) {
            throw NotDone.refused(
                    name + " has a character that web servers read otherwise: use another folder");
        }
    }

    private static String sample(String name) throws IOException {
        try (InputStream in =
                WebConfigCommand.class.getResourceAsStream("conf/" + name + ".conf")) {
            if (in == null) {
                throw new IOException("the program lacks its sample " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
