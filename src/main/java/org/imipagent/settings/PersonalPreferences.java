package org.imipagent.settings;

import java.time.Duration;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.settings.Preference.Always;
import org.imipagent.settings.Preference.OrNone;
import org.jspecify.annotations.Nullable;

/**
 * Every preference of a person, or of a resource.
 *
 * <p>The names are the model's where it has the preference; {@code aliases}, {@code cancelled},
 * {@code unanswered} and those of how pages look are ours.
 */
public final class PersonalPreferences {
    public static final OrNone<String> CN =
            new OrNone<>(
                    "CN",
                    new Setting.OrNone<>("", Kinds.TEXT, null, ""),
                    "Your name, as others see it in invitations.");

    public static final Always<String> LANG =
            new Always<>("LANG", SiteSettings.LANG, "The language of messages and pages.");

    public static final OrNone<Zone> TZID =
            new OrNone<>(
                    "TZID",
                    SiteSettings.TZID,
                    "The time zone of your calendar, such as Europe/Oslo.");

    public static final Always<List<CalendarAddress>> ALIASES =
            new Always<>(
                    "aliases",
                    new Setting.Always<>("", Kinds.ADDRESSES, List.of(), ""),
                    "Your other email addresses, one per line. Mail to them is for you.");

    public static final Always<List<CalendarAddress>> DEPUTIES =
            new Always<>(
                    "deputies",
                    new Setting.Always<>("", Kinds.ADDRESSES, List.of(), ""),
                    "Email addresses of people who may invite and reply for you, one per line.");

    public static final Always<Boolean> PARTICIPATING =
            new Always<>(
                    "participating",
                    SiteSettings.PARTICIPATING_DEFAULT,
                    "Whether your mail updates a calendar for you.");

    public static final Always<Incoming> INCOMING =
            new Always<>(
                    "incoming",
                    SiteSettings.INCOMING_DEFAULT,
                    "How calendar messages reach your mailbox.");

    public static final Always<Boolean> FREEBUSY_SHARING =
            new Always<>(
                    "freebusy_sharing",
                    SiteSettings.SHARING_DEFAULT,
                    "Whether others may see when you are free.");

    public static final Always<Boolean> FREEBUSY_PUBLISHING =
            new Always<>(
                    "freebusy_publishing",
                    SiteSettings.PUBLISHING_DEFAULT,
                    "Whether shared free/busy is published on the web.");

    public static final Always<Boolean> FREEBUSY_BUNDLING =
            new Always<>(
                    "freebusy_bundling",
                    SiteSettings.BUNDLING_DEFAULT,
                    "Whether shared free/busy is attached to your messages about events.");

    public static final Always<Boolean> FREEBUSY_MESSAGES =
            new Always<>(
                    "freebusy_messages",
                    SiteSettings.NOTIFYING_DEFAULT,
                    "Whether you are notified of free/busy that others send.");

    public static final OrNone<Duration> FREEBUSY_OFFERS =
            new OrNone<>(
                    "freebusy_offers",
                    SiteSettings.FREEBUSY_OFFER_DEFAULT,
                    "How long a time that you propose stays reserved, such as PT10M or P1D.");

    public static final Always<SendDelay> SEND_DELAY =
            new Always<>(
                    "send_delay",
                    new Setting.Always<>("", Kinds.choice(SendDelay.values()), SendDelay.NONE, ""),
                    "How long email that you send from the page waits, so that you can undo it.");

    public static final Always<Boolean> EVENT_REFRESHING =
            new Always<>(
                    "event_refreshing",
                    SiteSettings.REFRESHING_DEFAULT,
                    "Whether requests to send one of your events again are answered automatically.");

    public static final Always<AddResponse> ADD_METHOD_RESPONSE =
            new Always<>(
                    "add_method_response",
                    SiteSettings.ADD_RESPONSE_DEFAULT,
                    "What happens when an organiser adds a date to an event.");

    public static final Always<OrganiserReplacement> ORGANISER_REPLACEMENT =
            new Always<>(
                    "organiser_replacement",
                    SiteSettings.ORGANISER_REPLACEMENT_DEFAULT,
                    "Who may become the organiser of an event that is in your calendar.");

    public static final Always<Invitations> INVITATIONS =
            new Always<>(
                    "invitations",
                    SiteSettings.INVITATIONS_DEFAULT,
                    "Whose invitations to new events are added to your calendar.");

