package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Problem;
import org.imipagent.freebusy.VFreeBusy;
import org.imipagent.ical.CalendarObject;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.CalendarText;
import org.imipagent.itip.FreeBusyMessage;
import org.imipagent.itip.Message;
import org.imipagent.itip.Method;
import org.imipagent.itip.Verdict;
import org.imipagent.mail.CalendarPart;
import org.imipagent.mail.Mail;
import org.imipagent.settings.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * The first step: what a mail says, or what is wrong with it.
 *
 * @param messages one for each event of each calendar, each said once
 * @param freeBusy one for each VFREEBUSY of each calendar
 * @param refused what was found and could not be taken
 * @param odd what is wrong with it and no matter, for the activity page; "" for nothing
 */
record ParsedMail(
        Mail mail,
        List<Message> messages,
        List<FreeBusyMessage> freeBusy,
        List<Refused> refused,
        String odd) {

    /** As many VFREEBUSY of one mail are looked at. */
    private static final int MOST_FREEBUSY = 100;

    /** With as many dates as an event may have, they are written within a second. */
    private static final int EVENTS_AT_ONCE = 10;

    /** A calendar, or an event of one, that cannot be taken. */
    record Refused(Verdict verdict, String what, String detail) {}

    ParsedMail {
        messages = List.copyOf(messages);
        freeBusy = List.copyOf(freeBusy);
        refused = List.copyOf(refused);
    }

    /**
     * Whether the mail has nothing to do with calendars: then nothing is noted, and nothing even
     * opened.
     */
    boolean isPlain() {
        return messages.isEmpty() && freeBusy.isEmpty() && refused.isEmpty();
    }

    /**
     * The mail in pieces that are taken one after the other, each in a transaction of its own, so
     * that nobody waits for all of it. Each event is idempotent by itself: a mail that comes again
     * goes on where it was.
     */
    List<ParsedMail> pieces() {
        if (isPlain()) {
            return List.of();
        }
        if (messages.size() <= EVENTS_AT_ONCE) {
            return List.of(this);
        }
        var pieces = new ArrayList<ParsedMail>();
        for (int from = 0; from < messages.size(); from += EVENTS_AT_ONCE) {
            int to = Math.min(messages.size(), from + EVENTS_AT_ONCE);
            boolean isLast = to == messages.size();
            pieces.add(
                    new ParsedMail(
                            mail,
                            messages.subList(from, to),
                            isLast ? freeBusy : List.of(),
                            isLast ? refused : List.of(),
                            odd));
        }
        return pieces;
    }

    /** A mail that could not be understood for a fault of the program. */
    static ParsedMail faulty(Mail mail, RuntimeException fault) {
        return new ParsedMail(mail, List.of(), List.of(), List.of(refused(fault)), "");
    }

    static Refused refused(RuntimeException fault) {
        return new Refused(Verdict.FAULT, "", fault.toString());
    }

    /** What became of one of its events, and what was odd. */
    String noted(String detail) {
        return detail.isEmpty() || odd.isEmpty() ? detail + odd : detail + "; " + odd;
    }

    static ParsedMail of(Mail mail, Bounds bounds) {
        String odd = "";
        var messages = new ArrayList<Message>();
        var freeBusy = new ArrayList<FreeBusyMessage>();
        var refused = new Refusals(bounds);
        for (String problem : mail.problems()) {
            if (problem.equals(Mail.TOO_LARGE) || problem.equals(Mail.CALENDAR_TOO_LARGE)) {
                refused.add(Verdict.TOO_LARGE, "", bounds.told(problem));
            } else if (problem.equals(Mail.WINMAIL_DAT)) {
                refused.add(Verdict.UNREADABLE, "", problem);
            }
        }
        var seen = new HashSet<String>();
        for (CalendarPart part : mail.parts()) {
            if (part.content().length > bounds.calendarBytes()) {
                String told = bounds.told(Mail.CALENDAR_TOO_LARGE);
                refused.add(Verdict.TOO_LARGE, "", told);
                continue;
            }
            CalendarText text =
                    CalendarReader.read(part.content(), part.charset(), bounds.calendar());
            if (text.objects().isEmpty()) {
                refused.add(Verdict.UNREADABLE, "", told(text.problems(), bounds));
            }
            for (CalendarObject object : text.objects()) {
                odd = odd.isEmpty() ? odd(object, part) : odd;
                if (isFreeBusy(object)) {
                    freeBusy(object, part, mail, seen, freeBusy, refused);
                    continue;
                }
                String told = told(text.problems(), bounds);
                understand(object, part, told, mail, bounds, seen, messages, refused);
            }
        }
        boolean understood = !messages.isEmpty() || !freeBusy.isEmpty();
        return new ParsedMail(mail, messages, freeBusy, refused.told(understood), odd);
    }

    private static boolean isFreeBusy(CalendarObject object) {
        return object.events().isEmpty()
                && object.calendar().components("VFREEBUSY").findAny().isPresent();
    }

    /** One that has no METHOD was published: so the free/busy files of other programs are sent. */
    private static void freeBusy(
            CalendarObject object,
            CalendarPart part,
            Mail mail,
            HashSet<String> seen,
            List<FreeBusyMessage> freeBusy,
            Refusals refused) {
        String name = name(object, part);
        Method named = name == null ? Method.PUBLISH : Method.of(name);
        Method method = named == null ? Method.PUBLISH : named;
        object.calendar()
                .components("VFREEBUSY")
                .filter(component -> seen.add(method + "\n" + component.properties()))
                .forEach(
                        component -> {
                            if (freeBusy.size() < MOST_FREEBUSY) {
                                var said = new VFreeBusy(component, object.zones());
                                freeBusy.add(new FreeBusyMessage(method, said, mail.from()));
                            } else {
                                refused.leaveOut();
                            }
                        });
    }

    private static void understand(
            CalendarObject object,
            CalendarPart part,
            String problem,
            Mail mail,
            Bounds bounds,
            HashSet<String> seen,
            List<Message> messages,
            Refusals refused) {
        String name = name(object, part);
        Method method = name == null ? null : Method.of(name);
        if (object.events().isEmpty()) {
            refused.add(
                    problem.isEmpty() ? Verdict.NO_EVENT : Verdict.IMPOSSIBLE,
                    name == null ? "" : name,
                    problem.isEmpty() ? components(object) : problem);
        } else if (method == null) {
            refused.add(Verdict.NO_METHOD, "", name == null ? "" : name.toUpperCase(Locale.ROOT));
        } else {
            for (Event said : object.events()) {
                if (said.changed().size() > bounds.occurrences()) {
                    String many = "too-many-occurrences: " + said.changed().size() + " are named";
                    refused.add(Verdict.IMPOSSIBLE, method.name(), bounds.told(many));
                    continue;
                }
                Event event = stamped(said, mail.date());
                // The same calendar comes twice in one mail: as text/calendar and as an attachment.
                if (seen.add(key(method, event))) {
                    if (messages.size() < bounds.events()) {
                        messages.add(new Message(method, event, mail.from()));
                    } else {
                        refused.leaveOut();
                    }
                }
            }
        }
    }

    /**
     * DTSTAMP tells the versions apart. One that has none that can be read is of when its mail was
     * written: so a mail that comes again is the same again.
     */
    private static Event stamped(Event event, @Nullable Instant written) {
        if (written == null) {
            return event;
        }
        return event.with(
                event.parts().stream()
                        .filter(part -> part.stamp().equals(Instant.EPOCH))
                        .map(part -> part.withStamp(written))
                        .toList());
    }

    /**
     * METHOD in the body decides; the parameter of the Content-Type only where the body has none.
     */
    private static @Nullable String name(CalendarObject object, CalendarPart part) {
        return object.method() != null ? object.method() : part.method();
    }

    /** Some programs write another method into the mail than into the calendar. */
    private static String odd(CalendarObject object, CalendarPart part) {
        return object.method() == null
                        || part.method() == null
                        || object.method().equals(part.method())
                ? ""
                : "method-mismatch: the mail says " + part.method();
    }

    private static String key(Method method, Event event) {
        var key = new StringBuilder(method.name()).append('\n').append(event.uid());
        event.parts()
                .forEach(
                        part ->
                                key.append('\n')
                                        .append(part.recurrenceId())
                                        .append(' ')
                                        .append(part.sequenceText())
                                        .append(' ')
                                        .append(part.stamp())
                                        .append(' ')
                                        .append(part.start()));
        return key.toString();
    }

    private static String components(CalendarObject object) {
        var names = new ArrayList<String>();
        object.calendar()
                .components()
                .forEach(
                        c -> {
                            if (!c.name().equals("VTIMEZONE")
                                    && !names.contains(c.name())
                                    && names.size() < 5) {
                                names.add(c.name());
                            }
                        });
        return String.join(", ", names);
    }

    private static String told(List<Problem> problems, Bounds bounds) {
        return problems.isEmpty() ? "" : bounds.told(problems.getFirst().toString());
    }
}
