package org.imipagent.manager;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.DateList;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Method;
import org.imipagent.itip.Outgoing;
import org.imipagent.manager.EditView.Preview;
import org.imipagent.manager.EditView.PreviewDate;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.recurrence.Instance;
import org.imipagent.recurrence.Recurrences;
import org.jspecify.annotations.Nullable;

/**
 * What would become of an event as the form has it: read from the decision that sending would carry
 * out.
 *
 * @param event as it would be kept; null where nothing would be
 * @param zone in which the form shows its times
 */
record EditPreview(
        PageContext context,
        EventFields sheet,
        Decision decision,
        @Nullable Event event,
        Zone zone) {

    private static final int COMING = 10;
    private static final int MOST_NAMES = 20;

    /** As many steps as looking at the next dates is worth. */
    private static final Limits NEXT = Limits.KEPT.within(400_000, 20_000);

    /**
     * @param isMoved whether its times are not those that were typed
     * @param saysRhythm whether the form says how it repeats
     * @param concernsOthers whether mail is spoken of
     */
    Preview view(boolean isMoved, boolean saysRhythm, boolean concernsOthers) {
        VEvent master = event == null || !saysRhythm ? null : event.master();
        boolean repeats = master != null && master.isRecurring();
        return new Preview(
                sentences(isMoved, repeats ? master : null),
                repeats && event != null && master != null ? dates(event, master) : List.of(),
                concernsOthers ? mails() : "",
                concernsOthers ? told() : List.of());
    }

    private List<String> sentences(boolean isMoved, @Nullable VEvent series) {
        var sentences = new ArrayList<String>();
        String when = when();
        if (!when.isEmpty()) {
            sentences.add(when);
        }
        if (isMoved) {
            sentences.add(context.texts().say(MessageKey.TIMES_MOVED));
        }
        String repeats = series == null ? "" : context.repeats(series);
        if (!repeats.isEmpty()) {
            sentences.add(repeats);
        }
        return sentences;
    }

    /** As the form has it, in its zone. */
    private String when() {
        EventTimes times = sheet.times();
        LocalDate first = CalendarPage.read(times.startDate());
        LocalDate last = CalendarPage.read(times.endDate());
        if (first == null || last == null) {
            return "";
        }
        if (times.allDay()) {
            return context.dates().days(first, last.plusDays(1));
        }
        var from = EventTimes.clock(times.startTime());
        var to = EventTimes.clock(times.endTime());
        return from == null || to == null
                ? ""
                : context.dates().span(first.atTime(from), last.atTime(to));
    }

    // ---- The dates

    private List<PreviewDate> dates(Event series, VEvent master) {
        var dates = new TreeMap<LocalDateTime, PreviewDate>();
        Instant from = context.now();
        boolean more = false;
        for (Instance instance : Recurrences.next(series, from, COMING, zone, NEXT)) {
            if (!instance.part().isCancelled()) {
                add(dates, instance.start(), day(instance), false);
            }
            more = dates.size() == COMING;
        }
        var skipped = new TreeSet<LocalDateTime>();
        for (DateList list : DateList.of(master, "EXDATE")) {
            for (CalendarTime time : list.times()) {
                skipped.add(EventFormReader.local(time, zone));
            }
        }
        LocalDateTime now = zone.local(from);
        for (LocalDateTime at : skipped) {
            boolean isListed = !at.isBefore(now) && !(more && at.isAfter(dates.lastKey()));
            if (isListed && !dates.containsKey(at)) {
                dates.put(at, date(at, at.toLocalDate(), true));
            }
        }
        return List.copyOf(dates.values());
    }

    private void add(
            Map<LocalDateTime, PreviewDate> dates,
            CalendarTime start,
            LocalDate day,
            boolean skipped) {
        LocalDateTime at = EventFormReader.local(start, zone);
        dates.put(at, date(at, day, skipped));
    }

    /** By which the series knows it: that from which it was moved. */
    private LocalDate day(Instance instance) {
        return instance.id() == null
                ? EventFormReader.local(instance.start(), zone).toLocalDate()
                : zone.day(instance.id().instant(zone));
    }

    private PreviewDate date(LocalDateTime at, LocalDate day, boolean skipped) {
        String label =
                sheet.times().allDay()
                        ? context.dates().full(at.toLocalDate())
                        : context.dates().moment(at);
        return new PreviewDate(day.toString(), label, skipped);
    }

    // ---- The mails

    private String mails() {
        var all = new TreeSet<String>();
        for (Outgoing message : decision.messages()) {
            for (CalendarAddress address : message.to()) {
                all.add(UntrustedText.line(address.email()));
            }
        }
        Messages texts = context.texts();
        return all.isEmpty()
                ? texts.say(MessageKey.MAILS_NOBODY)
                : texts.count(MessageKey.WILL_MAIL, all.size(), "people", names(all));
    }

    /** "Invitation: anna@example.net". */
    private List<String> told() {
        var byKind = new TreeMap<MessageKey, TreeSet<String>>();
        for (Outgoing message : decision.messages()) {
            for (CalendarAddress address : message.to()) {
                byKind.computeIfAbsent(kind(message), _ -> new TreeSet<>())
                        .add(UntrustedText.line(address.email()));
            }
        }
        var told = new ArrayList<String>();
        byKind.forEach(
                (kind, people) -> told.add(context.texts().say(kind, "people", names(people))));
        return told;
    }

    private static MessageKey kind(Outgoing message) {
        return message.method() == Method.CANCEL
                ? MessageKey.WILL_CANCEL
                : message.first() ? MessageKey.WILL_INVITE : MessageKey.WILL_CHANGE;
    }

    /** A mail to a thousand is not told by a thousand names. */
    private String names(TreeSet<String> all) {
        var names = new ArrayList<String>();
        for (String name : all) {
            if (names.size() < MOST_NAMES) {
                names.add(name);
            }
        }
        int more = all.size() - names.size();
        if (more > 0) {
            names.add(context.texts().count(MessageKey.MORE, more));
        }
        return context.texts().joined(names);
    }
}