    public static final Always<List<String>> AUTOMATIC_REPLIES =
            new Always<>(
                    "automatic_replies",
                    new Setting.Always<>("", Kinds.REPLIES, List.of(), ""),
                    "Which invitations are answered for you, one rule per line: accept_when_free, tentative_when_free, "
                            + "decline_when_busy, decline_outside_hours or ask_me, optionally with the email address or the mail "
                            + "domain of the organiser. The first rule that decides counts. Where none does, you are asked.");

    public static final Always<Cancelled> CANCELLED =
            new Always<>(
                    "cancelled",
                    SiteSettings.CANCELLED_DEFAULT,
                    "What happens to cancelled events.");

    public static final Always<Unanswered> UNANSWERED =
            new Always<>(
                    "unanswered",
                    SiteSettings.UNANSWERED_DEFAULT,
                    "How an invitation shows in your free/busy before you reply.");

    public static final Always<WorkingHours> WORKING_HOURS =
            new Always<>(
                    "working_hours",
                    SiteSettings.WORKING_HOURS_DEFAULT,
                    "When you work, such as Mon-Thu 09:00-17:00, Fri 09:00-15:00, or none.");

    public static final Always<FirstWeekday> FIRST_WEEKDAY =
            new Always<>(
                    "first_weekday",
                    SiteSettings.FIRST_WEEKDAY_DEFAULT,
                    "The day with which a week begins: monday, saturday, sunday, or language, as in your language.");

    public static final Always<Boolean> WEEK_NUMBERS =
            new Always<>(
                    "week_numbers",
                    new Setting.Always<>("", Kinds.TRUTH, true, ""),
                    "Whether the weeks of a month have their numbers beside them.");

    public static final Always<DefaultView> DEFAULT_VIEW =
            new Always<>(
                    "default_view",
                    new Setting.Always<>(
                            "", Kinds.choice(DefaultView.values()), DefaultView.MONTH, ""),
                    "What the calendar opens with.");

    public static final Always<Duration> EVENT_LENGTH =
            new Always<>(
                    "event_length",
                    new Setting.Always<>("", Kinds.DURATION, Duration.ofHours(1), ""),
                    "How long a new event is, such as PT30M or PT1H.");

    public static final Always<Theme> THEME =
            new Always<>(
                    "theme",
                    new Setting.Always<>("", Kinds.choice(Theme.values()), Theme.AUTO, ""),
                    "Whether pages are light or dark; auto is as your browser says.");

    public static final Always<Colours> COLOURS =
            new Always<>(
                    "colours",
                    new Setting.Always<>("", Kinds.choice(Colours.values()), Colours.ROLE, ""),
                    "What the colour of an event says: your role in it, its category, or nothing.");

    public static final Always<Boolean> SHORTCUTS =
            new Always<>(
                    "shortcuts",
                    new Setting.Always<>("", Kinds.TRUTH, true, ""),
                    "Whether single keys do something on the calendar pages.");

    public static final Always<Feed> FEED =
            new Always<>(
                    "feed",
                    new Setting.Always<>("", Kinds.choice(Feed.values()), Feed.NONE, ""),
                    "What your calendar feed shows, which phones can follow by a secret address.");

    public static final OrNone<PermittedTimes> PERMITTED_TIMES =
            new OrNone<>(
                    "permitted_times",
                    new Setting.OrNone<>("", Kinds.PERMITTED_TIMES, null, ""),
                    "For resources: the times at which events may start and end, such as 0,15,30,45 or "
                            + "10,12,14:0,30.");

    public static final Always<List<String>> SCHEDULING_FUNCTION =
            new Always<>(
                    "scheduling_function",
                    new Setting.Always<>("", Kinds.SCHEDULING, List.of("schedule_in_freebusy"), ""),
                    "For resources: how they decide, one function per line. All of them must agree.");

    public static final OrNone<List<String>> ACL =
            new OrNone<>(
                    "acl",
                    new Setting.OrNone<>("", Kinds.ACCESS, null, ""),
                    "For resources: who may book them, one rule per line: accept or decline, optionally with organiser "
                            + "or attendee and an address.");

    public static final Always<ResourceKind> RESOURCE =
            new Always<>(
                    "resource",
                    new Setting.Always<>(
                            "", Kinds.choice(ResourceKind.values()), ResourceKind.NONE, ""),
                    "For resources: what it is; none for a person.");

