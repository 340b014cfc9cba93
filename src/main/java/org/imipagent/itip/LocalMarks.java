package org.imipagent.itip;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.OneLine;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.calendar.Zones;
import org.jspecify.annotations.Nullable;

/**
 * Marks that only our own copy of an event has: parameters of an ATTENDEE, and properties of a
 * VEVENT. They never leave, for they mean nothing to others: {@link Outgoing} is made without them.
 * From others they would be a forgery: {@link Message} is made without them.
 */
public final class LocalMarks {

    private static final String OURS = "X-IMIP-AGENT-";

    /** The participation before a significant change asked anew. */
    public static final String WAS = OURS + "WAS";

    /**
     * DTSTAMP of the attendee's newest reply, so that an older one that comes later is seen as
     * such.
     */
    public static final String REPLIED = OURS + "REPLIED";

    /**
     * The same in an occurrence that the attendee answered by itself. Without it {@link #REPLIED}
     * is there as in the series that the occurrence was made from, and so is the answer.
     */
    public static final String REPLIED_HERE = OURS + "REPLIED-HERE";

    /** REQUEST-STATUS of the attendee's newest reply that says that something is wrong. */
    public static final String STATUS = OURS + "STATUS";

    /**
     * A property: who sent the mail that the event is from, where that is not its organiser. A
     * service that sends in the organiser's name goes on sending from there.
     */
    public static final String FROM = OURS + "FROM";

    /**
     * A property: whose event it was first, where another has become its organiser. They may always
     * take it back. Its parameters are SEQUENCE and DTSTAMP of the last version of theirs.
     */
    static final String ORGANISER_BEFORE = OURS + "ORGANISER-BEFORE";

    private static final String LAST_SEQUENCE = OURS + "SEQUENCE";
    private static final String LAST_STAMP = OURS + "DTSTAMP";

    /**
     * A property: who sent the mail that the part is from, where that is neither its organiser nor
     * somebody who speaks for them. It is shown, and gives no right.
     */
    public static final String SENDER = OURS + "SENDER";

    /** A property: the part is cancelled for the person alone, who was taken off it. */
    public static final String OFF = OURS + "OFF";

    /**
     * What an attendee wrote along with their newest reply: others' for the organiser to read, the
     * person's own for the person.
     */
    public static final String COMMENT = OURS + "COMMENT";

    /** As many characters of a comment are kept. */
    private static final int LONGEST_COMMENT = 500;

    /**
     * On TRANSP: it is as the organiser sent it. Without the mark the person's own program wrote
     * it, and whether an event takes their time is the person's affair.
     */
    public static final String THEIRS = OURS + "THEIRS";

    /**
     * The attendee has not been told of the event as it is: it was kept without sending. {@link
     * #NEVER} where they have not been told of it at all, else TRUE.
     */
    public static final String UNTOLD = OURS + "UNTOLD";

    static final String NEVER = "NEVER";

    /**
     * A property: the organiser named no address of the person's, and the invitation reached them
     * by a list. Without it, a date that does not name them is not theirs.
     */
    static final String REACHED = OURS + "REACHED";

    /** A property: an ATTENDEE who was taken off, which they have not been told. */
    public static final String GONE = OURS + "GONE";

    /**
     * A property: DTSTAMP of the version in which everybody was asked last, where it is not this
     * one. An answer that was given since counts, where its time is still the same.
     */
    public static final String ASKED = OURS + "ASKED";

    /**
     * A property of a series: the SEQUENCE since which its dates are at their times. What is said
     * of a date in an earlier version is of another one of that name. In a date the same of itself,
     * where its SEQUENCE was raised with its series.
     */
    static final String DATED = OURS + "DATED";

    /**
     * The answer crossed a version that asked anew: it stands until the organiser writes later
     * without having had it.
     */
    static final String CROSSED = OURS + "CROSSED";

    /** A property of a series: the SEQUENCE since which it has its times and its rule. */
    static final String MOVED = OURS + "MOVED";

    /** A property of a changed date: the names it had before its series was moved. */
    static final String NAMED = OURS + "NAMED";

