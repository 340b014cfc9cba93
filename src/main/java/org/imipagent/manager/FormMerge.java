package org.imipagent.manager;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.imipagent.messages.MessageKey;

/**
 * A form that was made from an event that is another one by now: what was typed stands in it, and
 * where nothing was typed the event as it is.
 */
final class FormMerge {

    /** The field of the form with {@link #marks}. */
    static final String FIELD = "made-from";

    private static final String NOTHING = "–";

    private final Map<String, String> typed;
    private final Map<String, String> fresh;
    private final List<String> marks;

    /**
     * @param marks of the sheet that the form was made with
     */
    FormMerge(String marks, EventFields typed, EventFields fresh) {
        this.typed = typed.fields();
        this.fresh = fresh.fields();
        this.marks = List.of(marks.split("\\.", -1));
    }

    /** By which it can be told later which fields have become others. */
    static String marks(EventFields sheet) {
        return sheet.fields().values().stream()
                .map(FormMerge::mark)
                .collect(Collectors.joining("."));
    }

    private static String mark(String value) {
        return Integer.toHexString(value.hashCode());
    }

    EventFields sheet() {
        var both = new LinkedHashMap<>(fresh);
        typed.forEach(
                (name, value) -> {
                    if (!isAsShown(name, value)) {
                        both.put(name, value);
                    }
                });
        return EventFields.of(both);
    }

    /** What fields have become meanwhile that were typed into, in words, by name. */
    Map<String, String> meanwhile(PageContext context, EventContext subject) {
        var meanwhile = new LinkedHashMap<String, String>();
        fresh.forEach(
                (name, now) -> {
                    String mine = typed.getOrDefault(name, now);
                    if (!mine.equals(now) && !isAsShown(name, mine) && !isAsShown(name, now)) {
                        meanwhile.put(
                                name,
                                context.texts()
                                        .say(
                                                MessageKey.CHANGED_MEANWHILE,
                                                "value",
                                                words(context, subject, name, now)));
                    }
                });
        return meanwhile;
    }

    private boolean isAsShown(String name, String value) {
        int at = List.copyOf(fresh.keySet()).indexOf(name);
        return at < marks.size() && marks.get(at).equals(mark(value));
    }

    private static String words(
            PageContext context, EventContext subject, String name, String value) {
        String words =
                switch (name) {
                    case "start-date", "end-date", "until" -> {
                        LocalDate date = CalendarPage.read(value);
                        yield date == null ? "" : context.dates().full(date);
                    }
                    case "people" -> context.texts().joined(value.lines().toList());
                    default -> UntrustedText.line(EditPage.chosen(context, subject, name, value));
                };
        return words.isEmpty() ? NOTHING : words;
    }
}
