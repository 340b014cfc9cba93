package org.imipagent.tools;

import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.store.ReadTransaction;
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
                    "Remove people and all their data: events, preferences, activity, unsent mail and"
                            + " published free/busy.")
    static final class Remove implements Tool {

        @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "An email address.")
        private List<CalendarAddress> users = List.of();

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open()) {
                boolean allKnown = forget(opened);
                opened.publish(users, context.now());
                if (!allKnown) {
                    throw NotDone.refused(
                            "some of these people did not exist; all others were removed: see imip-agent user list");
                }
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
