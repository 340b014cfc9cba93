package org.imipagent.tools;

import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.store.PostgreSqlStore;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.SqliteStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code user}: who is known. */
@Command(name = "user", description = "Add, list or remove the people whose calendars are kept.")
final class UserCommands {

    /** {@code user add}: their first mail would do the same. */
    @Command(name = "add", description = "Add people before their first mail arrives.")
    static final class Add implements Tool {

        @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "An email address.")
        private List<CalendarAddress> users = List.of();

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open()) {
                try {
                    opened.store()
                            .change(
                                    writing -> {
                                        users.forEach(user -> writing.add(user, context.now()));
                                    });
                } catch (IllegalArgumentException alias) {
                    throw NotDone.refused(String.valueOf(alias.getMessage()));
                }
                opened.publish(users, context.now());
            }
        }
    }

    /** {@code user list}. */
    @Command(name = "list", description = "List the people whose calendars are kept.")
    static final class All implements Tool {

        @Mixin private AsJson json = new AsJson();

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open();
                    ReadTransaction reading = opened.store().read();
                    Listing listing = json.listing(context, "user")) {
                reading.users().forEach(user -> listing.row(user.email()));
            }
        }
    }

    /** {@code user remove}. */
    @Command(
            name = "remove",
            description =
                    "Remove people and all their data: events, preferences, activity, unsent mail,"
                            + " published free/busy and calendar feed. The store is written anew, so"
                            + " that nothing of them can be read in its file.")
    static final class Remove implements Tool {

        private static final String STILL_TO_DO =
                "Removed. What imip-agent cannot do: take the address out of the mail server's list or"
                        + " directory, or the next mail creates the calendar again; take the log-in away"
                        + " (htpasswd -D, or the directory); delete what is in the mailbox, and in"
                        + " backups of the store.";

        @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "An email address.")
        private List<CalendarAddress> users = List.of();

        Remove() {}

        Remove(List<CalendarAddress> users) {
            this.users = users;
        }

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open()) {
                boolean allKnown = forget(opened);
                opened.publish(users, context.now());
                opened.store().change(writing -> users.forEach(writing::forgetPublication));
                overwrite(context, opened);
                context.say(STILL_TO_DO);
                if (!allKnown) {
                    throw NotDone.refused(
                            "some of these people did not exist; all others were removed: see imip-agent user list");
                }
            }
        }

        /** A database server has its own ways, and they are its administrator's. */
        private static void overwrite(CommandContext context, Opened opened) {
            switch (opened.store()) {
                case SqliteStore sqlite -> sqlite.overwriteDeleted();
                case PostgreSqlStore _ ->
                        context.say(
                                "PostgreSQL keeps deleted rows in its files for a while: VACUUM FULL"
                                        + " writes the tables anew; its write-ahead log and backups stay.");
            }
        }

        /** Forgets all of them; tells whether all were known. */
        private boolean forget(Opened opened) {
            return opened.store()
                    .effect(
                            writing -> {
                                boolean allKnown = users.stream().allMatch(writing::knows);
                                users.forEach(writing::forget);
                                return allKnown;
                            });
        }
    }
}
