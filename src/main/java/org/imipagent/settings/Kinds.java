package org.imipagent.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.OneLine;
import org.imipagent.calendar.Zone;
import org.imipagent.settings.Checked.Bad;
import org.imipagent.settings.Checked.Good;
import org.imipagent.settings.Kind.Literal;
import org.jspecify.annotations.Nullable;

/** The kinds of values that settings and preferences have. */
final class Kinds {
    private static final int LONGEST_LINE = 1000;
    private static final int MOST_LINES = 500;
    private static final int LONGEST_NAME = 100;
    private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg", ".webp");

    static final Kind<Boolean> TRUTH =
            new OneOf<>(Literal.TRUTH, List.of("False", "True"), List.of(false, true), Map.of());

    /** A line of text without controls. */
    static final Kind<String> TEXT = new Line(Check.TEXT);

    /** An absolute path: a program started by a mail server cannot know where it stands. */
    static final Kind<Path> PATH = new PathKind();

    /** A whole path, kept as the text it is. */
    static final Kind<String> PLACE = new Line(Check.PLACE);

    /** A program with its first arguments, parted by spaces. */
    static final Kind<List<String>> COMMAND = new Command();

    /** Permissions as chmod takes them: octal digits. */
    static final Kind<Integer> PERMISSIONS = new Permissions();

    static final Kind<String> ADDRESS = new Line(Check.ADDRESS);

    /** The name of a file with a picture that browsers show: no path, nothing hidden. */
    static final Kind<String> PICTURE = new Line(Check.PICTURE);

    /**
     * Letters, digits, dots, hyphens: what may stand before the + of a mail address, and the name
     * of a host.
     */
    static final Kind<String> WORD = new Line(Check.WORD);

    /** The name or address of a host, or the absolute path of the folder of a Unix socket. */
    static final Kind<String> SERVER = new Line(Check.SERVER);

    /** The tag of a language there is; one with a country or script is taken for the nearest. */
    static final Kind<String> LANGUAGE = new LanguageKind();

    /** An identifier of the IANA time zone database. */
    static final Kind<Zone> ZONE = new ZoneKind();

    /** A duration of RFC 5545, section 3.3.6, greater than nothing. */
    static final Kind<Duration> DURATION = new DurationKind();

    /** Scheme and host, kept without a slash at the end. */
    static final Kind<String> URL = new Line(Check.URL);

    static final Kind<String> SCHEME = new Line(Check.SCHEME);

    /** A path on the web server, kept with a slash at the end. */
    static final Kind<String> URL_PATH = new Line(Check.URL_PATH);

    static final Kind<UserAddress> USER_ADDRESS = new UserAddressKind();

    static final Kind<PermittedTimes> PERMITTED_TIMES = new PermittedTimesKind();

    static final Kind<WorkingHours> WORKING_HOURS = new WorkingHoursKind();

    static final Kind<List<String>> ACCESS = new Lines(Rule.ACCESS);

    static final Kind<List<CalendarAddress>> ADDRESSES = new Addresses();

    /** Names of mail domains, parted by commas or blanks; in small letters. */
    static final Kind<List<String>> DOMAINS = new Domains();

    /** Names of groups, parted by commas or blanks; in small letters. */
    static final Kind<List<String>> NAMES = new Names();

    static final Kind<List<FreeBusySource>> FREEBUSY_SOURCES = new FreeBusySources();

    static final Kind<List<String>> SCHEDULING = new Lines(Rule.SCHEDULING);

    /** Each is an {@link AutomaticReply}. */
    static final Kind<List<String>> REPLIES = new Lines(Rule.REPLIES);

    private static final String DELETE = "\u007f";

    private Kinds() {}

    static Kind<Integer> number(int least, int most) {
        return new NumberKind(least, most);
    }

    /** One of two words: the first for no, the second for yes. */
    static Kind<Boolean> choice(String no, String yes) {
        return new OneOf<>(Literal.QUOTED, List.of(no, yes), List.of(false, true), Map.of());
    }

