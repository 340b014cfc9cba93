package org.imipagent.manager;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.imipagent.manager.EventView.Choice;
import org.imipagent.messages.Dates;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;

/**
 * What can be chosen in the form of an event, in words. What an event has that the form cannot say
 * is offered while the event has it.
 *
 * @param weekStart 1 for Monday to 7 for Sunday
 * @param sheet what stands in the form
 * @param shown what the event has
 */
record EditChoices(Messages texts, int weekStart, EventFields sheet, EventFields shown) {

    /** The fields of the second row. */
    static final Set<String> DETAILS = Set.of("colour", "categories", "busy", "class", "reminder");

    /**
     * @param saysRhythm whether the form says how the event repeats
     * @param rule the rule that it cannot say, in words
     */
    EditView.Choices all(List<EditView.Scope> scopes, boolean saysRhythm, String rule) {
        return new EditView.Choices(
                scopes,
                saysRhythm ? repeats(rule) : List.of(),
                days(),
                ways(),
                colours(),
                busy(),
                classes(),
                reminders(),
                periods());
    }

    private List<Choice> periods() {
        var dates = new Dates(texts);
        var choices = new ArrayList<Choice>();
        for (String added : sheet.rhythm().added()) {
            EventTimes slot = EventSlots.read(added);
            LocalDateTime start = slot == null ? null : slot.start();
            LocalDateTime end = slot == null ? null : slot.end();
            if (start != null && end != null) {
                choices.add(new Choice(added, dates.briefSpan(start, end), true));
            }
        }
        return choices;
    }

    private List<Choice> repeats(String rule) {
        var values = new ArrayList<String>();
        if (shown.rhythm().repeat().equals(SimpleRecurrence.KEEP)) {
            values.add(SimpleRecurrence.KEEP);
        }
        values.add(SimpleRecurrence.NONE);
        values.addAll(SimpleRecurrence.SIMPLE);
        values.add(SimpleRecurrence.DATES);
        var choices = new ArrayList<Choice>();
        for (String value : values) {
            String label =
                    value.equals(SimpleRecurrence.KEEP)
                            ? texts.label(texts.say(MessageKey.REPEATS_OTHERWISE)) + " " + rule
                            : texts.say(repeat(value));
            choices.add(choice(value, label, sheet.rhythm().repeat()));
        }
        return choices;
    }

    private static MessageKey repeat(String value) {
        return switch (value) {
            case "daily" -> MessageKey.REPEAT_DAILY;
            case "weekly" -> MessageKey.REPEAT_WEEKLY;
            case "monthly" -> MessageKey.REPEAT_MONTHLY;
            case "yearly" -> MessageKey.REPEAT_YEARLY;
            case SimpleRecurrence.DATES -> MessageKey.REPEAT_DATES;
            case SimpleRecurrence.KEEP -> MessageKey.REPEATS_OTHERWISE;
            default -> MessageKey.REPEAT_NONE;
        };
    }

    /** From the first of the person's week. */
    private List<EditView.Day> days() {
        var choices = new ArrayList<EditView.Day>();
        var dates = new Dates(texts);
        for (int i = 0; i < 7; i++) {
            int day = (weekStart - 1 + i) % 7;
            String name = SimpleRecurrence.DAYS.get(day);
            choices.add(
                    new EditView.Day(
                            name,
                            dates.weekday(day + 1),
                            dates.weekdayBrief(day + 1),
                            sheet.rhythm().days().contains(name)));
        }
        return choices;
    }

    private List<Choice> ways() {
        var choices = new ArrayList<Choice>();
        for (String way : SimpleRecurrence.WAYS) {
            choices.add(choice(way, texts.say(way(way)), sheet.rhythm().by()));
        }
        return choices;
    }

    private static MessageKey way(String way) {
        return switch (way) {
            case SimpleRecurrence.NTH -> MessageKey.BY_NTH;
            case SimpleRecurrence.LAST -> MessageKey.BY_LAST;
            default -> MessageKey.BY_DATE;
        };
    }

    private List<Choice> colours() {
        var values = new ArrayList<String>();
        values.add("");
        values.addAll(EventOptions.COLOURS);
        return choices("colour", values, shown.details().colour(), sheet.details().colour());
    }

    private List<Choice> busy() {
        return choices(
                "busy",
                List.of(EventOptions.BUSY, EventOptions.FREE),
                EventOptions.BUSY,
                sheet.details().busy());
    }

