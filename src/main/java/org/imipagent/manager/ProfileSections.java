package org.imipagent.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imipagent.agent.ProfileHandler;
import org.imipagent.agent.WebAddresses;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.cgi.Form;
import org.imipagent.manager.EventView.Fact;
import org.imipagent.manager.ProfileView.Alias;
import org.imipagent.manager.ProfileView.Aliases;
import org.imipagent.manager.ProfileView.CalendarFeed;
import org.imipagent.manager.ProfileView.Field;
import org.imipagent.manager.ProfileView.Input;
import org.imipagent.manager.ProfileView.Menu;
import org.imipagent.manager.ProfileView.NewAlias;
import org.imipagent.manager.ProfileView.Published;
import org.imipagent.manager.ProfileView.Section;
import org.imipagent.manager.ProfileView.Shortcut;
import org.imipagent.manager.ProfileView.Shortcuts;
import org.imipagent.manager.ProfileView.TextLine;
import org.imipagent.manager.ProfileView.TextLines;
import org.imipagent.manager.ProfileView.Waiting;
import org.imipagent.manager.ProfileView.WeekOfHours;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Feed;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preference;
import org.imipagent.settings.Preferences;
import org.imipagent.settings.SiteSettings;
import org.jspecify.annotations.Nullable;

/** What stands on the page of the settings, section by section. */
final class ProfileSections {

    private static final List<Preference<?>> YOU =
            List.of(PersonalPreferences.CN, PersonalPreferences.LANG, PersonalPreferences.TZID);

    private static final List<Preference<?>> CALENDAR =
            List.of(
                    PersonalPreferences.DEFAULT_VIEW,
                    PersonalPreferences.FIRST_WEEKDAY,
                    PersonalPreferences.WEEK_NUMBERS,
                    PersonalPreferences.WORKING_HOURS,
                    PersonalPreferences.EVENT_LENGTH,
                    PersonalPreferences.THEME,
                    PersonalPreferences.COLOURS,
                    PersonalPreferences.SHORTCUTS);

    private static final List<Preference<?>> INVITATIONS =
            List.of(
                    PersonalPreferences.PARTICIPATING,
                    PersonalPreferences.INCOMING,
                    PersonalPreferences.SEND_DELAY,
                    PersonalPreferences.INVITATIONS,
                    PersonalPreferences.AUTOMATIC_REPLIES,
                    PersonalPreferences.UNANSWERED,
                    PersonalPreferences.CANCELLED,
                    PersonalPreferences.FREEBUSY_OFFERS,
                    PersonalPreferences.ADD_METHOD_RESPONSE,
                    PersonalPreferences.EVENT_REFRESHING,
                    PersonalPreferences.ORGANISER_REPLACEMENT,
                    PersonalPreferences.DEPUTIES);

    private static final List<Preference<?>> SHARING =
            List.of(
                    PersonalPreferences.FREEBUSY_SHARING,
                    PersonalPreferences.FREEBUSY_PUBLISHING,
                    PersonalPreferences.FREEBUSY_BUNDLING,
                    PersonalPreferences.FREEBUSY_MESSAGES);

    private static final List<Preference<?>> FEED = List.of(PersonalPreferences.FEED);

    /** The preferences that this page sets, in its order. */
    static final List<Preference<?>> ALL = all(YOU, CALENDAR, INVITATIONS, SHARING, FEED);

    private final PageContext context;
    private final Messages texts;
    private final Preferences preferences;
    private final Form form;
    private final Map<String, String> errors;

    /**
     * @param errors what is wrong with the form that was sent, by field
     */
    ProfileSections(PageContext context, Map<String, String> errors) {
        this.context = context;
        this.texts = context.texts();
        this.preferences = context.preferences();
        this.form = context.request().form();
        this.errors = errors;
    }

    @SafeVarargs
    private static List<Preference<?>> all(List<Preference<?>>... sections) {
        var all = new ArrayList<Preference<?>>();
        for (List<Preference<?>> section : sections) {
            all.addAll(section);
        }
        return List.copyOf(all);
    }

    List<Section> all() {
        return List.of(
                section("you", MessageKey.PROFILE_YOU, YOU, null, null, null),
                section("calendar", MessageKey.PROFILE_CALENDAR, CALENDAR, null, null, shortcuts()),
                section(
                        "invitations-section",
                        MessageKey.PROFILE_INVITATIONS,
                        INVITATIONS,
                        null,
                        null,
                        null),
                section("sharing", MessageKey.PROFILE_SHARING, SHARING, published(), null, null),
                section("feed-section", MessageKey.PROFILE_FEED, FEED, null, feed(), null));
    }

