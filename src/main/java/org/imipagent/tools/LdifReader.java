package org.imipagent.tools;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;

/**
 * Entries as ldapsearch prints them: the part of LDIF (RFC 2849) that is content. Lines may be
 * folded, values in base64, attributes may have options (which are left out); comments, references
 * and the lines that say how the search went are passed over. What changes a directory, and values
 * at other addresses, are refused.
 */
final class LdifReader {

    /**
     * An entry.
     *
     * @param line where it begins; the first is 1
     * @param values by attribute, in small letters
     */
    record Entry(int line, String dn, Map<String, List<String>> values) {
        Entry {
            values = Map.copyOf(values);
        }

        /** All values of an attribute. */
        List<String> all(String attribute) {
            List<String> all = values.get(CalendarAddress.lowerCase(attribute));
            return all == null ? List.of() : all;
        }

        /** The first value of an attribute; "" for none. */
        String first(String attribute) {
            List<String> all = all(attribute);
            return all.isEmpty() ? "" : all.getFirst();
        }

        /** Whether it has one of these object classes. */
        boolean isOneOf(List<String> classes) {
            for (String each : all("objectClass")) {
                if (classes.contains(CalendarAddress.lowerCase(each))) {
                    return true;
                }
            }
            return false;
        }
    }

    private record Line(int number, String text) {}

    private LdifReader() {}

    /**
     * @throws NotDone with the line that is not understood
     */
    static List<Entry> read(String text) throws NotDone {
        var entries = new ArrayList<Entry>();
        var lines = new ArrayList<Line>();
        for (Line each : unfolded(text)) {
            if (!each.text().isEmpty()) {
                lines.add(each);
            } else {
                add(entries, lines);
                lines.clear();
            }
        }
        add(entries, lines);
        return entries;
    }

    /**
     * A line that begins with a blank goes on with the one before, even where that is a comment.
     */
    private static List<Line> unfolded(String text) {
        var unfolded = new ArrayList<Line>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith(" ") && !unfolded.isEmpty()) {
                Line before = unfolded.removeLast();
                unfolded.add(new Line(before.number(), before.text() + line.substring(1)));
            } else {
                unfolded.add(new Line(number, line));
            }
        }
        unfolded.removeIf(line -> line.text().startsWith("#"));
        return unfolded;
    }

    private static void add(List<Entry> entries, List<Line> lines) throws NotDone {
        String dn = null;
        int first = 0;
        var values = new LinkedHashMap<String, List<String>>();
        for (Line each : lines) {
            int colon = each.text().indexOf(':');
            if (colon <= 0) {
                throw wrong(each, "must be ATTRIBUTE: VALUE");
            }
            String name = attribute(each.text().substring(0, colon));
            String value = value(each, each.text().substring(colon + 1));
            if (name.equals("dn")) {
                dn = value;
                first = each.number();
            } else if (name.equals("changetype")) {
                throw wrong(each, "changes are not read, only entries as ldapsearch prints them");
            } else if (dn != null) {
                values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            } else if (!List.of("version", "search", "result", "ref", "text").contains(name)) {
                throw wrong(each, "an entry must begin with dn:");
            }
        }
        if (dn != null) {
            entries.add(new Entry(first, dn, values));
        }
    }

    private static String attribute(String name) {
        int options = name.indexOf(';');
        return CalendarAddress.lowerCase(options < 0 ? name : name.substring(0, options));
    }

    private static String value(Line line, String text) throws NotDone {
        if (text.startsWith("<")) {
            throw wrong(line, "values at other addresses are not read");
        }
        if (!text.startsWith(":")) {
            return text.strip();
        }
        String decoded = decoded(text.substring(1).strip());
        if (decoded == null) {
            throw wrong(line, "no UTF-8 text in base64");
        }
        return decoded.strip();
    }

    private static @Nullable String decoded(String base64) {
        try {
            byte[] octets = Base64.getDecoder().decode(base64);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (IllegalArgumentException | CharacterCodingException wrong) {
            return null;
        }
    }

    private static NotDone wrong(Line line, String why) {
        return NotDone.refused("line " + line.number() + ": " + why);
    }
}
