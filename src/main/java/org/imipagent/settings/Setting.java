package org.imipagent.settings;

import org.jspecify.annotations.Nullable;

/**
 * One setting of a site: its name in config.txt, what values it takes, its default and what it is
 * for.
 */
public sealed interface Setting<T> {
    String name();

    Kind<T> kind();

    String help();

    /** The default as it stands in config.txt. */
    String standardText();

    /** A setting that always has a value. */
    record Always<T>(String name, Kind<T> kind, T standard, String help) implements Setting<T> {
        @Override
        public String standardText() {
            return ConfigFile.literal(kind, standard);
        }
    }

    /** A setting that may be {@code None}. */
    record OrNone<T>(String name, Kind<T> kind, @Nullable T standard, String help)
            implements Setting<T> {
        @Override
        public String standardText() {
            return standard == null ? "None" : ConfigFile.literal(kind, standard);
        }
    }
}
