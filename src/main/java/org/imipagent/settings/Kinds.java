package org.imipagent.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imipagent.settings.Checked.Bad;
import org.imipagent.settings.Checked.Good;
import org.imipagent.settings.Kind.Control;
import org.imipagent.settings.Kind.Literal;
import org.jspecify.annotations.Nullable;

/** The kinds of values that settings and preferences have. */
final class Kinds {
    private static final int LONGEST_LINE = 1000;
    private static final int MOST_LINES = 500;

    static final Kind<Boolean> TRUTH = new Kind<>(
            Literal.TRUTH,
            Control.CHOICE,
            List.of("True", "False"),
            text -> switch (text) {
                case "True" -> new Good<>(true);
                case "False" -> new Good<>(false);
                default -> new Bad<>("is True or False, not '" + text + "'");
            },
            value -> value ? "True" : "False");

    /** A line of text without controls. */
    static final Kind<String> TEXT = Kind.line(Kinds::text, value -> value);

    /** An absolute path: a program started by a mail server cannot know where it stands. */
    static final Kind<Path> PATH = Kind.line(
            text -> text.startsWith("/") && plain(text)
                    ? new Good<>(Path.of(text))
                    : new Bad<>("is a whole path that starts with /, not '" + text + "'"),
            Path::toString);

    /** A folder (SQLite), or words like dbname=imip_agent (PostgreSQL). */
    static final Kind<String> PLACE = Kind.line(
            text -> plain(text) && (text.startsWith("/") || text.indexOf('=') > 0)
                    ? new Good<>(text)
                    : new Bad<>("is a whole path that starts with /, or a connection such as dbname=imip_agent"),
            value -> value);

    /** A program with its first arguments, parted by spaces. */
    static final Kind<List<String>> COMMAND = Kind.line(
            text -> text.startsWith("/") && plain(text)
                    ? new Good<>(words(text))
                    : new Bad<>("is a program with its whole path, such as /usr/sbin/sendmail"),
            value -> String.join(" ", value));

    /** Permissions as chmod takes them: octal digits. */
    static final Kind<Integer> PERMISSIONS = new Kind<>(
            Literal.NUMBER, Control.LINE, List.of(), Kinds::permissions, v -> "0" + Integer.toOctalString(v));

    static final Kind<String> ADDRESS = Kind.line(
            text -> address(text)
                    ? new Good<>(text)
                    : new Bad<>("is one mail address such as calendar@example.com, not '" + text + "'"),
            value -> value);

    /** Letters, digits, dots, hyphens: what may stand before the + of a mail address, and the name of a host. */
    static final Kind<String> WORD = Kind.line(
            text -> !text.isEmpty() && text.length() < 254 && text.chars().allMatch(Kinds::wordCharacter)
                    ? new Good<>(text)
                    : new Bad<>("has letters, digits, dots and hyphens only, not '" + text + "'"),
            value -> value);

    static final Kind<String> LANGUAGE = Kind.line(
            text -> language(text)
                    ? new Good<>(text)
                    : new Bad<>("is the short name of a language, such as en or nb, not '" + text + "'"),
            value -> value);

    /** An identifier of the IANA time zone database. */
    static final Kind<ZoneId> ZONE = new Kind<>(Literal.QUOTED, Control.ZONE, List.of(), Kinds::zone, ZoneId::getId);

    /** A duration of RFC 5545, section 3.3.6, greater than nothing. */
    static final Kind<Duration> DURATION = Kind.line(Kinds::duration, Durations::write);