    private Section section(
            String id,
            MessageKey title,
            List<Preference<?>> preferences,
            @Nullable Published published,
            @Nullable CalendarFeed feed,
            @Nullable Shortcuts shortcuts) {
        var fields = new ArrayList<Field>();
        for (Preference<?> preference : preferences) {
            fields.add(field(preference));
        }
        return new Section(id, texts.say(title), fields, published, feed, shortcuts);
    }

    private Shortcuts shortcuts() {
        return new Shortcuts(
                texts.say(MessageKey.KEYS_TITLE),
                List.of(
                        shortcut(MessageKey.TODAY, "t"),
                        shortcut(MessageKey.KEYS_NEXT, "j", "n"),
                        shortcut(MessageKey.KEYS_PREVIOUS, "k", "p"),
                        shortcut(MessageKey.MONTH, "m"),
                        shortcut(MessageKey.WEEK, "w"),
                        shortcut(MessageKey.DAY, "d"),
                        shortcut(MessageKey.LIST, "l"),
                        shortcut(MessageKey.NEW_EVENT, "c"),
                        shortcut(MessageKey.FIND_A_TIME, "f"),
                        shortcut(MessageKey.SEARCH_EVENTS, "/"),
                        shortcut(MessageKey.CALENDAR, "g c"),
                        shortcut(MessageKey.REQUESTS, "g r"),
                        shortcut(MessageKey.ACTIVITY, "g a"),
                        shortcut(MessageKey.PROFILE, "g s"),
                        shortcut(MessageKey.KEYS_ESCAPE, "Esc"),
                        shortcut(MessageKey.KEYS_HELP, "?")),
                texts.say(MessageKey.KEYS_MOUSE));
    }

    private Shortcut shortcut(MessageKey does, String... keys) {
        return new Shortcut(List.of(keys), texts.say(does));
    }

    /** A link to each field that is wrong, in the order of the page. */
    List<Link> errors() {
        var links = new ArrayList<Link>();
        for (Preference<?> preference : ALL) {
            String error = error(preference.name());
            if (!error.isEmpty()) {
                links.add(link(preference.name(), texts.preference(preference.name()), error));
            }
        }
        for (var error : errors.entrySet()) {
            if (PersonalPreferences.named(error.getKey()) == null) {
                links.add(
                        link(
                                error.getKey(),
                                texts.say(MessageKey.PROFILE_ADDRESSES),
                                error.getValue()));
            }
        }
        return links;
    }

    private Link link(String field, String label, String error) {
        return new Link(texts.label(label) + " " + error, "#" + field, false);
    }

    private String error(String field) {
        return errors.getOrDefault(field, "");
    }

    private Field field(Preference<?> preference) {
        String name = preference.name();
        return new Field(
                name,
                texts.preference(name),
                texts.preferenceHelp(name),
                standard(preference),
                input(preference, value(preference)),
                error(name));
    }

    /** What was entered; else what was chosen. */
    private String value(Preference<?> preference) {
        return form.has(preference.name())
                ? ProfilePage.entered(form, preference.name())
                : preferences.text(preference);
    }

    /** Said beside a field where there is no menu that says it. */
    private String standard(Preference<?> preference) {
        if (preference.name().equals(PersonalPreferences.WORKING_HOURS.name())) {
            return texts.say(
                    MessageKey.PROFILE_DEFAULT,
                    "value",
                    WorkingHoursForm.words(
                            context,
                            context.manager()
                                    .settings()
                                    .value(SiteSettings.WORKING_HOURS_DEFAULT)));
        }
        return "";
    }

