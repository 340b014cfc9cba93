package org.imipagent.tools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preference;
import org.imipagent.settings.ResourceKind;

/** Resources as a file lists them: comma-separated, or entries of a directory. */
final class ResourceList {

    /**
     * A resource.
     *
     * @param line where the file has it
     * @param addresses its own first, of a file; a directory does not tell which is
     * @param chosen its preferences by name; "" for what is taken away
     */
    record Entry(int line, List<CalendarAddress> addresses, Map<String, String> chosen) {
        Entry {
            addresses = List.copyOf(addresses);
            chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
        }
    }

    /** The columns of a file, and the preferences that they are. */
    private static final Map<String, Preference<?>> COLUMNS = columns();

    private static final String ADDRESS = "address";

    private static final List<String> PEOPLE =
            List.of("person", "organizationalperson", "inetorgperson");
    private static final List<String> DEVICES = List.of("device");
    private static final List<String> ROOMS = List.of("room");
    private static final List<String> CAPACITY =
            List.of("capacity", "x-capacity", "msExchResourceCapacity");

    private ResourceList() {}

    private static Map<String, Preference<?>> columns() {
        var columns = new LinkedHashMap<String, Preference<?>>();
        columns.put("name", PersonalPreferences.CN);
        columns.put("kind", PersonalPreferences.RESOURCE);
        columns.put("capacity", PersonalPreferences.CAPACITY);
        columns.put("place", PersonalPreferences.PLACE);
        columns.put("note", PersonalPreferences.NOTE);
        columns.put("photo", PersonalPreferences.PHOTO);
        columns.put("owner", PersonalPreferences.OWNERS);
        columns.put("group", PersonalPreferences.GROUPS);
        columns.put("chain", PersonalPreferences.SCHEDULING_FUNCTION);
        return columns;
    }

    // ---- A file

    /** By its first line: {@code address} and any of the others, in any order. */
    static List<Entry> ofCsv(String text) throws NotDone {
        List<CsvReader.Row> rows = CsvReader.read(text);
        if (rows.isEmpty()) {
            throw NotDone.refused("the file is empty: its first line must name the columns");
        }
        List<String> heads = heads(rows.getFirst());
        var entries = new ArrayList<Entry>();
        for (CsvReader.Row row : rows.subList(1, rows.size())) {
            if (row.fields().size() != heads.size()) {
                throw NotDone.refused(
                        "line "
                                + row.line()
                                + ": has "
                                + CommandContext.count(row.fields().size(), "field")
                                + ", the first line "
                                + heads.size()
                                + ": put values with commas in quotes");
            }
            entries.add(entry(row, heads));
        }
        return entries;
    }

    private static List<String> heads(CsvReader.Row row) throws NotDone {
        var heads = new ArrayList<String>();
        for (String field : row.fields()) {
            String head = CalendarAddress.lowerCase(field.strip());
            if (heads.contains(head) || !(head.equals(ADDRESS) || COLUMNS.containsKey(head))) {
                throw NotDone.refused(
                        "line "
                                + row.line()
                                + (heads.contains(head) ? ": second" : ": unknown")
                                + " column '"
                                + head
                                + "': columns are address, "
                                + String.join(", ", COLUMNS.keySet()));
            }
            heads.add(head);
        }
        if (!heads.contains(ADDRESS)) {
            throw NotDone.refused("line " + row.line() + ": no column 'address'");
        }
        return heads;
    }

    private static Entry entry(CsvReader.Row row, List<String> heads) {
        var chosen = new LinkedHashMap<String, String>();
        var address = new CalendarAddress("");
        for (int i = 0; i < heads.size(); i++) {
            String value = row.fields().get(i).strip();
            Preference<?> preference = COLUMNS.get(heads.get(i));
            if (preference == null) {
                address = new CalendarAddress(value);
            } else if (!value.isEmpty()) {
                chosen.put(preference.name(), value(preference, value));
            }
        }
        return new Entry(row.line(), List.of(address), chosen);
    }

    /** Several of one field are parted by semicolons or line breaks. */
    private static String value(Preference<?> preference, String value) {
        if (value.equals(Preference.NONE)) {
            return "";
        }
        boolean isList =
                preference.equals(PersonalPreferences.OWNERS)
                        || preference.equals(PersonalPreferences.GROUPS)
                        || preference.equals(PersonalPreferences.SCHEDULING_FUNCTION);
        return isList ? lines(List.of(value.split("[;\n]", -1))) : value;
    }