    public static final Always<Integer> CAPACITY =
            new Always<>(
                    "capacity",
                    new Setting.Always<>("", Kinds.number(0, 100_000), 0, ""),
                    "For resources: how many people a room holds, or a car takes; 0 where that does not matter.");

    public static final OrNone<String> PLACE =
            new OrNone<>(
                    "place",
                    new Setting.OrNone<>("", Kinds.TEXT, null, ""),
                    "For resources: where it is, such as Main building, second floor.");

    public static final OrNone<String> NOTE =
            new OrNone<>(
                    "note",
                    new Setting.OrNone<>("", Kinds.TEXT, null, ""),
                    "For resources: what people should know of it before they book it.");

    public static final OrNone<String> PHOTO =
            new OrNone<>(
                    "photo",
                    new Setting.OrNone<>("", Kinds.PICTURE, null, ""),
                    "For resources: the name of a file in the folder RESOURCE_PHOTOS, such as hall.jpg: .png, .jpg, .jpeg or .webp.");

    public static final Always<List<CalendarAddress>> OWNERS =
            new Always<>(
                    "owners",
                    new Setting.Always<>("", Kinds.ADDRESSES, List.of(), ""),
                    "For resources: who looks after it, one email address per line. They see its calendar, and ask_owner asks them.");

    public static final Always<List<String>> GROUPS =
            new Always<>(
                    "groups",
                    new Setting.Always<>("", Kinds.NAMES, List.of(), ""),
                    "For resources: the groups it belongs to, of which any_of and schedule_for_delegate choose, such as small-rooms, second-floor.");

    /** Every preference, in the order of the profile page. */
    public static final List<Preference<?>> ALL =
            List.of(
                    CN,
                    LANG,
                    TZID,
                    ALIASES,
                    DEPUTIES,
                    PARTICIPATING,
                    INCOMING,
                    FREEBUSY_SHARING,
                    FREEBUSY_PUBLISHING,
                    FREEBUSY_BUNDLING,
                    FREEBUSY_MESSAGES,
                    FREEBUSY_OFFERS,
                    SEND_DELAY,
                    EVENT_REFRESHING,
                    ADD_METHOD_RESPONSE,
                    ORGANISER_REPLACEMENT,
                    INVITATIONS,
                    AUTOMATIC_REPLIES,
                    CANCELLED,
                    UNANSWERED,
                    WORKING_HOURS,
                    FIRST_WEEKDAY,
                    WEEK_NUMBERS,
                    DEFAULT_VIEW,
                    EVENT_LENGTH,
                    THEME,
                    COLOURS,
                    SHORTCUTS,
                    FEED,
                    PERMITTED_TIMES,
                    SCHEDULING_FUNCTION,
                    ACL,
                    RESOURCE,
                    CAPACITY,
                    PLACE,
                    NOTE,
                    PHOTO,
                    OWNERS,
                    GROUPS);

    /** Those of them that only a resource has. */
    public static final List<Preference<?>> OF_RESOURCES =
            List.of(
                    RESOURCE,
                    CAPACITY,
                    PLACE,
                    NOTE,
                    PHOTO,
                    OWNERS,
                    GROUPS,
                    PERMITTED_TIMES,
                    SCHEDULING_FUNCTION,
                    ACL);

    private PersonalPreferences() {}

    /** The preference of this name; null when there is none. */
    public static @Nullable Preference<?> named(String name) {
        for (var preference : ALL) {
            if (preference.name().equals(name)) {
                return preference;
            }
        }
        return null;
    }

    /** What is wrong with a choice, as a sentence; null when it may be kept. */
    public static @Nullable String problem(String name, String text) {
        var preference = named(name);
        if (preference == null) {
            var names = ALL.stream().map(Preference::name).toList();
            return "unknown preference " + name + Nearest.remedy(name, names);
        }
        return problem(preference, text);
    }

    private static <T> @Nullable String problem(Preference<T> preference, String text) {
        boolean unset =
                text.isEmpty()
                        || (preference instanceof Preference.OrNone<T>
                                && text.equals(Preference.NONE));
        return unset
                ? null
                : switch (preference.kind().parse(text)) {
                    case Checked.Good<T> good -> null;
                    case Checked.Bad<T> bad -> bad.about(preference.name());
                };
    }
}
