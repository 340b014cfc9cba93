package org.imipagent.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/**
 * What one person chose, and the site's defaults for the rest.
 *
 * <p>A kept text that is no value any more (a zone that was renamed, a file edited by hand) counts
 * as no choice: mail must not wait for somebody to mend it. {@link #problems} tells.
 */
public final class Preferences {
    private final Settings settings;
    private final Map<String, String> stored;

    private Preferences(Settings settings, Map<String, String> stored) {
        this.settings = settings;
        this.stored = Map.copyOf(stored);
    }

    /** The preferences of a person for whom these texts are kept, by name. */
    public static Preferences of(Settings settings, Map<String, String> stored) {
        return new Preferences(settings, stored);
    }

    /** The same, where the person had chosen this. */
    public Preferences with(Preference<?> preference, String text) {
        var chosen = new HashMap<>(stored);
        chosen.put(preference.name(), text);
        return of(settings, chosen);
    }

    public <T> T value(Preference.Always<T> preference) {
        var chosen = chosen(preference);
        return chosen == null ? settings.value(preference.standard()) : chosen;
    }

    /** The value of a preference; null where there is none. */
    public <T> @Nullable T value(Preference.OrNone<T> preference) {
        if (Preference.NONE.equals(stored.get(preference.name()))) {
            return null;
        }
        var chosen = chosen(preference);
        return chosen == null ? settings.value(preference.standard()) : chosen;
    }

    /**
     * The person's time zone, the site's, or this machine's.
     *
     * @param machine the zone of the machine, told by main
     */
    public Zone zone(Zone machine) {
        var zone = value(PersonalPreferences.TZID);
        return zone == null ? machine : zone;
    }

    /**
     * The text that stands in a form for a preference: what was chosen, or "" for the site's
     * default.
     */
    public String text(Preference<?> preference) {
        return stored.getOrDefault(preference.name(), "");
    }

    /** What holds without a choice, as a text; "" for nothing. */
    public <T> String standardText(Preference<T> preference) {
        var standard =
                switch (preference) {
                    case Preference.Always<T> always -> settings.value(always.standard());
                    case Preference.OrNone<T> orNone -> settings.value(orNone.standard());
                };
        return standard == null ? "" : preference.kind().write(standard);
    }

    /** What of the kept texts does not hold, one sentence each. */
    public List<String> problems() {
        var problems = new ArrayList<String>();
        stored.keySet().stream()
                .sorted()
                .forEach(
                        name -> {
                            var problem =
                                    PersonalPreferences.problem(
                                            name, stored.getOrDefault(name, ""));
                            if (problem != null) {
                                problems.add(problem);
                            }
                        });
        return problems;
    }

    private <T> @Nullable T chosen(Preference<T> preference) {
        var text = stored.getOrDefault(preference.name(), "");
        if (text.isEmpty()) {
            return null;
        }
        return switch (preference.kind().parse(text)) {
            case Checked.Good<T>(var value) -> value;
            case Checked.Bad<T> bad -> null;
        };
    }
}