    /** One of some words. */
    static <E extends Enum<E> & Word> Kind<E> choice(E[] values) {
        return choice(values, Map.of());
    }

    /**
     * One of some words.
     *
     * @param remedies what to tell about words that the model has and we have not
     */
    static <E extends Enum<E> & Word> Kind<E> choice(E[] values, Map<String, String> remedies) {
        var words = new ArrayList<String>();
        for (var value : values) {
            words.add(value.word());
        }
        return new OneOf<>(Literal.QUOTED, words, List.of(values), remedies);
    }

    /** Values that have a word each. */
    private static final class OneOf<T> extends Kind<T> {
        private final List<T> values;
        private final Map<String, String> remedies;

        OneOf(Literal literal, List<String> words, List<T> values, Map<String, String> remedies) {
            super(literal, words);
            this.values = values;
            this.remedies = remedies;
        }

        @Override
        public Checked<T> parse(String text) {
            int at = words().indexOf(text);
            if (at >= 0) {
                return new Good<>(values.get(at));
            }
            var remedy = remedies.get(text);
            return new Bad<>(
                    "must be one of "
                            + String.join(", ", words())
                            + ", not '"
                            + text
                            + "'"
                            + (remedy == null ? "" : ": " + remedy));
        }

        @Override
        public String write(T value) {
            return words().get(values.indexOf(value));
        }
    }

    /** Lines of text that stay texts. */
    private enum Check {
        TEXT,
        PLACE,
        ADDRESS,
        WORD,
        SERVER,
        URL,
        SCHEME,
        URL_PATH,
        PICTURE
    }

    private static final class Line extends Kind<String> {
        private final Check check;

        Line(Check check) {
            super(Literal.QUOTED, List.of());
            this.check = check;
        }

        @Override
        public Checked<String> parse(String text) {
            return switch (check) {
                case TEXT ->
                        kept(
                                text,
                                plain(text),
                                "must be one line of at most "
                                        + LONGEST_LINE
                                        + " characters, without control characters");
                case PLACE ->
                        kept(
                                text,
                                plain(text) && text.startsWith("/"),
                                "must be an absolute path that starts with /" + not(text));
                case ADDRESS ->
                        kept(
                                text,
                                address(text),
                                "must be one email address such as calendar@example.com"
                                        + not(text));
                case WORD ->
                        kept(
                                text,
                                word(text),
                                "may contain only letters, digits, dots, hyphens and underscores"
                                        + not(text));
                case SERVER ->
                        kept(
                                text,
                                text.startsWith("/") ? plain(text) : word(text) || isIpv6(text),
                                "must be the name of a host, or the folder of a socket that starts"
                                        + " with /"
                                        + not(text));
                case URL ->
                        kept(
                                text.endsWith("/") ? text.substring(0, text.length() - 1) : text,
                                url(text),
                                "must be a scheme and host such as https://webserver.example.com"
                                        + not(text));
                case SCHEME ->
                        kept(
                                text,
                                text.equals("https://") || text.equals("http://"),
                                "must be https:// or http://" + not(text));
                case URL_PATH ->
                        kept(
                                text.endsWith("/") ? text : text + "/",
                                urlPath(text),
                                "must be a path such as /imip-manager/" + not(text));
                case PICTURE ->
                        kept(
                                text,
                                picture(text),
                                "must be the name of a .png, .jpg, .jpeg or .webp file, without a"
                                        + " folder, of letters, digits, dots, hyphens and underscores"
                                        + not(text));
            };
        }

        @Override
        public String write(String value) {
            return value;
        }

        private static boolean isIpv6(String text) {
            return text.indexOf(':') >= 0 && word(text.replace(":", ""));
        }

        private static Checked<String> kept(String value, boolean right, String otherwise) {
            return right ? new Good<>(value) : new Bad<>(otherwise);
        }
    }

    private static String not(String text) {
        return ", not '" + text + "'";
    }

    private static final class LanguageKind extends Kind<String> {
        LanguageKind() {
            super(Literal.QUOTED, tags());
        }

        private static List<String> tags() {
            var tags = new ArrayList<String>();
            for (Language language : Language.values()) {
                tags.add(language.tag());
            }
            return tags;
        }