    static final Kind<String> URL = Kind.line(
            text -> plain(text) && (text.startsWith("https://") || text.startsWith("http://")) && host(text)
                    ? new Good<>(text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
                    : new Bad<>("is scheme and host such as https://webserver.example.com, not '" + text + "'"),
            value -> value);

    static final Kind<String> SCHEME = Kind.line(
            text -> text.equals("https://") || text.equals("http://")
                    ? new Good<>(text)
                    : new Bad<>("is https:// or http://, not '" + text + "'"),
            value -> value);

    static final Kind<String> URL_PATH = Kind.line(
            text -> text.startsWith("/") && !text.contains("//") && text.chars().allMatch(Kinds::pathCharacter)
                    ? new Good<>(text.endsWith("/") ? text : text + "/")
                    : new Bad<>("is a path such as /imip-manager/, not '" + text + "'"),
            value -> value);

    static final Kind<UserAddress> USER_ADDRESS = Kind.line(UserAddress::parse, UserAddress::template);

    static final Kind<PermittedTimes> PERMITTED_TIMES = Kind.line(PermittedTimes::parse, PermittedTimes::text);

    static final Kind<List<String>> ACCESS = lines(Kinds::accessProblem);

    static final Kind<List<String>> SCHEDULING = lines(Kinds::schedulingProblem);

    private static final List<String> SCHEDULING_FUNCTIONS = List.of(
            "schedule_in_freebusy",
            "schedule_corrected_in_freebusy",
            "schedule_next_available_in_freebusy",
            "same_domain_only",
            "access_control_list",
            "check_quota",
            "schedule_across_quota",
            "schedule_for_delegate");

    private Kinds() {}

    static Kind<Integer> number(int least, int most) {
        return new Kind<>(
                Literal.NUMBER,
                Control.LINE,
                List.of(),
                text -> number(text, least, most),
                value -> Integer.toString(value));
    }

    /** One of two words: the first for no, the second for yes. */
    static Kind<Boolean> choice(String no, String yes) {
        return choice(List.of(no, yes), word -> word.equals(yes), value -> value ? yes : no, Map.of());
    }

    /** One of some words. */
    static <E extends Enum<E> & Word> Kind<E> choice(List<E> values) {
        return choice(values, Map.of());
    }

    /**
     * One of some words.
     *
     * @param remedies what to tell about words that the model has and we have not
     */
    static <E extends Enum<E> & Word> Kind<E> choice(List<E> values, Map<String, String> remedies) {
        var words = values.stream().map(Word::word).toList();
        return choice(words, word -> values.get(words.indexOf(word)), Word::word, remedies);
    }

    private static <T> Kind<T> choice(
            List<String> words,
            java.util.function.Function<String, T> value,
            java.util.function.Function<T, String> write,
            Map<String, String> remedies) {
        return new Kind<>(
                Literal.QUOTED,
                Control.CHOICE,
                words,
                text -> words.contains(text) ? new Good<>(value.apply(text)) : new Bad<>(noWord(text, words, remedies)),
                write);
    }

    private static String noWord(String text, List<String> words, Map<String, String> remedies) {
        var remedy = remedies.get(text);
        return "is one of " + String.join(", ", words) + ", not '" + text + "'" + (remedy == null ? "" : ": " + remedy);
    }

    private static Kind<List<String>> lines(java.util.function.Function<String, @Nullable String> problem) {
        return new Kind<>(
                Literal.QUOTED, Control.LINES, List.of(), text -> lines(text, problem), v -> String.join("\n", v));
    }

    private static Checked<List<String>> lines(
            String text, java.util.function.Function<String, @Nullable String> problem) {
        var lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (lines.size() > MOST_LINES) {
            return new Bad<>("has more than " + MOST_LINES + " lines");
        }
        for (int i = 0; i < lines.size(); i++) {
            var wrong = plain(lines.get(i)) ? problem.apply(lines.get(i)) : "holds controls or is too long";
            if (wrong != null) {
                return new Bad<>("has in line " + (i + 1) + " what " + wrong);
            }
        }
        return new Good<>(lines);
    }

    /** A line of an access list: accept, decline or reject, alone or with a role and an identity. */
    private static @Nullable String accessProblem(String line) {
        var words = words(line);
        if (!List.of("accept", "decline", "reject").contains(words.getFirst())) {
            return "starts with none of accept, decline, reject: '" + words.getFirst() + "'";
        }
        if (words.size() == 1) {
            return null;
        }
        if (words.size() != 3 || !List.of("organiser", "attendee").contains(words.get(1))) {
            return "is not of the form: accept organiser ADDRESS, or accept attendee ADDRESS";
        }
        return null;
    }

    private static @Nullable String schedulingProblem(String line) {
        var name = words(line).getFirst();
        return SCHEDULING_FUNCTIONS.contains(name)
                ? null
                : "is no scheduling function: '" + name + "'" + Nearest.remedy(name, SCHEDULING_FUNCTIONS);
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var word : text.split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return List.copyOf(words);
    }

    private static Checked<String> text(String text) {
        return plain(text)
                ? new Good<>(text)
                : new Bad<>("is one line of text without controls, of at most " + LONGEST_LINE + " characters");
    }

    private static boolean plain(String text) {
        return text.length() <= LONGEST_LINE && text.chars().allMatch(c -> c >= ' ' && c != 0x7f);
    }

    private static Checked<Integer> number(String text, int least, int most) {
        boolean digits = !text.isEmpty() && text.length() <= 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long value = digits ? Long.parseLong(text) : -1;
        if (digits && text.length() > 1 && text.startsWith("0")) {
            return new Bad<>("starts with 0: write it without, " + value);
        }
        return digits && value >= least && value <= most
                ? new Good<>((int) value)
                : new Bad<>("is a number from " + least + " to " + most + ", not " + text);
    }

    private static Checked<Integer> permissions(String text) {
        var digits = text.startsWith("0o") ? text.substring(2) : text;
        boolean octal = digits.length() >= 3
                && digits.length() <= 5
                && digits.chars().allMatch(c -> c >= '0' && c <= '7')
                && (digits.length() == 3 || digits.startsWith("0"));
        return octal
                ? new Good<>(Integer.parseInt(digits, 8))
                : new Bad<>("is permissions as chmod takes them, such as 0660, not " + text);
    }

    static boolean address(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && at < text.length() - 1
                && text.length() <= 254
                && text.indexOf('@') == at
                && text.chars().allMatch(c -> c > ' ' && c != 0x7f && "<>()[],;:\\\"".indexOf(c) < 0);
    }

    private static boolean wordCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._".indexOf(c) >= 0;
    }

    private static boolean pathCharacter(int c) {
        return wordCharacter(c) || c == '/' || c == '~';
    }

    /** A language, and perhaps a country or script: en, nb, en_GB, zh-Hant. */
    private static boolean language(String text) {
        if (text.length() > 35) {
            return false;
        }
        var parts = text.replace('_', '-').split("-", -1);
        for (var part : parts) {
            if (part.isEmpty()
                    || part.length() > 8
                    || !part.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return parts[0].length() >= 2
                && parts[0].length() <= 3
                && parts[0].chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static boolean host(String url) {
        var rest = url.substring(url.indexOf("://") + 3);
        var host = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        return !host.isEmpty() && host.chars().allMatch(c -> wordCharacter(c) || c == ':' || c == '[' || c == ']');
    }

    private static Checked<ZoneId> zone(String text) {
        var names = ZoneRulesProvider.getAvailableZoneIds();
        return names.contains(text)
                ? new Good<>(ZoneId.of(text))
                : new Bad<>("is a time zone such as Europe/Oslo, not '" + text + "'"
                        + Nearest.remedy(text, names.stream().sorted().toList()));
    }

    private static Checked<Duration> duration(String text) {
        var duration = Durations.parse(text);
        return duration == null
                ? new Bad<>("is a duration such as PT10M (ten minutes) or P1D (a day), not '" + text + "'")
                : new Good<>(duration);
    }
}
