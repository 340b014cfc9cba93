package org.imipagent.itip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * Who is to hear of an event that its organiser changed, and what (RFC 5546, 3.2.2 and 3.2.5).
 *
 * <p>Each attendee has a view of the event before and one of it after. Those to whom the same is to
 * be said get the same message. Nobody hears of what they know already, or of what is over.
 */
final class RecipientDiff {

    private static final Set<String> OF_A_CANCEL =
            Set.of(
                    "UID",
                    "SEQUENCE",
                    "ORGANIZER",
                    "RECURRENCE-ID",
                    "DTSTART",
                    "DTEND",
                    "DURATION",
                    "SUMMARY",
                    "LOCATION");

    private final Person person;
    private final @Nullable Event before;
    private final Event after;
    private final String comment;
    private final Instant now;
    private final Instant stamp;

    private final Set<CalendarAddress> gone;

    // The same for all recipients: worked out once.
    private final Map<RecurrenceId, Optional<VEvent>> ofSeries = new HashMap<>();
    private final Map<@Nullable RecurrenceId, Boolean> news = new HashMap<>();

    /** What is said, to whom; the key names the saying. */
    private final Map<String, Saying> sayings = new LinkedHashMap<>();

    private record Saying(
            Method method,
            List<VEvent> parts,
            boolean first,
            @Nullable Event known,
            boolean late,
            List<CalendarAddress> to) {}

    private RecipientDiff(
            Person person, @Nullable Event before, Event after, String comment, Instant now) {
        this.person = person;
        this.before = before == null ? null : LocalMarks.withGone(before);
        this.gone = before == null ? Set.of() : LocalMarks.gone(before);
        this.after = after;
        this.comment = comment;
        this.now = now;
        this.stamp = Version.stamp(now, before);
    }

    /**
     * The messages of a change.
     *
     * @param before as it is kept; null for a new event
     * @param after with the sequences and participations it is to be sent with
     */
    static List<Outgoing> of(
            Person person, @Nullable Event before, Event after, String comment, Instant now) {
        var circular = new RecipientDiff(person, before, after, comment, now);
        circular.addresses().forEach(circular::tell);
        return circular.sayings.values().stream().map(circular::outgoing).toList();
    }

    private Set<CalendarAddress> addresses() {
        var all = new LinkedHashSet<CalendarAddress>();
        if (before != null) {
            collect(before, all);
        }
        collect(after, all);
        all.removeIf(address -> person.is(address) || !address.isMail());
        return all;
    }

    private static void collect(Event event, Set<CalendarAddress> into) {
        for (VEvent part : event.parts()) {
            part.attendees().forEach(attendee -> into.add(attendee.address()));
            Attendee organiser = part.organiser();
            if (organiser != null) {
                into.remove(organiser.address());
            }
        }
    }

    private void tell(CalendarAddress who) {
        AttendeeView old = AttendeeView.of(isNeverTold(who) ? null : before, who);
        AttendeeView now = AttendeeView.of(after, who);
        var saying = new Sayer(who, old);
        if (now.isEmpty()) {
            cancelAll(saying, old);
        } else if (old.isEmpty() || isAsked(now, who)) {
            saying.request(now, old.isEmpty() || isFirst(now));
        } else {
            change(saying, old, now);
        }
    }

    /** Whether they know nothing of the event, so that there is nothing to take back. */
    private boolean isNeverTold(CalendarAddress who) {
        return before != null
                && before.parts().stream()
                        .map(part -> part.attendee(who))
                        .filter(Objects::nonNull)
                        .allMatch(LocalMarks::isNeverTold);
    }

    /** Whether the message is wanted without a change, or was held back before. */
    private boolean isAsked(AttendeeView view, CalendarAddress who) {
        // Off and on again without a word: which of the two they know is not known.
        return gone.contains(who)
                || view.attended().stream()
                        .map(part -> Objects.requireNonNull(part.attendee(who)))
                        .anyMatch(
                                a ->
                                        Scheduled.isForced(a)
                                                || a.property().parameter(LocalMarks.UNTOLD)
                                                        != null);
    }

    private void cancelAll(Sayer saying, AttendeeView old) {
        if (old.master() != null) {
            saying.say(Method.CANCEL, List.of(old.master()), false, "");
        } else {
            List<VEvent> ahead =
                    old.changed().values().stream().filter(part -> !isPast(part)).toList();
            if (!ahead.isEmpty()) {
                saying.say(Method.CANCEL, ahead, false, "");
            }
        }
    }

    private void change(Sayer saying, AttendeeView old, AttendeeView now) {
        if (old.master() != null && now.master() == null) {
            saying.say(Method.CANCEL, List.of(old.master()), false, "");
            now.changed().values().forEach(saying::requestAfterCancel);
        } else if (now.master() != null && isNewWhole(old, now)) {
            saying.request(now, old.isEmpty());
        } else {
            changeOccurrences(saying, old, now);
        }
    }

    /** Whether only the whole says it: the series changed, or which occurrences are theirs. */
    private boolean isNewWhole(AttendeeView old, AttendeeView now) {
        return old.master() == null
                || isNews(old.master(), Objects.requireNonNull(now.master()))
                || now.without().stream()
                        .anyMatch(id -> !old.without().contains(id) && isLeftOut(id, old))
                || old.without().stream().anyMatch(id -> !now.without().contains(id))
                || old.changed().keySet().stream()
                        .anyMatch(
                                id ->
                                        !now.changed().containsKey(id)
                                                && !now.without().contains(id));
    }

    /**
     * Taken off a date that was as in the series: the whole says so. One that differed for them, or
     * is cancelled for everybody, is cancelled by name, or their copy of it would stay.
     */
    private boolean isLeftOut(RecurrenceId id, AttendeeView old) {
        VEvent part = after.part(id);
        return !old.changed().containsKey(id) && !(part != null && part.isCancelled());
    }

