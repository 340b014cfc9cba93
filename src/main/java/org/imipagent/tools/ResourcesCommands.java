package org.imipagent.tools;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imipagent.agent.OwnerReminders;
import org.imipagent.agent.ResourcePhotos;
import org.imipagent.agent.Resources;
import org.imipagent.agent.Resources.Resource;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preference;
import org.imipagent.settings.Preferences;
import org.imipagent.settings.ResourceKind;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code resources}: rooms, vehicles and equipment that people book. */
@Command(
        name = "resources",
        description = "Add, list, show or remove rooms, vehicles and equipment that people book.")
final class ResourcesCommands {

    /** {@code resources add}: also changes one that is there. */
    @Command(
            name = "add",
            description =
                    "Add a resource, or change one: what is not named stays as it is. The mail server"
                            + " must hand mail to its address to imip-agent resource (conf/postfix,"
                            + " conf/exim).")
    static final class Add implements Tool {

        @Parameters(index = "0", paramLabel = "ADDRESS", description = "Its email address.")
        private CalendarAddress address = new CalendarAddress("");

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                description = "room, vehicle, equipment, collection or other. New ones: room.")
        private @Nullable String kind;

        @Option(names = "--name", paramLabel = "NAME", description = "As people know it.")
        private @Nullable String name;

        @Option(
                names = "--capacity",
                paramLabel = "N",
                description = "For how many people; 0 where that does not matter.")
        private @Nullable String capacity;

        @Option(names = "--place", paramLabel = "TEXT", description = "Where it is.")
        private @Nullable String place;

        @Option(
                names = "--note",
                paramLabel = "TEXT",
                description = "What people should know before they book it.")
        private @Nullable String note;

        @Option(
                names = "--photo",
                paramLabel = "FILE",
                description =
                        "A .png, .jpg or .webp file in the folder RESOURCE_PHOTOS; none for no photo.")
        private @Nullable String photo;

        @Option(
                names = "--owner",
                paramLabel = "ADDRESS",
                description = "Who looks after it; as often as needed.")
        private List<String> owners = List.of();

        @Option(
                names = "--group",
                paramLabel = "NAME",
                description = "A group that it belongs to; as often as needed.")
        private List<String> groups = List.of();

