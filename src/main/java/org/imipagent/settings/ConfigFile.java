package org.imipagent.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the file conf/config.txt from the catalogue: every setting at its default, commented out,
 * with its help above it.
 */
public final class ConfigFile {
    private static final int WIDTH = 100;

    private static final String HEAD =
            """
            # Settings of imip-agent.
            #
            # Each line is NAME = value. A value is True, False, None, a number, or text in quotes.
            # The values below are the defaults. To change one, remove the # and edit the value.
            # Then run "imip-agent check", which reports mistakes.
            """;

    private ConfigFile() {}

    /** The whole file. */
    public static String text() {
        var text = new StringBuilder(HEAD);
        for (var section : SiteSettings.SECTIONS) {
            text.append("\n\n## ").append(section.title()).append('\n');
            for (var setting : section.settings()) {
                text.append('\n');
                wrap(setting.help()).forEach(line -> text.append("# ").append(line).append('\n'));
                text.append('#').append(setting.name()).append(" = ");
                text.append(setting.standardText()).append('\n');
            }
        }
        return text.toString();
    }

    /** What a setting is, as it would stand in the file. */
    public static <T> String value(Settings settings, Setting<T> setting) {
        var value =
                switch (setting) {
                    case Setting.Always<T> always -> settings.value(always);
                    case Setting.OrNone<T> orNone -> settings.value(orNone);
                };
        return value == null ? "None" : literal(setting.kind(), value);
    }

    /** A value as it stands in the file. */
    static <T> String literal(Kind<T> kind, T value) {
        var text = kind.write(value);
        return switch (kind.literal()) {
            case TRUTH, NUMBER -> text;
            case QUOTED -> "'" + escape(text) + "'";
        };
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("'", "\\'")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }

    private static List<String> wrap(String words) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH - 2) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
