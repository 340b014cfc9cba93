package org.imipagent.tools;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imipagent.agent.Horizon;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preference;
import org.imipagent.settings.Preferences;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code preferences}: what a person chose. */
@Command(name = "preferences", description = "Show or set a person's preferences.")
final class PreferencesCommands {

    /** What holds: the choice, else the site's default. */
    private static String value(Preferences preferences, Preference<?> preference) {
        String chosen = preferences.text(preference);
        return chosen.isEmpty() ? preferences.standardText(preference) : chosen;
    }

    private static Preference<?> named(String name) throws NotDone {
        Preference<?> preference = PersonalPreferences.named(name);
        if (preference == null) {
            throw NotDone.refused(String.valueOf(PersonalPreferences.problem(name, "")));
        }
        return preference;
    }

    private static Preferences of(Opened opened, ReadTransaction reading, CalendarAddress user)
            throws NotDone {
        Opened.known(reading, user);
        return opened.site().participant(reading, user).preferences();
    }

    /** {@code preferences get}. */
    @Command(name = "get", description = "Print the value of one preference.")
    static final class One implements Tool {

        @Mixin private OfUser user = new OfUser();

        @Parameters(paramLabel = "NAME", description = "For example TZID.")
        private String name = "";

        @Override
        public void run(CommandContext context) throws NotDone {
            Preference<?> preference = named(name);
            try (Opened opened = context.open();
                    ReadTransaction reading = opened.store().read()) {
                context.print(value(of(opened, reading, user.address()), preference) + "\n");
            }
        }
    }

    /** {@code preferences list}. */
    @Command(
            name = "list",
            description =
                    "List every preference: its name, its value, and whether it comes from the person or the site.")
    static final class All implements Tool {

        @Mixin private OfUser user = new OfUser();
        @Mixin private AsJson json = new AsJson();

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open();
                    ReadTransaction reading = opened.store().read()) {
                Preferences preferences = of(opened, reading, user.address());
                try (Listing listing = json.listing(context, "name", "value", "from")) {
                    for (Preference<?> each : PersonalPreferences.ALL) {
                        boolean chosen = !preferences.text(each).isEmpty();
                        listing.row(
                                each.name(), value(preferences, each), chosen ? "person" : "site");
                    }
                }
                preferences.problems().forEach(context::complain);
            }
        }
    }

    /** {@code preferences set}. */
    @Command(name = "set", description = "Set a preference; '' restores the default of the site.")
    static final class Choose implements Tool {

        @Mixin private OfUser user = new OfUser();

        @Parameters(index = "0", paramLabel = "NAME", description = "For example TZID.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "VALUE", description = "For example Europe/Oslo.")
        private String value = "";

        @Override
        public void run(CommandContext context) throws NotDone {
            String problem = PersonalPreferences.problem(name, value);
            if (problem != null) {
                throw NotDone.refused(problem);
            }
            String wrongEvent;
            try (Opened opened = context.open()) {
                try (ReadTransaction reading = opened.store().read()) {
                    problem = opened.site().problem(reading, user.address(), name, value);
                }
                if (problem != null) {
                    throw NotDone.refused(problem);
                }
                try {
                    wrongEvent = set(opened, context.now());
                } catch (IllegalArgumentException alias) {
                    throw NotDone.refused(String.valueOf(alias.getMessage()));
                }
                opened.publish(List.of(user.address()), context.now());
            }
            if (wrongEvent != null) {
                throw NotDone.refused(wrongEvent);
            }
        }

        /**
         * Days and times without a zone are the person's: with another zone they lie elsewhere.
         * With another alias another attendee of an event is the person.
         *
         * @return an event that could not be moved
         */
        private @Nullable String set(Opened opened, Instant now) {
            return opened.store()
                    .effect(
                            user.address(),
                            writing -> Optional.ofNullable(set(opened, writing, now)))
                    .orElse(null);
        }

        private @Nullable String set(Opened opened, WriteTransaction writing, Instant now) {
            writing.add(user.address(), now);
            writing.prefer(user.address(), name, value.isEmpty() ? null : value);
            return name.equals(PersonalPreferences.TZID.name())
                            || name.equals(PersonalPreferences.ALIASES.name())
                    ? rebuilt(opened, writing, now)
                    : null;
        }

        private @Nullable String rebuilt(Opened opened, WriteTransaction writing, Instant now) {
            String wrongEvent = null;
            for (String uid : writing.uids(user.address())) {
                String why = new Horizon(opened.site()).rebuild(writing, user.address(), uid, now);
                wrongEvent =
                        why == null ? wrongEvent : "the event " + uid + " was not moved: " + why;
            }
            return wrongEvent;
        }
    }
}