    private static String lines(List<String> parts) {
        var lines = new ArrayList<String>();
        for (String each : parts) {
            if (!each.isBlank()) {
                lines.add(each.strip());
            }
        }
        return String.join("\n", lines);
    }

    // ---- A directory

    /**
     * Entries with mail that are no people. People among them tell who the owners are, whom an
     * entry names by its place in the directory (RFC 4519, 2.24).
     */
    static List<Entry> ofLdif(String text) throws NotDone {
        List<LdifReader.Entry> all = LdifReader.read(text);
        var mails = new LinkedHashMap<String, String>();
        for (LdifReader.Entry each : all) {
            mails.put(key(each.dn()), each.first("mail"));
        }
        var entries = new ArrayList<Entry>();
        for (LdifReader.Entry each : all) {
            boolean isResource = each.isOneOf(ROOMS) || each.isOneOf(DEVICES);
            if (isResource && each.all("mail").isEmpty()) {
                throw NotDone.refused(
                        "line "
                                + each.line()
                                + ": "
                                + each.dn()
                                + " has no mail: give it one, or leave it out of the search");
            }
            if (!each.all("mail").isEmpty() && !each.isOneOf(PEOPLE)) {
                entries.add(entry(each, mails));
            }
        }
        return entries;
    }

    private static Entry entry(LdifReader.Entry entry, Map<String, String> mails) throws NotDone {
        Set<CalendarAddress> addresses = new LinkedHashSet<>();
        for (String mail : entry.all("mail")) {
            addresses.add(new CalendarAddress(mail));
        }
        var chosen = new LinkedHashMap<String, String>();
        put(chosen, PersonalPreferences.CN, first(entry, List.of("displayName", "cn")));
        put(chosen, PersonalPreferences.RESOURCE, kind(entry));
        put(chosen, PersonalPreferences.CAPACITY, first(entry, CAPACITY));
        put(chosen, PersonalPreferences.PLACE, place(entry));
        put(chosen, PersonalPreferences.NOTE, oneLine(entry.first("description")));
        put(chosen, PersonalPreferences.OWNERS, owners(entry, mails));
        return new Entry(entry.line(), List.copyOf(addresses), chosen);
    }

    private static void put(Map<String, String> chosen, Preference<?> preference, String value) {
        if (!value.isEmpty()) {
            chosen.put(preference.name(), value);
        }
    }

    private static String first(LdifReader.Entry entry, List<String> attributes) {
        for (String each : attributes) {
            if (!entry.first(each).isEmpty()) {
                return oneLine(entry.first(each));
            }
        }
        return "";
    }

    private static String kind(LdifReader.Entry entry) {
        if (entry.isOneOf(ROOMS)) {
            return ResourceKind.ROOM.word();
        }
        return entry.isOneOf(DEVICES) ? ResourceKind.EQUIPMENT.word() : "";
    }

    private static String place(LdifReader.Entry entry) {
        var parts = new ArrayList<String>();
        for (String each : List.of("roomNumber", "buildingName", "l")) {
            if (!entry.first(each).isEmpty()) {
                parts.add(oneLine(entry.first(each)));
            }
        }
        return String.join(", ", parts);
    }

    private static String owners(LdifReader.Entry entry, Map<String, String> mails) throws NotDone {
        var owners = new ArrayList<String>();
        for (String each : entry.all("owner")) {
            String mail = new CalendarAddress(each).isMail() ? each : mails.get(key(each));
            if (mail == null || mail.isEmpty()) {
                throw NotDone.refused(
                        "line "
                                + entry.line()
                                + ": owner: no mail of "
                                + each
                                + ": let the search find that entry, too");
            }
            owners.add(mail);
        }
        return lines(owners);
    }

    /** Names in a directory are the same in large letters and with blanks after commas. */
    private static String key(String dn) {
        return CalendarAddress.lowerCase(dn).replaceAll("\\s*([,=])\\s*", "$1");
    }

    private static String oneLine(String text) {
        return CommandContext.plain(String.join(" ", text.lines().map(String::strip).toList()));
    }
}