    /** The names that a date had before its series was moved. */
    static List<String> namesBefore(VEvent date) {
        Property mark = date.component().first(NAMED);
        return mark == null ? List.of() : List.of(mark.value().split(","));
    }

    private LocalMarks() {}

    // ---- When an answer was written: REPLIED and REPLIED-HERE

    /** The mark of an answer to the event, or to one date of it. */
    static String repliedMark(@Nullable RecurrenceId id) {
        return id == null ? REPLIED : REPLIED_HERE;
    }

    /** When the answer of a mark was written; null where there is no such answer. */
    static @Nullable Instant repliedAt(Attendee attendee, String mark) {
        String stamp = attendee.property().parameter(mark);
        CalendarTime time = stamp == null ? null : Times.read(stamp, null, Zones.NONE);
        return time == null ? null : time.instant(Zone.UTC);
    }

    static Attendee replied(Attendee given, String mark, Instant written) {
        return given.with(mark, Times.write("DTSTAMP", CalendarTime.utc(written)).value());
    }

    /** The same answer written now: an organiser takes only what is later than the last one. */
    static Attendee repliedNow(Attendee given, String mark, Instant now) {
        return replied(given, mark, replyStamp(given, now));
    }

    /** DTSTAMP of an answer written now by who answered so before. */
    static Instant replyStamp(Attendee before, Instant now) {
        Instant stamp = Version.stamp(now, repliedAt(before, REPLIED));
        return Version.stamp(stamp, repliedAt(before, REPLIED_HERE));
    }

    /** An answer to a date by itself, whatever it was given as. */
    static Attendee repliedHere(Attendee attendee) {
        String stamp = attendee.property().parameter(REPLIED);
        return stamp == null || attendee.property().parameter(REPLIED_HERE) != null
                ? attendee
                : attendee.without(REPLIED).with(REPLIED_HERE, stamp);
    }

    // ---- What was written along with an answer: COMMENT

    /** With what was written along with the newest answer in the place of what was before. */
    static Attendee commented(Attendee given, String comment) {
        String line = commentLine(comment);
        return line.isEmpty() ? given.without(COMMENT) : given.with(COMMENT, line);
    }

    /** On one line, without what a parameter cannot hold. */
    static String commentLine(String comment) {
        String line = comment.replace('"', '\'').replaceAll("\\s+|\\p{Cntrl}", " ").strip();
        return line.length() <= LONGEST_COMMENT
                ? line
                : OneLine.start(line, LONGEST_COMMENT - 1) + "…";
    }

    /** With marks that another copy of the same attendee has, where it has none of its own. */
    static Attendee carried(Attendee attendee, Attendee old, String... marks) {
        Attendee result = attendee;
        for (String mark : marks) {
            String value = old.property().parameter(mark);
            if (value != null && attendee.property().parameter(mark) == null) {
                result = result.with(mark, value);
            }
        }
        return result;
    }

    /** Who sent a part, where that is not its organiser; null where it is. */
    public static @Nullable CalendarAddress sender(VEvent part) {
        Property sender = part.component().first(SENDER);
        return sender == null ? null : new CalendarAddress(sender.value());
    }

    /** Whose event it was first; null where it has not changed hands. */
    static @Nullable CalendarAddress organiserBefore(Event event) {
        Property mark = organiserBeforeMark(event);
        return mark == null ? null : new CalendarAddress(mark.value());
    }

    /**
     * A part of a new version, with the mark of whose event it was first.
     *
     * @param before the version that is kept
     * @param was its organiser; null for none
     * @param marked its mark; null where it has not changed hands
     */
    static VEvent withOrganiserBefore(
            VEvent part, Event before, @Nullable Attendee was, @Nullable Property marked) {
        Attendee organiser = part.organiser();
        if (organiser == null || was == null) {
            return part;
        }
        boolean isHanded = marked != null || !organiser.isSame(was);
        Property mark = marked == null ? organiserBeforeMark(was.address(), before) : marked;
        return isHanded && !organiser.address().equals(new CalendarAddress(mark.value()))
                ? part.with(mark)
                : part;
    }

