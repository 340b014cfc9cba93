package org.imipagent.tools;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.imipagent.store.PostgreSqlStore;
import org.imipagent.store.SqliteStore;
import org.imipagent.store.Store.Damage;
import org.imipagent.store.StoreCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code store}: the kept data. */
@Command(name = "store", description = "Verify, back up, copy or upgrade the stored data.")
final class StoreCommands {

    /** {@code store verify}. */
    @Command(
            name = "verify",
            description = "Check all data and list damage: where, what is wrong, what mends it.")
    static final class Verify implements Tool {

        @Mixin private AsJson json = new AsJson();

        @Override
        public void run(CommandContext context) throws NotDone {
            List<Damage> damages;
            try (Opened opened = context.open();
                    Listing listing = json.listing(context, "where", "what", "remedy")) {
                damages = opened.store().verify();
                damages.forEach(
                        damage -> listing.row(damage.where(), damage.what(), damage.remedy()));
            }
            if (!damages.isEmpty()) {
                throw NotDone.refused(
                        "the store is damaged in "
                                + CommandContext.count(damages.size(), "place")
                                + ": each line ends with what mends it");
            }
        }
    }

    /** {@code store backup}. */
    @Command(
            name = "backup",
            description = "Copy the store to a new file; mail can arrive in the meantime.")
    static final class Backup implements Tool {

        @Parameters(paramLabel = "FILE", description = "The new file; it must not exist yet.")
        private String file = "";

        @Override
        public void run(CommandContext context) throws NotDone {
            if (Files.exists(Path.of(file), LinkOption.NOFOLLOW_LINKS)) {
                throw NotDone.refused(file + " already exists: choose another name");
            }
            try (Opened opened = context.open()) {
                switch (opened.store()) {
                    case SqliteStore sqlite -> sqlite.backup(Path.of(file));
                    case PostgreSqlStore _ ->
                            throw NotDone.refused(
                                    "a PostgreSQL store is backed up by PostgreSQL: pg_dump --format=custom"
                                            + " --file=FILE, and pg_restore puts it back");
                }
            }
        }
    }

    /** {@code store copy}. */
    @Command(
            name = "copy",
            description =
                    "Copy all data to another store, of SQLite or PostgreSQL. Stop mail and web server"
                            + " first. If it is interrupted, run it again: it goes on where it was.")
    static final class Copy implements Tool {

        @Parameters(
                paramLabel = "TO",
                description =
                        "The other store: a settings file that names it, or a folder for SQLite.")
        private String to = "";

        @Option(names = "--overwrite", description = "Replace what the other store has instead.")
        private boolean overwrite;

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened from = context.open();
                    Opened other = context.opening().open(other())) {
                var bar = new ProgressBar(context, "users");
                StoreCopy.Copied done =
                        new StoreCopy(from.store(), other.store(), overwrite).run(bar::show);
                bar.end();
                context.say(
                        CommandContext.count(done.copied(), "user")
                                + " copied and read back, "
                                + done.same()
                                + " already there");
            }
        }

        private CommonOptions other() {
            return Files.isRegularFile(Path.of(to)) && !to.endsWith(".sqlite")
                    ? new CommonOptions(to, null, null)
                    : new CommonOptions(null, to, to);
        }
    }

    /** {@code store upgrade}: every change of the store does it by itself; this does it now. */
    @Command(
            name = "upgrade",
            description = "Upgrade the store of an older imip-agent; create it if there is none.")
    static final class Upgrade implements Tool {

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open()) {
                opened.store().upgrade();
                context.say("the store has schema " + SqliteStore.SCHEMA);
            }
        }
    }
}
