package org.imipagent.settings;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of one site: typed, checked, unchangeable. */
public final class Settings {
    private static final Settings DEFAULTS = new Settings(Map.of());

    /**
     * Values by name, those that differ from the default; a name that was set to None has {@link
     * None#NONE}.
     */
    private final Map<String, Object> values;

    private enum None {
        NONE
    }

    private Settings(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** What holds where no file is needed. */
    public static Settings defaults() {
        return DEFAULTS;
    }

    public <T> T value(Setting.Always<T> setting) {
        var value = values.get(setting.name());
        return value == null ? setting.standard() : typed(setting, value);
    }

    /** The value of a setting; null where it is None. */
    public <T> @Nullable T value(Setting.OrNone<T> setting) {
        var value = values.get(setting.name());
        if (value == null) {
            return setting.standard();
        }
        return value instanceof None ? null : typed(setting, value);
    }

    /** These settings with another value for one of them: what a command line option does. */
    public <T> Settings with(Setting<T> setting, T value) {
        return withValue(setting.name(), value);
    }

    /** These settings with None for one of them. */
    public <T> Settings without(Setting.OrNone<T> setting) {
        return withValue(setting.name(), None.NONE);
    }

    private Settings withValue(String name, Object value) {
        var more = new HashMap<>(values);
        more.put(name, value);
        return new Settings(more);
    }

    /**
     * Values get in by {@link #with} and {@link #without} alone, under the name of a setting of
     * their type.
     */
    @SuppressWarnings({"unchecked", "unused"})
    private static <T> T typed(Setting<T> setting, Object value) {
        return (T) value;
    }
}
