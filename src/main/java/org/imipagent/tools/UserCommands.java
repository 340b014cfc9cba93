package org.imipagent.tools;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.WriteTransaction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code user}: who is known. */
@Command(name = "user", description = "Add, list or remove the people whose calendars are kept.")
final class UserCommands {

    /** {@code user add}: their first mail would do the same. */
    @Command(name = "add", description = "Make people known, before their first mail does.")
    static final class Add implements Tool {

        @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "A mail address.")
        private List<CalendarAddress> users = List.of();

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open()) {
                try (WriteTransaction writing = opened.store().write()) {
                    users.forEach(user -> writing.add(user, context.now()));
                    writing.commit();
                } catch (IllegalArgumentException alias) {
                    throw NotDone.refused(String.valueOf(alias.getMessage()));
                }
                opened.publish(users, context.now());
            }
        }
    }

    /** {@code user list}. */
    @Command(name = "list", description = "List the people who are known.")
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
                    "Forget people and all that is kept for them: events, preferences, activity,"
                            + " mail that was not sent yet, published free/busy.")
    static final class Remove implements Tool {

        @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "A mail address.")
        private List<CalendarAddress> users = List.of();

        @Override
        public void run(CommandContext context) throws NotDone {
            var troubles = new ArrayList<String>();
            try (Opened opened = context.open()) {
                boolean allKnown = forget(opened);
                for (CalendarAddress user : users) {
                    try {
                        opened.site().published().remove(user);
                    } catch (IOException trouble) {
                        troubles.add(
                                "published free/busy of "
                                        + user.email()
                                        + " is still there: "
                                        + Opened.told(trouble));
                    }
                }
                if (!troubles.isEmpty()) {
                    throw NotDone.tryAgain(troubles);
                }
                if (!allKnown) {
                    throw NotDone.refused(
                            "not all of them were known; none of them is now: imip-agent user list tells who is");
                }
            }
        }

        /** Forgets all of them; tells whether all were known. */
        private boolean forget(Opened opened) {
            try (WriteTransaction writing = opened.store().write()) {
                boolean allKnown = users.stream().allMatch(writing::knows);
                users.forEach(writing::forget);
                writing.commit();
                return allKnown;
            }
        }
    }
}