    /** The mark of whose event it was first; null where it has not changed hands. */
    static @Nullable Property organiserBeforeMark(Event event) {
        return event.parts().stream()
                .map(part -> part.component().first(ORGANISER_BEFORE))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Property organiserBeforeMark(CalendarAddress first, Event last) {
        VEvent main = last.main();
        return Property.of(ORGANISER_BEFORE, first.uri())
                .with(LAST_SEQUENCE, main.sequenceText())
                .with(LAST_STAMP, Times.write("DTSTAMP", CalendarTime.utc(main.stamp())).value());
    }

    /**
     * A kept part as it counts against a message: where that is of whose event it was first, no
     * later than their own last version. Otherwise whoever took the event over could go on to
     * numbers and times after which there are none.
     */
    static VEvent counting(VEvent kept, @Nullable Attendee organiser) {
        Property mark = kept.component().first(ORGANISER_BEFORE);
        if (mark == null
                || organiser == null
                || !organiser.address().equals(new CalendarAddress(mark.value()))) {
            return kept;
        }
        String sequence = mark.parameter(LAST_SEQUENCE);
        String stamp = mark.parameter(LAST_STAMP);
        return sequence == null || stamp == null
                ? kept
                : kept.with(Property.of("SEQUENCE", sequence)).with(Property.of("DTSTAMP", stamp));
    }

    // ---- Who was taken off and does not know it: GONE

    /** An event as the attendees know it: with those who were not told that they are off. */
    static Event withGone(Event event) {
        return event.with(event.parts().stream().map(LocalMarks::withGone).toList());
    }

    private static VEvent withGone(VEvent part) {
        return part.without(GONE).withAbsent(gone(part));
    }

    /**
     * A part with those marked who stand in what is known and no longer in the part.
     *
     * @param known as the attendees know it; null for a new part
     */
    static VEvent markGone(@Nullable VEvent known, VEvent part) {
        VEvent result = part.without(GONE);
        if (known == null || known.isCancelled()) {
            return result;
        }
        List<Property> gone =
                known.attendees().stream()
                        .filter(attendee -> part.attendee(attendee.address()) == null)
                        .filter(attendee -> Scheduled.byUs(attendee) && !isNeverTold(attendee))
                        .map(Attendee::property)
                        .map(p -> new Property(GONE, p.parameters(), p.value()))
                        .toList();
        return new VEvent(result.component().plus(gone), result.zones());
    }

    /** Who was taken off a part, which they have not been told. */
    static Set<CalendarAddress> gone(Event event) {
        var gone = new HashSet<CalendarAddress>();
        event.parts().forEach(part -> gone(part).forEach(each -> gone.add(each.address())));
        return gone;
    }

    /** Whether the attendee knows nothing of the event. */
    public static boolean isNeverTold(Attendee attendee) {
        return NEVER.equals(attendee.property().parameter(UNTOLD));
    }

    /** Whether the attendee knows the event only as it was, or not at all. */
    public static boolean isUntold(Attendee attendee) {
        return attendee.property().parameter(UNTOLD) != null;
    }

    /** Those who were taken off and do not know it: {@link #GONE}. */
    public static List<Attendee> gone(VEvent part) {
        return part.component().all(GONE).stream()
                .map(p -> new Attendee(new Property("ATTENDEE", p.parameters(), p.value())))
                .toList();
    }

    public static Event without(Event event) {
        var changed = new TreeMap<>(event.changed());
        changed.replaceAll((id, part) -> without(part));
        VEvent master = event.master();
        return new Event(event.uid(), master == null ? null : without(master), changed);
    }

    static VEvent without(VEvent part) {
        return new VEvent(without(part.component()), part.zones());
    }

    private static Component without(Component component) {
        List<Property> properties =
                component.properties().stream()
                        .filter(p -> !p.name().startsWith(OURS))
                        .map(LocalMarks::without)
                        .toList();
        return component.with(
                properties, component.components().stream().map(LocalMarks::without).toList());
    }

    private static Property without(Property property) {
        if (property.parameters().stream().noneMatch(p -> p.name().startsWith(OURS))) {
            return property;
        }
        return new Property(
                property.name(),
                property.parameters().stream().filter(p -> !p.name().startsWith(OURS)).toList(),
                property.value());
    }
}