    /** Each changed occurrence is a message of its own: not all programs take two in one. */
    private void changeOccurrences(Sayer saying, AttendeeView old, AttendeeView now) {
        now.changed()
                .forEach(
                        (id, part) -> {
                            VEvent known = old.before(id, this::ofSeries);
                            if (known == null || isNews(known, part)) {
                                saying.request(part);
                            }
                        });
        now.without().stream()
                .filter(id -> !old.without().contains(id))
                .forEach(
                        id -> {
                            VEvent known = old.before(id, this::ofSeries);
                            if (known != null) {
                                saying.cancel(known);
                            }
                        });
        old.changed()
                .forEach(
                        (id, part) -> {
                            if (now.master() == null && !now.changed().containsKey(id)) {
                                saying.cancel(part);
                            }
                        });
    }

    /** Held back until now, and never changed: who hears of it hears of it for the first time. */
    private static boolean isFirst(AttendeeView view) {
        return view.attended().stream().allMatch(part -> part.sequence() == 0);
    }

    /** A date as one of the series before. */
    private @Nullable VEvent ofSeries(RecurrenceId id) {
        return ofSeries.computeIfAbsent(
                        id,
                        name ->
                                Optional.ofNullable(
                                        before == null
                                                ? null
                                                : before.unchanged(name, person.zone())))
                .orElse(null);
    }

    /** Whether a part is news; before it was the same for all who knew it. */
    private boolean isNews(VEvent was, VEvent part) {
        return news.computeIfAbsent(part.recurrenceId(), id -> Significance.isNews(was, part));
    }

    private boolean isPast(VEvent part) {
        CalendarTime end = part.end();
        return end != null && end.instant(person.zone()).isBefore(now);
    }

    /** Says things to one of them, who knew that much; the same to several is said once. */
    private final class Sayer {

        private final CalendarAddress who;
        private final AttendeeView known;

        Sayer(CalendarAddress who, AttendeeView known) {
            this.who = who;
            this.known = known;
        }

        void request(AttendeeView view, boolean first) {
            say(
                    Method.REQUEST,
                    view.attended(),
                    () -> view.parts(person.zone()),
                    first,
                    String.valueOf(view.without()));
        }

        void request(VEvent part) {
            if (!isPast(part)) {
                say(Method.REQUEST, List.of(part), false, "");
            }
        }

        /** Told apart from the cancellation of all, in whichever order they come. */
        void requestAfterCancel(VEvent part) {
            if (!isPast(part)) {
                say(Method.REQUEST, List.of(part), false, AFTER_CANCEL);
            }
        }

        void cancel(VEvent part) {
            if (!isPast(part)) {
                say(Method.CANCEL, List.of(part), false, "");
            }
        }

        void say(Method method, List<VEvent> parts, boolean first, String view) {
            say(method, parts, () -> parts, first, view);
        }

        /**
         * @param named the parts that it is about
         * @param parts the same as they are said, made for the first who is to hear it
         */
        private void say(
                Method method,
                List<VEvent> named,
                Supplier<List<VEvent>> parts,
                boolean first,
                String view) {
            var key = new StringBuilder(method.name()).append(first).append(view);
            named.forEach(part -> key.append('\n').append(part.recurrenceId()));
            key.append('\n').append(known.isEmpty() ? "" : known.changed().keySet());
            key.append(known.master() != null);
            sayings.computeIfAbsent(
                            key.toString(),
                            k ->
                                    new Saying(
                                            method,
                                            parts.get(),
                                            first,
                                            known.event(person.zone()),
                                            view.equals(AFTER_CANCEL),
                                            new ArrayList<>()))
                    .to()
                    .add(who);
        }
    }

    private static final String AFTER_CANCEL = "after the cancellation of the whole";

    private Outgoing outgoing(Saying saying) {
        Instant written = saying.late() ? stamp.plusSeconds(1) : stamp;
        List<VEvent> parts =
                saying.parts().stream()
                        .map(
                                part ->
                                        saying.method() == Method.CANCEL
                                                ? cancellation(part, saying.to())
                                                : UserActionRules.shared(part).withStamp(written))
                        .toList();
        return new Outgoing(
                saying.method(),
                saying.to(),
                parts,
                comment,
                saying.first(),
                saying.known(),
                false);
    }

    /** As much of a part as one needs to find it who is not to come. */
    static VEvent bare(VEvent part) {
        List<Property> properties =
                part.component().properties().stream()
                        .filter(property -> OF_A_CANCEL.contains(property.name()))
                        .toList();
        return new VEvent(new Component("VEVENT", properties, List.of()), part.zones());
    }

    /**
     * CANCEL names those it concerns; STATUS says so where it is cancelled for everybody (RFC 5546,
     * 3.2.5).
     */
    private VEvent cancellation(VEvent known, List<CalendarAddress> to) {
        VEvent current = after.part(known.recurrenceId());
        VEvent speaking = current != null ? current : after.main();
        var properties = new ArrayList<>(bare(known).component().properties());
        for (CalendarAddress address : to) {
            Attendee attendee = known.attendee(address);
            properties.add((attendee == null ? Attendee.of(address) : attendee).property());
        }
        if (!comment.isBlank()) {
            properties.add(Property.ofText("COMMENT", comment));
        }
        VEvent cancel =
                new VEvent(new Component("VEVENT", properties, List.of()), known.zones())
                        .withSequenceUpTo(known)
                        .withSequenceUpTo(speaking)
                        .withStamp(stamp);
        return UserActionRules.shared(
                current == null || current.isCancelled() ? cancel.cancelled() : cancel);
    }
}
