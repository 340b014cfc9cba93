package org.imipagent.agent;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.itip.Message;
import org.imipagent.itip.Method;
import org.imipagent.itip.Outgoing;
import org.imipagent.itip.Verdict;
import org.imipagent.text.Dates;
import org.imipagent.text.Texts;
import org.imipagent.text.Word;

/** What a letter says of an event, in one language and one zone. */
record Words(Texts texts, Zone zone) {

    String subject(Outgoing outgoing, VEvent main, Participant participant) {
        return switch (outgoing.method()) {
            case REPLY -> texts.replySubject(answer(main, participant), main.summary());
            case CANCEL -> texts.cancelSubject(main.summary());
            case PUBLISH, REQUEST, ADD, REFRESH, COUNTER, DECLINECOUNTER -> main.summary();
        };
    }

    String sentence(Outgoing outgoing, VEvent main, Participant participant) {
        String name = name(participant);
        return switch (outgoing.method()) {
            case REPLY -> texts.replySentence(answer(main, participant), name);
            case CANCEL -> texts.cancelSentence(name);
            case PUBLISH, REQUEST, ADD, REFRESH, COUNTER, DECLINECOUNTER ->
                    texts.arrived(outgoing.method().name());
        };
    }

    private static String name(Participant participant) {
        return participant.name().isEmpty() ? participant.address().email() : participant.name();
    }

    private static Participation answer(VEvent main, Participant participant) {
        Attendee mine = participant.person().among(main);
        return mine == null ? Participation.NEEDS_ACTION : mine.participation();
    }

    /** What came, in a sentence; of a REPLY, who answered what. */
    String arrived(Message message, Verdict verdict) {
        var main = message.event().main();
        if (message.method() == Method.REQUEST && verdict == Verdict.UPDATED) {
            return texts.say(Word.MAIL_CHANGED);
        }
        if (message.method() == Method.CANCEL && main.recurrenceId() != null) {
            return texts.say(Word.MAIL_CANCEL_OCCURRENCE);
        }
        if (message.method() == Method.REPLY && !main.attendees().isEmpty()) {
            Attendee who = main.attendees().getFirst();
            return texts.replySentence(who.participation(), who.name());
        }
        return texts.arrived(message.method().name());
    }

    /** What, when, where and from whom: a label and a value in turn. */
    List<String> facts(VEvent main) {
        var facts = new ArrayList<String>();
        facts.addAll(List.of(texts.say(Word.COLUMN_EVENT), main.summary()));
        facts.addAll(List.of(texts.say(Word.WHEN), when(main)));
        facts.addAll(List.of(texts.say(Word.WHERE), main.location()));
        Attendee organiser = main.organiser();
        facts.addAll(List.of(texts.say(Word.ORGANISER), organiser == null ? "" : organiser.name()));
        return facts;
    }

    private String when(VEvent main) {
        CalendarTime start = main.start();
        CalendarTime end = main.end();
        if (start == null || end == null) {
            return "";
        }
        var dates = new Dates(texts);
        if (start.isDay()) {
            return dates.days(start.wall().toLocalDate(), end.wall().toLocalDate());
        }
        LocalDateTime from = zone.local(start.instant(zone));
        LocalDateTime to = zone.local(end.instant(zone));
        // ASCII, so that an English mail is plain text as it stands.
        return dates.span(from, to).replace('\u2013', '-') + " (" + zone.name() + ")";
    }
}