        @Override
        public Checked<String> parse(String text) {
            Language nearest = Language.nearest(text);
            return nearest == null
                    ? new Bad<>("must be one of " + String.join(", ", words()) + not(text))
                    : new Good<>(nearest.tag());
        }

        @Override
        public String write(String value) {
            return value;
        }
    }

    private static final class PathKind extends Kind<Path> {
        PathKind() {
            super(Literal.QUOTED, List.of());
        }

        @Override
        public Checked<Path> parse(String text) {
            return text.startsWith("/") && plain(text)
                    ? new Good<>(Path.of(text))
                    : new Bad<>("must be an absolute path that starts with /" + not(text));
        }

        @Override
        public String write(Path value) {
            return value.toString();
        }
    }

    private static final class Command extends Kind<List<String>> {
        Command() {
            super(Literal.QUOTED, List.of());
        }

        @Override
        public Checked<List<String>> parse(String text) {
            return text.startsWith("/") && plain(text)
                    ? new Good<>(SchedulingName.words(text))
                    : new Bad<>(
                            "must be a program with its absolute path, such as /usr/sbin/sendmail");
        }

        @Override
        public String write(List<String> value) {
            return String.join(" ", value);
        }
    }

    private static final class NumberKind extends Kind<Integer> {
        private final int least;
        private final int most;

        NumberKind(int least, int most) {
            super(Literal.NUMBER, List.of());
            this.least = least;
            this.most = most;
        }

        @Override
        public Checked<Integer> parse(String text) {
            return number(text, least, most);
        }

        @Override
        public String write(Integer value) {
            return Integer.toString(value);
        }
    }

    private static final class Permissions extends Kind<Integer> {
        Permissions() {
            super(Literal.NUMBER, List.of());
        }

        @Override
        public Checked<Integer> parse(String text) {
            return permissions(text);
        }

        @Override
        public String write(Integer value) {
            return "0" + Integer.toOctalString(value);
        }
    }

    private static final class ZoneKind extends Kind<Zone> {
        ZoneKind() {
            super(Literal.QUOTED, List.of());
        }

        @Override
        public Checked<Zone> parse(String text) {
            return zone(text);
        }

        @Override
        public String write(Zone value) {
            return value.name();
        }
    }

    private static final class DurationKind extends Kind<Duration> {
        DurationKind() {
            super(Literal.QUOTED, List.of());
        }

        @Override
        public Checked<Duration> parse(String text) {
            return duration(text);
        }

        @Override
        public String write(Duration value) {
            return Durations.write(value);
        }
    }

    private static final class UserAddressKind extends Kind<UserAddress> {
        UserAddressKind() {
            super(Literal.QUOTED, List.of());
        }

        @Override
        public Checked<UserAddress> parse(String text) {
            return UserAddress.parse(text);
        }

        @Override
        public String write(UserAddress value) {
            return value.template();
        }
    }

    private static final class PermittedTimesKind extends Kind<PermittedTimes> {
        PermittedTimesKind() {
            super(Literal.QUOTED, List.of());
        }

        @Override
        public Checked<PermittedTimes> parse(String text) {
            return PermittedTimes.parse(text);
        }

        @Override
        public String write(PermittedTimes value) {
            return value.text();
        }
    }

    private static final class WorkingHoursKind extends Kind<WorkingHours> {
        WorkingHoursKind() {
            super(Literal.QUOTED, List.of());
        }

        @Override
        public Checked<WorkingHours> parse(String text) {
            return WorkingHours.parse(text);
        }

        @Override
        public String write(WorkingHours value) {
            return value.text();
        }
    }

    /** Mail addresses, one a line or parted by commas. */
    private static final class Addresses extends Kind<List<CalendarAddress>> {
        private static final int MOST = 50;

        Addresses() {
            super(Literal.QUOTED, List.of());
        }