    private List<Choice> classes() {
        return choices(
                "class",
                EventOptions.CLASSES,
                shown.details().visibility(),
                sheet.details().visibility());
    }

    private List<Choice> reminders() {
        return choices(
                "reminder",
                EventOptions.REMINDERS,
                shown.details().reminder(),
                sheet.details().reminder());
    }

    private List<Choice> choices(String field, List<String> values, String shown, String chosen) {
        var choices = new ArrayList<Choice>();
        for (String value : values) {
            choices.add(choice(value, word(field, value, ""), chosen));
        }
        if (shown.equals(EventOptions.KEEP)) {
            choices.add(choice(shown, word(field, shown, ""), chosen));
        }
        return choices;
    }

    private static Choice choice(String value, String label, String chosen) {
        return new Choice(value, label, value.equals(chosen));
    }

    /**
     * What a value of a field is called; the value itself where nothing is chosen in the field.
     *
     * @param rule the rule that the form cannot say, in words
     */
    String word(String field, String value, String rule) {
        if (value.equals(EventOptions.KEEP)) {
            return field.equals("repeat") ? rule : texts.say(MessageKey.REPEATS_OTHERWISE);
        }
        return switch (field) {
            case "repeat" -> texts.say(repeat(value));
            case "by" -> texts.say(way(value));
            case "colour" -> texts.say(colour(value));
            case "busy" ->
                    texts.say(
                            value.equals(EventOptions.FREE)
                                    ? MessageKey.AS_FREE
                                    : MessageKey.AS_BUSY);
            case "class" -> texts.say(visibility(value));
            case "reminder" -> reminder(value);
            default -> value;
        };
    }

    private static MessageKey colour(String name) {
        return switch (name) {
            case "steelblue" -> MessageKey.COLOUR_BLUE;
            case "darkorange" -> MessageKey.COLOUR_ORANGE;
            case "seagreen" -> MessageKey.COLOUR_GREEN;
            case "hotpink" -> MessageKey.COLOUR_PINK;
            case "gold" -> MessageKey.COLOUR_YELLOW;
            case "deepskyblue" -> MessageKey.COLOUR_SKY;
            case "mediumpurple" -> MessageKey.COLOUR_VIOLET;
            case "sienna" -> MessageKey.COLOUR_BROWN;
            default -> MessageKey.COLOUR_NONE;
        };
    }

    private static MessageKey visibility(String name) {
        return switch (name) {
            case "private" -> MessageKey.CLASS_PRIVATE;
            case "confidential" -> MessageKey.CLASS_CONFIDENTIAL;
            default -> MessageKey.CLASS_PUBLIC;
        };
    }

    private String reminder(String minutes) {
        return switch (minutes) {
            case "" -> texts.say(MessageKey.REMINDER_NONE);
            case "0" -> texts.say(MessageKey.REMINDER_START);
            case "60" -> texts.say(MessageKey.REMINDER_HOUR);
            case "1440" -> texts.say(MessageKey.REMINDER_DAY);
            default -> texts.count(MessageKey.REMINDER_MINUTES, Integer.parseInt(minutes));
        };
    }

    /** What a field is called. */
    static MessageKey label(String field) {
        return switch (field) {
            case "title" -> MessageKey.EDIT_NAME;
            case "start-date" -> MessageKey.START_DATE;
            case "start-time" -> MessageKey.START_TIME;
            case "end-date" -> MessageKey.END_DATE;
            case "end-time" -> MessageKey.END_TIME;
            case "place" -> MessageKey.EDIT_PLACE;
            case "description" -> MessageKey.DESCRIPTION;
            case "people", "guest" -> MessageKey.ATTENDEES;
            case "comment" -> MessageKey.COMMENT_TO_PEOPLE;
            case "every" -> MessageKey.REPEAT_EVERY;
            case "by" -> MessageKey.REPEAT_BY;
            case "until" -> MessageKey.REPEAT_UNTIL;
            case "times" -> MessageKey.REPEAT_TIMES;
            case "skip" -> MessageKey.REPEAT_SKIP;
            case "also" -> MessageKey.REPEAT_ALSO;
            case "link" -> MessageKey.LINK;
            case "categories" -> MessageKey.CATEGORIES;
            case "colour" -> MessageKey.COLOUR;
            case "busy" -> MessageKey.SHOW_AS;
            case "class" -> MessageKey.VISIBILITY;
            case "reminder" -> MessageKey.REMINDER;
            default -> MessageKey.REPEATS;
        };
    }
}