        @Option(
                names = "--chain",
                paramLabel = "LINE",
                description =
                        "A line of its scheduling_function, such as schedule_in_freebusy; as often as"
                                + " needed, in their order.")
        private List<String> chain = List.of();

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open()) {
                Map<String, String> chosen = chosen(opened);
                for (Map.Entry<String, String> each : chosen.entrySet()) {
                    String problem = problem(opened, each.getKey(), each.getValue());
                    if (problem != null) {
                        throw NotDone.refused(problem);
                    }
                }
                if (photo != null && !photo.isEmpty() && !photo.equals(Preference.NONE)) {
                    String problem = ResourcePhotos.of(opened.site().settings()).problem(photo);
                    if (problem != null) {
                        throw NotDone.refused("photo: " + problem);
                    }
                }
                Instant now = context.now();
                try {
                    opened.store()
                            .change(
                                    address,
                                    writing -> {
                                        writing.add(address, now);
                                        chosen.forEach(
                                                (preference, value) ->
                                                        writing.prefer(address, preference, value));
                                    });
                } catch (IllegalArgumentException alias) {
                    throw NotDone.refused(String.valueOf(alias.getMessage()));
                }
                opened.publish(List.of(address), now);
            }
        }

        private @Nullable String problem(Opened opened, String preference, String value) {
            try (ReadTransaction reading = opened.store().read()) {
                return opened.site().problem(reading, address, preference, value);
            }
        }

        private Map<String, String> chosen(Opened opened) throws NotDone {
            if (!address.isMail()) {
                throw NotDone.usage("not an email address: " + address.uri());
            }
            var chosen = new LinkedHashMap<String, String>();
            if (kind != null) {
                put(chosen, PersonalPreferences.RESOURCE, kind);
            } else if (!isResource(opened)) {
                put(chosen, PersonalPreferences.RESOURCE, ResourceKind.ROOM.word());
            }
            put(chosen, PersonalPreferences.CN, name);
            put(chosen, PersonalPreferences.CAPACITY, capacity);
            put(chosen, PersonalPreferences.PLACE, place);
            put(chosen, PersonalPreferences.NOTE, note);
            put(chosen, PersonalPreferences.PHOTO, photo);
            put(chosen, PersonalPreferences.OWNERS, joined(owners));
            put(chosen, PersonalPreferences.GROUPS, joined(groups));
            put(chosen, PersonalPreferences.SCHEDULING_FUNCTION, joined(chain));
            return chosen;
        }

        private boolean isResource(Opened opened) {
            try (ReadTransaction reading = opened.store().read()) {
                return new Resources(opened.site(), reading).of(address) != null;
            }
        }

        private static void put(
                Map<String, String> chosen, Preference<?> preference, @Nullable String value) {
            if (value != null) {
                chosen.put(preference.name(), value);
            }
        }

        private static @Nullable String joined(List<String> lines) {
            return lines.isEmpty() ? null : String.join("\n", lines);
        }
    }

    /** {@code resources list}. */
    @Command(name = "list", description = "List the resources.")
    static final class All implements Tool {

        @Mixin private AsJson json = new AsJson();

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open();
                    ReadTransaction reading = opened.store().read();
                    Listing listing =
                            json.listing(context, "address", "kind", "capacity", "place", "name")) {
                for (Resource each : new Resources(opened.site(), reading).all()) {
                    listing.row(
                            each.address().email(),
                            each.kind().word(),
                            each.capacity(),
                            each.place(),
                            each.name());
                }
            }
        }
    }

    /** {@code resources show}. */
    @Command(name = "show", description = "Show how a resource is set up.")
    static final class Show implements Tool {

        @Mixin private AsJson json = new AsJson();

        @Parameters(index = "0", paramLabel = "ADDRESS", description = "Its email address.")
        private CalendarAddress address = new CalendarAddress("");

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open();
                    ReadTransaction reading = opened.store().read()) {
                Resource resource = new Resources(opened.site(), reading).of(address);
                if (resource == null) {
                    throw NotDone.refused(
                            address.email() + " is no resource: see imip-agent resources list");
                }
                Preferences preferences = resource.participant().preferences();
                try (Listing listing = json.listing(context, "name", "value")) {
                    listing.row(PersonalPreferences.CN.name(), resource.name());
                    for (Preference<?> each : PersonalPreferences.OF_RESOURCES) {
                        listing.row(each.name(), shown(preferences, each));
                    }
                }
            }
        }

        private static @Nullable Object shown(Preferences preferences, Preference<?> preference) {
            List<String> lines =
                    preference.equals(PersonalPreferences.SCHEDULING_FUNCTION)
                            ? preferences.value(PersonalPreferences.SCHEDULING_FUNCTION)
                            : preferences.text(preference).lines().toList();
            return lines.size() == 1 ? lines.getFirst() : lines.isEmpty() ? null : lines;
        }
    }

    /** {@code resources remind}: the regular job of the day. */
    @Command(
            name = "remind",
            description =
                    "Remind owners of the bookings that wait for them, and decline those that have"
                            + " waited longer than OWNER_TIMEOUT or would begin. Run it once a day.")
    static final class Remind implements Tool {

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open()) {
                OwnerReminders.Done done = new OwnerReminders(opened.site(), context.now()).run();
                context.say(done.reminded() + " reminded, " + done.declined() + " declined");
                opened.publish(done.unpublished(), context.now());
            }
        }
    }

    /** {@code resources remove}: what is booked goes with it. */
    @Command(
            name = "remove",
            description =
                    "Remove resources and all their data, as imip-agent user remove does. Nobody is"
                            + " told that what they booked is gone.")
    static final class Remove implements Tool {

        @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "An email address.")
        private List<CalendarAddress> resources = List.of();

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open()) {
                try (ReadTransaction reading = opened.store().read()) {
                    for (CalendarAddress each : resources) {
                        if (new Resources(opened.site(), reading).of(each) == null) {
                            throw NotDone.refused(
                                    each.email()
                                            + " is no resource, nothing was removed: see imip-agent"
                                            + " resources list");
                        }
                    }
                }
            }
            new UserCommands.Remove(resources).run(context);
        }
    }
}