        @Override
        public Checked<List<CalendarAddress>> parse(String text) {
            var addresses = new LinkedHashSet<CalendarAddress>();
            for (String given : text.split("[,\\r\\n]", -1)) {
                var word = given.strip();
                if (word.isEmpty()) {
                    continue;
                }
                var address = new CalendarAddress(word);
                if (!address.isMail() || !address(address.email())) {
                    return new Bad<>(
                            ": not an email address: '" + OneLine.shortened(word, 80) + "'");
                }
                addresses.add(address);
            }
            return addresses.size() > MOST
                    ? new Bad<>("may have at most " + MOST + " addresses")
                    : new Good<>(List.copyOf(addresses));
        }

        @Override
        public String write(List<CalendarAddress> value) {
            return String.join("\n", value.stream().map(CalendarAddress::email).toList());
        }
    }

    private static final class Domains extends Kind<List<String>> {
        Domains() {
            super(Literal.QUOTED, List.of());
        }

        @Override
        public Checked<List<String>> parse(String text) {
            var domains = new LinkedHashSet<String>();
            for (String given : text.split("[,\\s]+", -1)) {
                if (given.isEmpty()) {
                    continue;
                }
                String domain = CalendarAddress.lowerCase(given);
                if (!domain(domain)) {
                    return new Bad<>(": not a mail domain: '" + given + "'");
                }
                domains.add(domain);
            }
            return new Good<>(List.copyOf(domains));
        }

        @Override
        public String write(List<String> value) {
            return String.join(", ", value);
        }
    }

    private static final class Names extends Kind<List<String>> {
        Names() {
            super(Literal.QUOTED, List.of());
        }

        @Override
        public Checked<List<String>> parse(String text) {
            var names = new LinkedHashSet<String>();
            for (String given : text.split("[,\\s]+", -1)) {
                if (given.isEmpty()) {
                    continue;
                }
                String name = CalendarAddress.lowerCase(given);
                if (!plain(name) || name.length() > 100) {
                    return new Bad<>(": not a name: '" + given + "'");
                }
                names.add(name);
            }
            return new Good<>(List.copyOf(names));
        }

        @Override
        public String write(List<String> value) {
            return String.join(", ", value);
        }
    }

    private static final class FreeBusySources extends Kind<List<FreeBusySource>> {
        FreeBusySources() {
            super(Literal.QUOTED, List.of());
        }

        @Override
        public Checked<List<FreeBusySource>> parse(String text) {
            var sources = new ArrayList<FreeBusySource>();
            for (String given : text.split(",", -1)) {
                if (given.isBlank()) {
                    continue;
                }
                FreeBusySource source = FreeBusySource.read(given.strip());
                if (source == null) {
                    return new Bad<>(
                            " must be a domain and an address with {address} or {user}, such as "
                                    + "'example.org https://www.example.org/freebusy/{address}.ifb'"
                                    + not(given.strip()));
                }
                sources.add(source);
            }
            return new Good<>(List.copyOf(sources));
        }

        @Override
        public String write(List<FreeBusySource> value) {
            return String.join(", ", value.stream().map(FreeBusySource::text).toList());
        }
    }

    /** What each of several lines must be. */
    private enum Rule {
        ACCESS,
        SCHEDULING,
        REPLIES
    }

    private static final class Lines extends Kind<List<String>> {
        private final Rule rule;

        Lines(Rule rule) {
            super(Literal.QUOTED, List.of());
            this.rule = rule;
        }

        @Override
        public Checked<List<String>> parse(String text) {
            var lines = new ArrayList<String>();
            for (String line : text.replace('\r', '\n').split("\n", -1)) {
                if (!line.isBlank()) {
                    lines.add(line.strip());
                }
            }
            if (lines.size() > MOST_LINES) {
                return new Bad<>("may have at most " + MOST_LINES + " lines");
            }
            for (int i = 0; i < lines.size(); i++) {
                var wrong = problem(lines.get(i));
                if (wrong != null) {
                    return new Bad<>(", line " + (i + 1) + ": " + wrong);
                }
            }
            return new Good<>(List.copyOf(lines));
        }

