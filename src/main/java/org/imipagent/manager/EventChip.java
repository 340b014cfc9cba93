package org.imipagent.manager;

import java.time.LocalDate;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;

/**
 * An event on a calendar page: a link with everything in its name, wherever it is drawn. Its day is
 * in the heading above it, or is itself in the name.
 *
 * @param classes how it is drawn: hue, role, state
 * @param days when it takes place where that is more than one day; else ""
 * @param time when it starts, or that it takes all day; "" where that is not on this day
 * @param until the rest of its time, which narrow cells leave out: "–15:30"
 * @param state how the person stands to it, in words; "" for nothing to say
 */
public record EventChip(
        String href,
        String classes,
        String days,
        String time,
        String until,
        String title,
        String location,
        String state) {

    /** The event below the heading of one day. */
    static EventChip of(PageContext context, Item item, LocalDate day) {
        String whole = time(context, item, day);
        boolean within = !item.isWholeDays() && item.first().equals(day) && item.last().equals(day);
        String start = within ? context.dates().time(item.start().toLocalTime()) : whole;
        boolean splits = whole.startsWith(start);
        return chip(
                context,
                item,
                "",
                splits ? start : whole,
                splits ? whole.substring(start.length()) : "");
    }

    /** The event over several days. */
    static EventChip bar(PageContext context, Item item, boolean starts) {
        var dates = context.dates();
        LocalDate dayAfter = item.occurrence().dayAfter();
        return chip(
                context,
                item,
                dayAfter == null
                        ? dates.briefSpan(item.start(), item.end())
                        : dates.briefDays(item.first(), dayAfter),
                item.isWholeDays() || !starts ? "" : dates.time(item.start().toLocalTime()),
                "");
    }

    private static EventChip chip(
            PageContext context, Item item, String days, String time, String until) {
        Occurrence occurrence = item.occurrence();
        return new EventChip(
                context.eventLink(occurrence.uid(), occurrence.id()),
                "chip " + look(context, occurrence) + (item.isWholeDays() ? " all-day" : ""),
                days,
                time,
                until,
                context.title(occurrence.summary()),
                UntrustedText.line(occurrence.location()),
                state(context.texts(), occurrence));
    }

    /** When it takes place on that day: "14:00–15:30", "from 22:00", "All day". */
    static String time(PageContext context, Item item, LocalDate day) {
        var dates = context.dates();
        boolean starts = item.first().equals(day);
        boolean ends = item.last().equals(day);
        if (item.isWholeDays() || (!starts && !ends)) {
            return context.texts().say(MessageKey.ALL_DAY);
        }
        if (starts && ends) {
            return dates.times(item.start().toLocalTime(), item.end().toLocalTime());
        }
        return starts
                ? context.texts()
                        .say(MessageKey.FROM_TIME, "time", dates.time(item.start().toLocalTime()))
                : context.texts()
                        .say(MessageKey.UNTIL_TIME, "time", dates.time(item.end().toLocalTime()));
    }

    /** Classes for its colour, and for how the person stands to it. */
    static String look(PageContext context, Occurrence occurrence) {
        return Hues.of(occurrence, context.colours()) + stateClass(occurrence);
    }

    private static String stateClass(Occurrence occurrence) {
        if (occurrence.cancelled()) {
            return " cancelled";
        }
        String whether = occurrence.appearance().tentative() ? " tentative" : "";
        Participation participation = occurrence.participation();
        if (participation == null || occurrence.organised()) {
            return whether;
        }
        return switch (participation) {
            case NEEDS_ACTION -> " unanswered";
            case ACCEPTED -> whether;
            case TENTATIVE -> " tentative";
            case DECLINED, DELEGATED -> " declined";
        };
    }

    static String state(Messages texts, Occurrence occurrence) {
        if (occurrence.cancelled()) {
            return texts.say(MessageKey.IS_CANCELLED);
        }
        String whether =
                occurrence.appearance().tentative() ? texts.say(MessageKey.IS_UNCERTAIN) : "";
        Participation participation = occurrence.participation();
        if (participation == null || occurrence.organised()) {
            return whether;
        }
        return switch (participation) {
            case NEEDS_ACTION -> texts.say(MessageKey.IS_UNANSWERED);
            case ACCEPTED -> whether;
            case TENTATIVE -> texts.say(MessageKey.IS_TENTATIVE);
            case DECLINED -> texts.say(MessageKey.IS_DECLINED);
            case DELEGATED -> texts.say(MessageKey.IS_DELEGATED);
        };
    }
}
