package org.imipagent.settings;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One thing a person may choose: its name, what values it takes, what holds without a choice, and what it is for. */
public sealed interface Preference<T> {
    String name();

    Kind<T> kind();

    /** The word a person writes to have none of a preference that the site gives a default. */
    String NONE = "none";

    String help();

    /** A preference that always has a value. */
    record Always<T>(String name, Kind<T> kind, Function<Settings, T> standard, String help) implements Preference<T> {}

    /** A preference that may have none. */
    record OrNone<T>(String name, Kind<T> kind, Function<Settings, @Nullable T> standard, String help)
            implements Preference<T> {}
}
