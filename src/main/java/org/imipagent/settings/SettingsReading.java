package org.imipagent.settings;

import java.util.List;

/** What became of a file of settings. */
public sealed interface SettingsReading {
    /** All of it holds. */
    record Good(Settings settings) implements SettingsReading {}

    /** None of it holds: with half of its settings a site would do what nobody wanted. */
    record Wrong(List<SettingsProblem> problems) implements SettingsReading {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }
}
