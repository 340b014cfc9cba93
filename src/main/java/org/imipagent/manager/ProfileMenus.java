package org.imipagent.manager;

import java.time.Duration;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.imipagent.manager.ProfileView.Group;
import org.imipagent.manager.ProfileView.Option;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Checked;
import org.imipagent.settings.Language;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preference;
import org.imipagent.settings.Preferences;

/** What a preference may be chosen from. The first choice is always the site's default. */
final class ProfileMenus {

    /** Parts of the world that have zones of their own; other names are aliases of these. */
    private static final List<String> REGIONS =
            List.of(
                    "Africa",
                    "America",
                    "Antarctica",
                    "Asia",
                    "Atlantic",
                    "Australia",
                    "Europe",
                    "Indian",
                    "Pacific");

    private static final List<String> LENGTHS =
            List.of("PT15M", "PT30M", "PT45M", "PT1H", "PT1H30M", "PT2H");
    private static final List<String> OFFERS =
            List.of("PT10M", "PT30M", "PT1H", "PT4H", "P1D", "P2D", "P7D");

    private final Messages texts;
    private final Preferences preferences;

    ProfileMenus(PageContext context) {
        this.texts = context.texts();
        this.preferences = context.preferences();
    }

    /** The words of a preference. */
    List<Group> words(Preference<?> preference, String chosen) {
        var options = new ArrayList<Option>();
        String standard = preferences.standardText(preference);
        options.add(standard(texts.preferenceChoice(preference.name(), standard), chosen));
        for (String word : preference.kind().words()) {
            options.add(option(word, texts.preferenceChoice(preference.name(), word), chosen));
        }
        return alone(options);
    }

    /** The languages, each as those who speak it write it. */
    List<Group> languages(String chosen) {
        var options = new ArrayList<Option>();
        options.add(
                new Option(
                        "",
                        texts.say(MessageKey.PROFILE_BROWSER_LANGUAGE),
                        chosen.isEmpty(),
                        null));
        for (Language language : Language.values()) {
            boolean isChosen = !chosen.isEmpty() && language == Language.nearest(chosen);
            options.add(new Option(language.tag(), language.ownName(), isChosen, language.tag()));
        }
        return alone(options);
    }

    /** The zones of the world, by region. */
    List<Group> zones(String chosen, String current) {
        var regions = new LinkedHashMap<String, List<Option>>();
        REGIONS.forEach(region -> regions.put(region, new ArrayList<>()));
        var others = new ArrayList<Option>();
        others.add(
                chosen.isEmpty()
                        ? standard(current, chosen)
                        : option("", texts.say(MessageKey.PROFILE_DEFAULT_ALONE), chosen));
        boolean isThere = chosen.isEmpty();
        for (String name : new TreeSet<>(ZoneRulesProvider.getAvailableZoneIds())) {
            int slash = name.indexOf('/');
            List<Option> region = slash < 0 ? null : regions.get(name.substring(0, slash));
            if (name.equals("UTC")) {
                region = others;
            }
            if (region != null) {
                region.add(option(name, name.replace('_', ' '), chosen));
                isThere |= name.equals(chosen);
            }
        }
        if (!isThere) {
            others.add(option(chosen, UntrustedText.line(chosen), chosen));
        }
        var groups = new ArrayList<>(alone(others));
        for (Map.Entry<String, List<Option>> region : regions.entrySet()) {
            groups.add(new Group(region.getKey(), region.getValue()));
        }
        return groups;
    }

    List<Group> lengths(String chosen) {
        return durations(PersonalPreferences.EVENT_LENGTH, LENGTHS, chosen, false);
    }

    List<Group> offers(String chosen) {
        return durations(PersonalPreferences.FREEBUSY_OFFERS, OFFERS, chosen, true);
    }

    private List<Group> durations(
            Preference<Duration> preference, List<String> usual, String chosen, boolean orNone) {
        String none = texts.preferenceChoice(preference.name(), Preference.NONE);
        String standard = preferences.standardText(preference);
        var options = new ArrayList<Option>();
        options.add(standard(standard.isEmpty() ? none : spelt(preference, standard), chosen));
        if (orNone) {
            options.add(option(Preference.NONE, none, chosen));
        }
        boolean isThere = chosen.isEmpty() || (orNone && chosen.equals(Preference.NONE));
        for (String duration : usual) {
            boolean isIt = !isThere && isSame(preference, duration, chosen);
            options.add(new Option(duration, spelt(preference, duration), isIt, null));
            isThere |= isIt;
        }
        if (!isThere) {
            options.add(option(chosen, spelt(preference, chosen), chosen));
        }
        return alone(options);
    }

    private static boolean isSame(Preference<Duration> preference, String one, String other) {
        return preference.kind().parse(one).equals(preference.kind().parse(other));
    }

    /** "30 minutes", "2 hours"; what is no duration as it stands. */
    private String spelt(Preference<Duration> preference, String text) {
        return switch (preference.kind().parse(text)) {
            case Checked.Bad<Duration> _ -> UntrustedText.line(text);
            case Checked.Good<Duration>(var duration) -> texts.duration(duration);
        };
    }

    private Option standard(String label, String chosen) {
        return new Option(
                "", texts.say(MessageKey.PROFILE_DEFAULT, "value", label), chosen.isEmpty(), null);
    }

    private static Option option(String value, String label, String chosen) {
        return new Option(value, label, value.equals(chosen), null);
    }

    private static List<Group> alone(List<Option> options) {
        return List.of(new Group("", options));
    }
}
