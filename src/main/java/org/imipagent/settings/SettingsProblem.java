package org.imipagent.settings;

/**
 * One thing that is wrong with a file of settings.
 *
 * @param file its name as it was given
 * @param line counted from 1; 0 when it is the file as a whole, which is missing or no text
 * @param what what is wrong and what would be right
 */
public record SettingsProblem(String file, int line, String what) {
    /** One line for a person: file, line, what. */
    public String sentence() {
        return file + (line == 0 ? "" : ":" + line) + ": " + what;
    }
}
