package org.imipagent.tools;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imipagent.agent.Installation;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.settings.ManagerAddress;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.settings.StoreType;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.Store;
import org.imipagent.store.Store.Damage;
import org.imipagent.store.StoreTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code check}: whether everything is in its place. Changes nothing. */
@Command(
        name = "check",
        description = {
            "Check the installation.",
            "Prints one line per item: ok or problem, the item, and the fix. Run it as the user of the"
                    + " mail system and as the user of the web server."
        })
final class CheckCommand implements Tool {

    @Mixin private AsJson json = new AsJson();

    /** One line of the outcome. */
    private record Line(boolean ok, String what, String told) {}

    @Override
    public void run(CommandContext context) throws NotDone {
        var lines = new ArrayList<Line>();
        try (Opened opened = context.open()) {
            lines.add(new Line(true, "settings", "settings are valid"));
            new Checks(opened.site(), context, lines).all();
        } catch (NotDone notSetUp) {
            notSetUp.lines().forEach(line -> lines.add(new Line(false, "settings", line)));
        }
        apache(context.apache(), lines);
        try (Listing listing = json.listing(context, "outcome", "what", "told")) {
            for (Line line : lines) {
                listing.row(line.ok ? "ok" : "problem", line.what, line.told);
            }
        }
        long problems = lines.stream().filter(line -> !line.ok).count();
        if (problems > 0) {
            throw NotDone.refused(
                    CommandContext.count(problems, "problem") + ": see each line for the fix");
        }
    }

    private static void apache(Path apache, List<Line> lines) {
        if (!Files.isDirectory(apache)) {
            return;
        }
        for (String name : List.of("imip-agent", "imip-manager")) {
            Path enabled = apache.resolve("sites-enabled").resolve(name + ".conf");
            // A link whose file is gone is none.
            lines.add(
                    Files.exists(enabled)
                            ? new Line(true, "apache", name + " is enabled")
                            : new Line(
                                    false,
                                    "apache",
                                    enabled
                                            + " is missing: put conf/apache/"
                                            + name
                                            + ".conf into sites-available and run a2ensite "
                                            + name));
        }
    }

    /** What needs settings. */
    private static final class Checks {
        private final Installation site;
        private final Settings settings;
        private final CommandContext context;
        private final List<Line> lines;

        Checks(Installation site, CommandContext context, List<Line> lines) {
            this.site = site;
            this.settings = site.settings();
            this.context = context;
            this.lines = lines;
        }

        void all() {
            if (settings.value(SiteSettings.STORE_TYPE) == StoreType.SQLITE) {
                folder("STORE_DIR", Path.of(settings.value(SiteSettings.STORE_DIR)));
            }
            folder("PUBLISH_DIR", settings.value(SiteSettings.PUBLISH_DIR));
            store(site.store());
            sending();
            sender();
            manager();
            zone();
        }

        private void ok(String what, String told) {
            lines.add(new Line(true, what, told));
        }

        private void problem(String what, String told) {
            lines.add(new Line(false, what, told));
        }

        private void folder(String what, Path folder) {
            if (Files.isDirectory(folder)) {
                if (Files.isWritable(folder)) {
                    ok(what, folder + " is writable");
                } else {
                    problem(
                            what,
                            folder
                                    + " is not writable for this user: make it writable for its group");
                }
            } else if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                problem(what, folder + " is not a folder: move it away, or change " + what);
            } else if (mayBeMade(folder)) {
                ok(what, folder + " will be created");
            } else {
                problem(what, folder + " is missing and this user cannot create it: create it");
            }
        }

        private static boolean mayBeMade(Path folder) {
            Path above = folder.getParent();
            while (above != null && !Files.exists(above)) {
                above = above.getParent();
            }
            return above != null && Files.isDirectory(above) && Files.isWritable(above);
        }

        private void store(Store store) {
            try {
                List<Damage> damages = store.verify();
                damages.forEach(
                        damage ->
                                problem(
                                        "store",
                                        damage.where()
                                                + ": "
                                                + damage.what()
                                                + ": restore a backup"));
                if (damages.isEmpty()) {
                    people(store);
                }
            } catch (StoreTrouble trouble) {
                problem("store", String.valueOf(trouble.getMessage()));
            }
        }

        private void people(Store store) {
            try (ReadTransaction reading = store.read()) {
                List<CalendarAddress> users = reading.users();
                ok("store", "no damage found; " + CommandContext.count(users.size(), "user"));
                for (CalendarAddress user : users) {
                    site.participant(reading, user)
                            .preferences()
                            .problems()
                            .forEach(
                                    wrong ->
                                            problem(
                                                    "preferences",
                                                    user.email()
                                                            + ": "
                                                            + wrong
                                                            + ": set it again with imip-agent preferences set"));
                }
            }
        }

        private void sending() {
            String host = settings.value(SiteSettings.SMTP_HOST);
            String program = settings.value(SiteSettings.SENDMAIL).getFirst();
            if (host != null) {
                ok("sending", "by SMTP to " + host);
            } else if (Files.isExecutable(Path.of(program))
                    && !Files.isDirectory(Path.of(program))) {
                ok("sending", "by " + program);
            } else {
                problem(
                        "sending",
                        program
                                + " cannot be executed by this user: install a mail server, or set SENDMAIL"
                                + " or SMTP_HOST");
            }
        }

        private void sender() {
            String sender = settings.value(SiteSettings.MESSAGE_SENDER);
            if (isExample(sender)) {
                problem("MESSAGE_SENDER", sender + " is an example address: use one of this site");
            } else {
                ok("MESSAGE_SENDER", sender);
            }
        }

        /** A domain of nobody's (RFC 2606): others throw away as forged what comes from there. */
        private static boolean isExample(String sender) {
            String standard = SiteSettings.MESSAGE_SENDER.standard();
            return sender.toLowerCase(Locale.ROOT)
                    .endsWith(standard.substring(standard.indexOf('@')));
        }

        private void manager() {
            ManagerAddress address = ManagerAddress.of(settings, site.host());
            if (address == null) {
                ok("manager", "no links in messages (MANAGER_INTERFACE)");
            } else if (settings.value(SiteSettings.MANAGER_URL) == null && !isFull(site.host())) {
                problem(
                        "manager",
                        "links would go to "
                                + address.base()
                                + ", which others cannot reach: set MANAGER_URL");
            } else {
                ok("manager", "links go to " + address.base());
            }
        }

        private static boolean isFull(String host) {
            return host.indexOf('.') > 0 && !host.startsWith("localhost");
        }

        private void zone() {
            var zone = settings.value(SiteSettings.TZID);
            ok(
                    "TZID",
                    zone == null
                            ? context.machineZone()
                                    + ", the zone of this machine, unless a person chose another"
                            : zone + ", unless a person chose another");
        }
    }
}
