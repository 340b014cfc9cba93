package org.imipagent.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;

/**
 * The content lines of calendars, unfolded, and what the block of a {@code kept} or {@code sends}
 * says of them; {@link Story} tells how such a block is written.
 *
 * @param outside lines that belong to no event
 * @param parts the lines of each event
 */
record CalendarLines(List<String> outside, List<List<String>> parts) {

    private static final Pattern CONTENT_LINE = Pattern.compile("[A-Z][A-Z0-9-]*[;:].*");
    private static final Pattern PARAMETER =
            Pattern.compile(";([A-Z0-9-]+)=((?:\"[^\"]*\"|[^\";:])*)");
    private static final Set<String> PARTICIPATIONS =
            Set.of("NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED");

    static CalendarLines of(List<String> texts) {
        var outside = new ArrayList<String>();
        var parts = new ArrayList<List<String>>();
        List<String> lines = outside;
        for (String text : texts) {
            for (String line : text.replace("\r\n ", "").replace("\r\n", "\n").split("\n", -1)) {
                if (line.equals("BEGIN:VEVENT")) {
                    lines = new ArrayList<>();
                    parts.add(lines);
                }
                lines.add(line);
                if (line.equals("END:VEVENT")) {
                    lines = outside;
                }
            }
        }
        return new CalendarLines(outside, parts);
    }

    /** Holds a block against these lines. */
    void hold(List<String> block) {
        List<String> part = main();
        for (String line : block) {
            if (line.startsWith("not ")) {
                lacks(line.substring("not ".length()));
            } else {
                part = line.startsWith("RECURRENCE-ID") ? part(line) : part;
                has(part, line);
            }
        }
    }

    /** What is said before any date is named is said of the series, or of the first that comes. */
    private List<String> main() {
        return parts.stream()
                .filter(part -> part.stream().noneMatch(l -> l.startsWith("RECURRENCE-ID")))
                .findFirst()
                .orElseGet(() -> parts.isEmpty() ? outside : parts.getFirst());
    }

    private List<String> part(String recurrenceId) {
        List<List<String>> named =
                parts.stream().filter(part -> part.contains(recurrenceId)).toList();
        if (named.size() != 1) {
            throw wrong(named.size() + " parts have " + recurrenceId);
        }
        return named.getFirst();
    }

    private void has(List<String> part, String line) {
        if (line.startsWith("ATTENDEE ")) {
            hasAttendee(part, line);
        } else if (!CONTENT_LINE.matcher(line).matches()) {
            throw new AssertionError("no content line: " + line);
        } else if (!part.contains(line) && !outside.contains(line)) {
            throw wrong("lacks " + line);
        }
    }

    private void hasAttendee(List<String> part, String line) {
        String[] words = line.split(" ", -1);
        if (words.length < 3 || !PARTICIPATIONS.contains(words[2])) {
            throw new AssertionError("no participation: " + line);
        }
        List<Map<String, String>> found = attendees(part, words[1]);
        if (found.size() != 1) {
            throw wrong(words[1] + " is there " + found.size() + " times");
        }
        Map<String, String> parameters = found.getFirst();
        String partstat = parameters.getOrDefault("PARTSTAT", "NEEDS-ACTION");
        if (!partstat.equals(words[2])) {
            throw wrong(words[1] + " is " + partstat);
        }
        for (String word : List.of(words).subList(3, words.length)) {
            String name = word.substring(0, word.indexOf('='));
            if (!word.equals(name + "=" + parameters.get(name))) {
                throw wrong(words[1] + " has " + name + " " + parameters.get(name));
            }
        }
    }

    private void lacks(String what) {
        if (PARTICIPATIONS.contains(what) || what.startsWith("PARTSTAT")) {
            throw new AssertionError("whose participation? " + what);
        }
        var all = new ArrayList<>(outside);
        parts.forEach(all::addAll);
        boolean there =
                what.startsWith("ATTENDEE ")
                        ? !attendees(all, what.substring("ATTENDEE ".length())).isEmpty()
                        : all.stream().anyMatch(line -> line.contains(what));
        if (there) {
            throw wrong("has " + what);
        }
    }

    /** The parameters of each ATTENDEE with an address. */
    private static List<Map<String, String>> attendees(List<String> part, String address) {
        var who = new CalendarAddress(address);
        var found = new ArrayList<Map<String, String>>();
        for (String line : part) {
            Map<String, String> parameters = attendee(line, who);
            if (parameters != null) {
                found.add(parameters);
            }
        }
        return found;
    }

    private static @Nullable Map<String, String> attendee(String line, CalendarAddress who) {
        if (!line.startsWith("ATTENDEE;") && !line.startsWith("ATTENDEE:")) {
            return null;
        }
        var parameters = new HashMap<String, String>();
        Matcher each = PARAMETER.matcher(line).region("ATTENDEE".length(), line.length());
        int end = "ATTENDEE".length();
        while (each.lookingAt()) {
            parameters.put(
                    Objects.requireNonNull(each.group(1)),
                    Objects.requireNonNull(each.group(2)).replace("\"", ""));
            end = each.end();
            each.region(end, line.length());
        }
        // One whose value is no mail address has it in EMAIL (RFC 7986, 6.2).
        String email = parameters.getOrDefault("EMAIL", "");
        boolean isTheirs =
                new CalendarAddress(line.substring(end + 1)).equals(who)
                        || new CalendarAddress(email).equals(who);
        return isTheirs ? parameters : null;
    }

    private AssertionError wrong(String what) {
        var all = new ArrayList<>(outside);
        parts.forEach(all::addAll);
        return new AssertionError(what + "\n" + String.join("\n", all));
    }
}
