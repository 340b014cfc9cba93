package org.imipagent.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imipagent.settings.Kind.Literal;
import org.jspecify.annotations.Nullable;

/**
 * Reads config.txt: lines of {@code NAME = value}, blank lines, and comments that start with #.
 *
 * <p>A value is True, False, None, a number, or a text in single or double quotes, where a
 * backslash stands before a quote, a backslash, n or t. Reading goes on after a problem, so that
 * all of them are told at once.
 */
public final class SettingsReader {
    private static final int MOST_PROBLEMS = 50;

    private final String file;
    private final Map<String, Setting<?>> known = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<SettingsProblem> problems = new ArrayList<>();
    private Settings settings = Settings.defaults();

    private SettingsReader(String file) {
        this.file = file;
        for (var setting : SiteSettings.all()) {
            known.put(setting.name(), setting);
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param file its name, for the problems
     */
    public static SettingsReading read(String file, String text) {
        var reader = new SettingsReader(file);
        reader.readLines(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return reader.problems.isEmpty()
                ? new SettingsReading.Good(reader.settings)
                : new SettingsReading.Wrong(reader.problems);
    }

    private void readLines(String text) {
        String[] lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        for (int i = 0; i < lines.length && problems.size() < MOST_PROBLEMS; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                readLine(line, i + 1);
            }
        }
    }

    private void readLine(String line, int number) {
        int equals = line.indexOf('=');
        var name = equals < 0 ? line : line.substring(0, equals).strip();
        if (equals < 0 || name.isEmpty() || !isName(name)) {
            problem(number, "expected NAME = value, or a comment that starts with #");
            return;
        }
        var setting = known.get(name);
        if (setting == null) {
            var names = SiteSettings.all().stream().map(Setting::name).toList();
            var remedy = Nearest.remedy(name, names);
            problem(
                    number,
                    "unknown setting "
                            + name
                            + (remedy.isEmpty()
                                    ? ": run imip-agent settings for the list"
                                    : remedy));
            return;
        }
        var first = lines.putIfAbsent(name, number);
        if (first != null) {
            problem(number, name + " is set twice: remove this line or line " + first);
            return;
        }
        set(setting, line.substring(equals + 1).strip(), number);
    }

    private <T> void set(Setting<T> setting, String written, int line) {
        if (bare(written).equals("None")) {
            setNone(setting, line);
            return;
        }
        String word = word(setting, bare(written));
        if (!word.isEmpty()) {
            problem(line, setting.name() + ": write " + word + ", not " + written);
            return;
        }
        var literal = literal(written);
        var text = textOf(written, literal);
        if (text == null || literal != setting.kind().literal()) {
            problem(
                    line,
                    setting.name()
                            + " must be "
                            + setting.kind().literal().words()
                            + ", such as "
                            + example(setting)
                            + "; not "
                            + written);
            return;
        }
        // Each program reads its settings first: a switch over types would make classes then.
        Checked<T> checked = setting.kind().parse(text);
        if (checked instanceof Checked.Good<T>(var value)) {
            settings = settings.with(setting, value);
        } else if (checked instanceof Checked.Bad<T> bad) {
            problem(line, bad.about(setting.name()));
        }
    }

    /** The word that was meant, in other letters; "" for none. */
    private static String word(Setting<?> setting, String bare) {
        boolean isTruth = setting.kind().literal() == Literal.TRUTH;
        for (String word : List.of("None", "True", "False")) {
            boolean isPossible = word.equals("None") ? setting instanceof Setting.OrNone : isTruth;
            if (isPossible && bare.equalsIgnoreCase(word) && !bare.equals(word)) {
                return word;
            }
        }
        return "";
    }

    private <T> void setNone(Setting<T> setting, int line) {
        switch (setting) {
            case Setting.OrNone<T> mayBeNone -> settings = settings.without(mayBeNone);
            case Setting.Always<T> always ->
                    problem(
                            line,
                            always.name()
                                    + " cannot be None: the default is "
                                    + always.standardText());
        }
    }

    private void problem(int line, String what) {
        problems.add(new SettingsProblem(file, line, what));
    }

    private static String example(Setting<?> setting) {
        if (!setting.standardText().equals("None")) {
            return setting.standardText();
        }
        return switch (setting.kind().literal()) {
            case TRUTH -> "True";
            case NUMBER -> "1";
            case QUOTED -> "'text'";
        };
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!nameCharacter(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean nameCharacter(int c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '_';
    }

    private static Literal literal(String written) {
        if (written.startsWith("'") || written.startsWith("\"")) {
            return Literal.QUOTED;
        }
        var bare = bare(written);
        return bare.equals("True") || bare.equals("False") ? Literal.TRUTH : Literal.NUMBER;
    }

    /** A value without quotes, and without the comment after it. */
    private static String bare(String written) {
        int comment = written.indexOf('#');
        return comment < 0 ? written : written.substring(0, comment).strip();
    }

    /** The text of a value; null when it is written wrongly. */
    private static @Nullable String textOf(String written, Literal literal) {
        return switch (literal) {
            case QUOTED -> unquote(written);
            case TRUTH -> bare(written);
            case NUMBER -> number(bare(written));
        };
    }

    /** Digits, and the o of an octal 0o660; each kind says which of them it takes. */
    private static @Nullable String number(String bare) {
        boolean digits = !bare.isEmpty() && Letters.isDigits(bare.replace("o", ""));
        return digits ? bare : null;
    }

    private static @Nullable String unquote(String written) {
        var text = new StringBuilder();
        char quote = written.charAt(0);
        for (int i = 1; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == quote) {
                return bare(written.substring(i + 1)).isEmpty() ? text.toString() : null;
            }
            if (c == '\\') {
                i++;
                int escaped = i < written.length() ? "\\'\"nt".indexOf(written.charAt(i)) : -1;
                if (escaped < 0) {
                    return null;
                }
                c = "\\'\"\n\t".charAt(escaped);
            }
            text.append(c);
        }
        return null;
    }
}