        private @Nullable String problem(String line) {
            if (!plain(line)) {
                return "contains control characters or is too long";
            }
            return switch (rule) {
                case ACCESS -> accessProblem(line);
                case SCHEDULING -> SchedulingName.problem(line);
                case REPLIES -> AutomaticReply.problem(line);
            };
        }

        @Override
        public String write(List<String> value) {
            return String.join("\n", value);
        }
    }

    /**
     * A line of an access list: accept, decline or reject, alone or with a role and an identity.
     */
    private static @Nullable String accessProblem(String line) {
        var words = SchedulingName.words(line);
        if (!List.of("accept", "decline", "reject").contains(words.getFirst())) {
            return "must start with accept, decline or reject, not '" + words.getFirst() + "'";
        }
        if (words.size() == 1) {
            return null;
        }
        if (words.size() != 3 || !List.of("organiser", "attendee").contains(words.get(1))) {
            return "must be like: accept organiser ADDRESS, or: accept attendee ADDRESS";
        }
        return null;
    }

    private static boolean plain(String text) {
        return text.length() <= LONGEST_LINE
                && Letters.isBetween(text, ' ', Character.MAX_VALUE, DELETE);
    }

    private static Checked<Integer> number(String text, int least, int most) {
        boolean digits = !text.isEmpty() && text.length() <= 10 && Letters.isDigits(text);
        long value = digits ? Long.parseLong(text) : -1;
        if (digits && text.length() > 1 && text.startsWith("0")) {
            return new Bad<>("must not start with 0: write " + value);
        }
        return digits && value >= least && value <= most
                ? new Good<>((int) value)
                : new Bad<>("must be a number from " + least + " to " + most + ", not " + text);
    }

    private static Checked<Integer> permissions(String text) {
        var digits = text.startsWith("0o") ? text.substring(2) : text;
        boolean octal =
                digits.length() >= 3
                        && digits.length() <= 5
                        && Letters.isBetween(digits, '0', '7', "")
                        && (digits.length() == 3 || digits.startsWith("0"));
        return octal
                ? new Good<>(Integer.parseInt(digits, 8))
                : new Bad<>("must be octal permissions as for chmod, such as 0660, not " + text);
    }

    static boolean domain(String text) {
        return text.indexOf('.') > 0 && address("x@" + text);
    }

    static boolean address(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && at < text.length() - 1
                && text.length() <= 254
                && text.indexOf('@') == at
                && Letters.isBetween(text, '!', Character.MAX_VALUE, DELETE + "<>()[],;:\\\"");
    }

    private static boolean picture(String text) {
        int dot = text.lastIndexOf('.');
        return dot > 0
                && text.length() <= LONGEST_NAME
                && !text.startsWith(".")
                && Letters.isWord(text, "-_.")
                && PICTURES.contains(text.substring(dot));
    }

    private static boolean word(String text) {
        return !text.isEmpty() && text.length() < 254 && Letters.isWord(text, "-._");
    }

    private static boolean urlPath(String text) {
        return text.startsWith("/")
                && !text.contains("//")
                && text.length() <= LONGEST_LINE
                && Letters.isWord(text, "-._/~");
    }

    private static boolean url(String text) {
        boolean scheme = text.startsWith("https://") || text.startsWith("http://");
        var rest = text.substring(scheme ? text.indexOf("://") + 3 : 0);
        var host = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        return scheme && !host.isEmpty() && host.length() < 254 && Letters.isWord(host, "-._:[]");
    }

    private static Checked<Zone> zone(String text) {
        Zone zone = Zone.region(text);
        if (zone != null) {
            return new Good<>(zone);
        }
        var names = new ArrayList<>(ZoneRulesProvider.getAvailableZoneIds());
        Collections.sort(names);
        return new Bad<>(
                "must be a time zone such as Europe/Oslo, not '"
                        + text
                        + "'"
                        + Nearest.remedy(text, names));
    }

    private static Checked<Duration> duration(String text) {
        var duration = Durations.parse(text);
        return duration == null
                ? new Bad<>(
                        "must be a duration such as PT10M (ten minutes) or P1D (one day), not '"
                                + text
                                + "'")
                : new Good<>(duration);
    }
}
