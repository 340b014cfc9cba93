package org.imipagent.manager;

import java.time.LocalDate;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;

/**
 * An event on a calendar page: a link with everything in its name, wherever it is drawn.
 *
 * @param classes how it is drawn: hue, state, place
 * @param date read out before it
 * @param time what is shown before the title; "" for nothing
 * @param hiddenTime read out where no time is shown; "" for nothing
 * @param state how the person stands to it, in words; "" for nothing to say
 */
public record EventChip(
        String href,
        String classes,
        String date,
        String time,
        String hiddenTime,
        String title,
        String location,
        String state) {

    /** The event on one day. */
    static EventChip of(
            PageContext context, Item item, LocalDate day, String time, String classes) {
        Occurrence occurrence = item.occurrence();
        Messages texts = context.texts();
        String whole = time(context, item, day);
        return new EventChip(
                context.eventLink(occurrence.uid(), occurrence.id()),
                ("chip " + look(occurrence) + " " + classes).strip(),
                context.dates().full(day),
                time,
                time.isEmpty() || !time.equals(whole) ? whole : "",
                context.title(occurrence.summary()),
                UntrustedText.line(occurrence.location()),
                state(texts, occurrence));
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

    /** Classes for its colour, by its UID, and for how the person stands to it. */
    static String look(Occurrence occurrence) {
        // Fibonacci hashing: UIDs of one sender are alike, their colours should not be.
        int hue = (occurrence.uid().hashCode() * 0x9E3779B9) >>> 29;
        return "hue-" + hue + stateClass(occurrence);
    }

    private static String stateClass(Occurrence occurrence) {
        if (occurrence.cancelled()) {
            return " cancelled";
        }
        Participation participation = occurrence.participation();
        if (participation == null || occurrence.organised()) {
            return "";
        }
        return switch (participation) {
            case NEEDS_ACTION -> " unanswered";
            case ACCEPTED -> "";
            case TENTATIVE -> " tentative";
            case DECLINED, DELEGATED -> " declined";
        };
    }

    static String state(Messages texts, Occurrence occurrence) {
        if (occurrence.cancelled()) {
            return texts.say(MessageKey.IS_CANCELLED);
        }
        Participation participation = occurrence.participation();
        if (participation == null || occurrence.organised()) {
            return "";
        }
        return switch (participation) {
            case NEEDS_ACTION -> texts.say(MessageKey.IS_UNANSWERED);
            case ACCEPTED -> "";
            case TENTATIVE -> texts.say(MessageKey.IS_TENTATIVE);
            case DECLINED -> texts.say(MessageKey.IS_DECLINED);
            case DELEGATED -> texts.say(MessageKey.IS_DELEGATED);
        };
    }
}
