package org.imipagent.settings;

/**
 * One thing a person may choose: its name, what values it takes and what it is for.
 *
 * <p>What holds without a choice is the value of a setting; where the site has none, that of a
 * constant in its form.
 */
public sealed interface Preference<T> {
    /** The word a person writes to have none of a preference that the site gives a default. */
    String NONE = "none";

    String name();

    Setting<T> standard();

    String help();

    default Kind<T> kind() {
        return standard().kind();
    }

    /** A preference that always has a value. */
    record Always<T>(String name, Setting.Always<T> standard, String help)
            implements Preference<T> {}

    /** A preference that may have none. */
    record OrNone<T>(String name, Setting.OrNone<T> standard, String help)
            implements Preference<T> {}
}
