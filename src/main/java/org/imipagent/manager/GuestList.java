package org.imipagent.manager;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.VEvent;
import org.imipagent.itip.LocalMarks;
import org.imipagent.manager.EventView.Invited;
import org.imipagent.manager.EventView.People;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.jspecify.annotations.Nullable;

/** Who is invited to an event: as what, and what each answered. */
final class GuestList {

    private static final int MOST = 200;

    private final PageContext context;
    private final Messages texts;
    private final VEvent part;

    private GuestList(PageContext context, VEvent part) {
        this.context = context;
        this.texts = context.texts();
        this.part = part;
    }

    /** Null where nobody is invited. */
    static @Nullable People of(PageContext context, VEvent part) {
        return part.attendees().isEmpty() ? null : new GuestList(context, part).people();
    }

    private People people() {
        List<Attendee> attendees = part.attendees();
        var invited = new ArrayList<Invited>();
        for (Attendee attendee : attendees) {
            if (invited.size() < MOST) {
                invited.add(invited(attendee));
            }
        }
        int more = attendees.size() - invited.size();
        return new People(
                texts.say(MessageKey.ATTENDEES),
                summary(attendees),
                texts.say(MessageKey.NAME),
                texts.say(MessageKey.ANSWER),
                invited,
                more == 0 ? "" : "+" + more);
    }

    /** "4 guests: 2 yes, 1 maybe, 1 no reply yet"; rooms and the like are no guests. */
    private String summary(List<Attendee> attendees) {
        Map<Participation, Integer> counts = new EnumMap<>(Participation.class);
        int guests = 0;
        for (Attendee attendee : attendees) {
            if (!isThing(attendee)) {
                guests++;
                counts.merge(attendee.participation(), 1, Integer::sum);
            }
        }
        var answers = new ArrayList<String>();
        add(answers, counts, Participation.ACCEPTED, MessageKey.GUESTS_YES);
        add(answers, counts, Participation.TENTATIVE, MessageKey.GUESTS_MAYBE);
        add(answers, counts, Participation.DECLINED, MessageKey.GUESTS_NO);
        add(answers, counts, Participation.DELEGATED, MessageKey.GUESTS_DELEGATED);
        add(answers, counts, Participation.NEEDS_ACTION, MessageKey.GUESTS_WAITING);
        return guests == 0
                ? ""
                : texts.label(texts.count(MessageKey.GUESTS, guests)) + " " + texts.joined(answers);
    }

    private void add(
            List<String> answers,
            Map<Participation, Integer> counts,
            Participation how,
            MessageKey text) {
        Integer count = counts.get(how);
        if (count != null) {
            answers.add(texts.say(text, "number", Integer.toString(count)));
        }
    }

    private static boolean isThing(Attendee attendee) {
        String kind = word(attendee, "CUTYPE");
        return kind.equals("ROOM") || kind.equals("RESOURCE");
    }

    private Invited invited(Attendee attendee) {
        return new Invited(
                UntrustedText.line(attendee.name()),
                email(attendee),
                note(attendee),
                texts.answer(attendee.participation()),
                attendee.participation().partstat().toLowerCase(Locale.ROOT),
                before(attendee),
                comment(attendee),
                UntrustedText.line(given(attendee, LocalMarks.STATUS)));
    }

    /** What they wrote along; the person's own stands beside their answer. */
    private String comment(Attendee attendee) {
        return context.person().is(attendee.address())
                ? ""
                : UntrustedText.line(given(attendee, LocalMarks.COMMENT));
    }

    private String note(Attendee attendee) {
        Attendee organiser = part.organiser();
        boolean isOrganiser = organiser != null && organiser.address().equals(attendee.address());
        return context.joined(
                context.person().is(attendee.address()) ? texts.say(MessageKey.YOU) : "",
                isOrganiser ? texts.say(MessageKey.IS_ORGANISER) : "",
                kind(attendee),
                role(attendee),
                delegated(attendee, "DELEGATED-TO", MessageKey.MAIL_PASSED_TO),
                delegated(attendee, "DELEGATED-FROM", MessageKey.IN_PLACE_OF));
    }

    /** ROLE (RFC 5545, 3.2.16); who is required is not said, for that is the usual. */
    private String role(Attendee attendee) {
        return switch (word(attendee, "ROLE")) {
            case "OPT-PARTICIPANT" -> texts.say(MessageKey.OPTIONAL);
            case "CHAIR" -> texts.say(MessageKey.ROLE_CHAIR);
            case "NON-PARTICIPANT" -> texts.say(MessageKey.ROLE_INFORMATION);
            default -> "";
        };
    }

    /** CUTYPE (RFC 5545, 3.2.3). */
    private String kind(Attendee attendee) {
        return switch (word(attendee, "CUTYPE")) {
            case "ROOM" -> texts.say(MessageKey.KIND_ROOM);
            case "RESOURCE" -> texts.say(MessageKey.KIND_RESOURCE);
            case "GROUP" -> texts.say(MessageKey.KIND_GROUP);
            default -> "";
        };
    }

    /** Who goes for whom (RFC 5545, 3.2.4 and 3.2.5): by name where they are invited, too. */
    private String delegated(Attendee attendee, String parameter, MessageKey sentence) {
        String other = given(attendee, parameter);
        if (other.isBlank()) {
            return "";
        }
        var address = new CalendarAddress(other.split(",", -1)[0].replace("\"", ""));
        Attendee known = part.attendee(address);
        return texts.say(
                sentence,
                "name",
                UntrustedText.line(known == null ? address.email() : known.name()));
    }

    /** What they had answered before they were asked anew (DESIGN, 6); "" for nothing. */
    private String before(Attendee attendee) {
        String was = attendee.property().parameter(LocalMarks.WAS);
        return was == null || attendee.participation() != Participation.NEEDS_ACTION
                ? ""
                : texts.say(
                        MessageKey.ANSWER_BEFORE, "answer", texts.answer(Participation.of(was)));
    }

    /** The address where the name is another; a name is whatever a stranger chose. */
    static String email(Attendee somebody) {
        String email = UntrustedText.line(somebody.address().email());
        return email.equals(UntrustedText.line(somebody.name())) ? "" : email;
    }

    private static String given(Attendee attendee, String parameter) {
        String value = attendee.property().parameter(parameter);
        return value == null ? "" : value;
    }

    private static String word(Attendee attendee, String parameter) {
        return given(attendee, parameter).strip().toUpperCase(Locale.ROOT);
    }
}
