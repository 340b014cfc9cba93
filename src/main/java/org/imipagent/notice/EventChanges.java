package org.imipagent.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.DateList;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.messages.Dates;
import org.imipagent.messages.MailBody.Fact;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What of an event is another than before, beside its title, time and place: whether it takes place
 * at all, on which dates, for whom, and how one gets in.
 */
final class EventChanges {

    private static final int MOST_DATES = 10;
    private static final int MOST_PEOPLE = 15;
    private static final int MOST_FILES = 5;

    private final Messages texts;
    private final Zone zone;

    EventChanges(Messages texts, Zone zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /**
     * The facts, in the order in which they matter.
     *
     * @param before as the reader knew it; null for nothing: then only what is not usual is told
     */
    List<Fact> facts(VEvent now, @Nullable VEvent before) {
        var facts = new ArrayList<Fact>();
        facts.add(status(now, before));
        if (before != null && before.isSameTime(now)) {
            facts.add(new Fact(texts.say(MessageKey.DATES_OFF), dates(off(now), off(before))));
            facts.add(new Fact(texts.say(MessageKey.DATES_ON), dates(on(now, before), Set.of())));
        }
        facts.add(fact(MessageKey.LINK, now, before, event -> event.text("URL")));
        facts.add(fact(MessageKey.CONFERENCE, now, before, event -> values(event, "CONFERENCE")));
        facts.add(fact(MessageKey.ATTACHMENTS, now, before, EventChanges::attachments));
        if (before != null) {
            facts.add(new Fact(texts.say(MessageKey.PEOPLE_ADDED), people(now, before)));
            facts.add(new Fact(texts.say(MessageKey.PEOPLE_OFF), people(before, now)));
        }
        return facts;
    }

    private Fact status(VEvent now, @Nullable VEvent before) {
        String is = status(now);
        String was = before == null ? "" : status(before);
        boolean isUsual =
                is.equals(texts.say(MessageKey.IS_CONFIRMED)) && (before == null || was.equals(is));
        return new Fact(
                texts.say(MessageKey.STATUS),
                isUsual ? "" : is,
                "",
                before == null || was.equals(is) ? "" : was);
    }

    private String status(VEvent event) {
        return texts.say(
                event.isCancelled()
                        ? MessageKey.IS_CANCELLED
                        : event.isTentative() ? MessageKey.IS_TENTATIVE : MessageKey.IS_CONFIRMED);
    }

    private Fact fact(
            MessageKey label, VEvent now, @Nullable VEvent before, Function<VEvent, String> what) {
        String is = what.apply(now).strip();
        String was = before == null ? "" : what.apply(before).strip();
        return new Fact(
                texts.say(label),
                is.isEmpty() && !was.isEmpty() ? "-" : is,
                "",
                was.equals(is) ? "" : was);
    }

    private static String values(VEvent event, String name) {
        return event.component().all(name).stream()
                .limit(MOST_FILES)
                .map(Property::value)
                .collect(Collectors.joining(" "));
    }

    /** By the name of the file, or the end of the address; what the mail itself holds has none. */
    private static String attachments(VEvent event) {
        return event.component().all("ATTACH").stream()
                .limit(MOST_FILES)
                .map(EventChanges::name)
                .collect(Collectors.joining(", "));
    }

    private static String name(Property attachment) {
        String name = attachment.parameter("FILENAME");
        if (name == null) {
            name = attachment.parameter("X-FILENAME");
        }
        if (name != null) {
            return name;
        }
        String value = attachment.value();
        String type = attachment.parameter("FMTTYPE");
        boolean isAddress = value.contains("://");
        return isAddress ? value : type == null ? "1" : type;
    }

    // ---- Dates

    private static Set<RecurrenceId> off(VEvent series) {
        return new TreeSet<>(DateList.excluded(series));
    }

    /** Dates added, and those that were left out and are no more. */
    private static Set<RecurrenceId> on(VEvent now, VEvent before) {
        var on = new TreeSet<RecurrenceId>();
        DateList.of(now, "RDATE")
                .forEach(list -> list.times().forEach(t -> on.add(RecurrenceId.of(t))));
        DateList.of(before, "RDATE")
                .forEach(list -> list.times().forEach(t -> on.remove(RecurrenceId.of(t))));
        for (RecurrenceId id : off(before)) {
            if (!off(now).contains(id)) {
                on.add(id);
            }
        }
        return on;
    }

    private String dates(Set<RecurrenceId> some, Set<RecurrenceId> known) {
        var dates = new ArrayList<String>();
        int more = 0;
        for (RecurrenceId id : some) {
            if (!known.contains(id) && dates.size() < MOST_DATES) {
                dates.add(date(id));
            } else if (!known.contains(id)) {
                more++;
            }
        }
        if (more > 0) {
            dates.add(texts.count(MessageKey.MORE, more));
        }
        return String.join(texts.say(MessageKey.LIST_COMMA) + " ", dates);
    }

    /** The day of a date of a series. */
    String date(RecurrenceId id) {
        CalendarTime time = id.time();
        return new Dates(texts)
                .day(time.isDay() ? time.wall().toLocalDate() : zone.day(time.instant(zone)));
    }

    // ---- People

    /** Who is among the guests of one and not of the other. */
    private String people(VEvent one, VEvent other) {
        var names = new ArrayList<String>();
        for (Attendee attendee : one.attendees()) {
            if (other.attendee(attendee.address()) == null && names.size() < MOST_PEOPLE) {
                names.add(attendee.name());
            }
        }
        return String.join(texts.say(MessageKey.LIST_COMMA) + " ", names);
    }
}