    private Input input(Preference<?> preference, String value) {
        var menus = new ProfileMenus(context);
        if (preference.equals(PersonalPreferences.CN)) {
            return new TextLine(value, ProfilePage.LONGEST_LINE);
        }
        if (preference.equals(PersonalPreferences.DEPUTIES)
                || preference.equals(PersonalPreferences.AUTOMATIC_REPLIES)) {
            return new TextLines(value);
        }
        if (preference.equals(PersonalPreferences.LANG)) {
            return new Menu(menus.languages(value));
        }
        if (preference.equals(PersonalPreferences.TZID)) {
            return new Menu(menus.zones(value, context.zone().name()));
        }
        if (preference.equals(PersonalPreferences.EVENT_LENGTH)) {
            return new Menu(menus.lengths(value));
        }
        if (preference.equals(PersonalPreferences.FREEBUSY_OFFERS)) {
            return new Menu(menus.offers(value));
        }
        if (preference.equals(PersonalPreferences.WORKING_HOURS)) {
            return new WeekOfHours(
                    WorkingHoursForm.isIn(form)
                            ? WorkingHoursForm.entered(context, form)
                            : WorkingHoursForm.of(context));
        }
        return new Menu(menus.words(preference, value));
    }

    // ---- What is on the web

    private WebAddresses web() {
        var settings = context.manager().settings();
        String host = settings.value(SiteSettings.MANAGER_URL);
        boolean trusted = settings.value(SiteSettings.TRUST_FORWARDED);
        return new WebAddresses(
                (host == null ? context.request().provenance().own(trusted) : host)
                        + settings.value(SiteSettings.PUBLISH_PATH));
    }

    private @Nullable Published published() {
        boolean isPublished =
                preferences.value(PersonalPreferences.FREEBUSY_SHARING)
                        && preferences.value(PersonalPreferences.FREEBUSY_PUBLISHING);
        return isPublished
                ? new Published(texts.say(MessageKey.PUBLISHED_AT), web().freeBusy(context.user()))
                : null;
    }

    private @Nullable CalendarFeed feed() {
        String token = context.reading().feed(context.user());
        if (token == null || preferences.value(PersonalPreferences.FEED) == Feed.NONE) {
            return null;
        }
        String address = web().feed(token);
        String webcal = WebAddresses.webcal(address);
        return new CalendarFeed(
                new Link(texts.say(MessageKey.FEED_ADDRESS), address, false),
                texts.say(MessageKey.FEED_SECRET),
                new Link(texts.say(MessageKey.FEED_OPEN), webcal, false),
                QrSquare.of(texts.say(MessageKey.FEED_QR), webcal),
                List.of(
                        program(MessageKey.FEED_IPHONE, MessageKey.FEED_IPHONE_HOW),
                        program(MessageKey.FEED_ANDROID, MessageKey.FEED_ANDROID_HOW),
                        program(MessageKey.FEED_THUNDERBIRD, MessageKey.FEED_THUNDERBIRD_HOW),
                        program(MessageKey.FEED_OUTLOOK, MessageKey.FEED_OUTLOOK_HOW)),
                texts.say(MessageKey.FEED_NEW));
    }

    private Fact program(MessageKey name, MessageKey how) {
        return new Fact(texts.say(name), List.of(), texts.say(how));
    }

    // ---- Further addresses

    Aliases aliases() {
        var all = new ArrayList<Alias>();
        for (CalendarAddress alias : preferences.value(PersonalPreferences.ALIASES)) {
            all.add(
                    new Alias(
                            alias.email(),
                            texts.say(MessageKey.ALIAS_REMOVE),
                            texts.say(MessageKey.ALIAS_REMOVE_ADDRESS, "address", alias.email())));
        }
        return new Aliases(
                texts.say(MessageKey.PROFILE_ADDRESSES),
                texts.say(MessageKey.PROFILE_ADDRESSES_HINT),
                all,
                waiting(),
                new NewAlias(
                        texts.say(MessageKey.ALIAS_NEW),
                        texts.say(MessageKey.ALIAS_NEW_HINT),
                        form.text("alias"),
                        error("alias"),
                        texts.say(MessageKey.ALIAS_SEND)));
    }

    private List<Waiting> waiting() {
        var waiting = new ArrayList<Waiting>();
        for (CalendarAddress alias :
                ProfileHandler.waiting(context.reading(), context.user(), context.now())) {
            String id = "code-" + (waiting.size() + 1);
            waiting.add(
                    new Waiting(
                            alias.email(),
                            id,
                            texts.say(MessageKey.ALIAS_CODE, "address", alias.email()),
                            form.text("code " + alias.email()),
                            error(id),
                            texts.say(MessageKey.ALIAS_CONFIRM),
                            texts.say(MessageKey.ALIAS_CONFIRM_ADDRESS, "address", alias.email())));
        }
        return waiting;
    }
}
