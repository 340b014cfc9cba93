package org.imipagent.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.Window;
import org.imipagent.messages.Dates;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.scheduling.SchedulingAnswer.Asked;
import org.imipagent.scheduling.SchedulingAnswer.Refused;
import org.imipagent.settings.Checked.Bad;
import org.imipagent.settings.Checked.Good;
import org.imipagent.settings.Durations;
import org.imipagent.settings.WorkingHours;

/**
 * What a resource says along with its answer, as the organiser reads it. Of what takes its time
 * only the time is told.
 *
 * @param zone in which times are told
 */
public record SchedulingWording(Messages texts, Zone zone) {

    /** As many times are named. */
    private static final int MOST = 5;

    /** Why it is refused, and what is free instead. */
    public String refused(Refused refused) {
        String why = why(refused);
        return refused.free().isEmpty()
                ? why
                : why + " " + texts.say(MessageKey.RESOURCE_FREE, "times", spans(refused.free()));
    }

    private String why(Refused refused) {
        String detail = refused.detail();
        return switch (refused.reason()) {
            case BUSY -> texts.say(MessageKey.RESOURCE_TAKEN, "times", times(refused.taken()));
            case OTHER_DOMAIN -> texts.say(MessageKey.RESOURCE_OTHER_DOMAIN, "domain", detail);
            case NOT_ALLOWED -> texts.say(MessageKey.RESOURCE_NOT_ALLOWED);
            case CLOSED ->
                    texts.say(
                            MessageKey.RESOURCE_CLOSED,
                            "hours",
                            hours(texts, detail),
                            "times",
                            times(refused.taken()));
            case TOO_LONG -> texts.say(MessageKey.RESOURCE_TOO_LONG, "duration", duration(detail));
            case TOO_FAR_AHEAD ->
                    texts.say(MessageKey.RESOURCE_TOO_FAR_AHEAD, "duration", duration(detail));
            case TOO_SOON -> texts.say(MessageKey.RESOURCE_TOO_SOON, "duration", duration(detail));
            case OVER_QUOTA ->
                    texts.say(MessageKey.RESOURCE_OVER_QUOTA, "duration", duration(detail));
            case ENDLESS -> texts.say(MessageKey.RESOURCE_ENDLESS);
            case BOOKED_ELSEWHERE ->
                    texts.say(
                            MessageKey.RESOURCE_BOOKED_ELSEWHERE, "times", times(refused.taken()));
            case REFUSED_HERE ->
                    detail.isEmpty() ? texts.say(MessageKey.RESOURCE_NOT_ALLOWED) : detail;
            case NOT_SET_UP -> texts.say(MessageKey.RESOURCE_NOT_SET_UP);
        };
    }

    /** Opening hours as they are written in settings, in the words of a language. */
    public static String hours(Messages texts, String hours) {
        return switch (WorkingHours.parse(hours)) {
            case Good(var good) -> new Dates(texts).hours(good);
            case Bad<WorkingHours> _ -> hours;
        };
    }

    /** What goes with an acceptance; "" where all of it is accepted. */
    public String accepted(List<Window> except) {
        return except.isEmpty()
                ? ""
                : texts.say(MessageKey.RESOURCE_EXCEPT, "times", times(except));
    }

    /** Why one date of several is declined. */
    public String taken(Window time) {
        return texts.say(MessageKey.RESOURCE_TAKEN, "times", times(List.of(time)));
    }

    /** That somebody is asked first. */
    public String asked(Asked asked) {
        var owners = new ArrayList<String>();
        for (CalendarAddress owner : asked.owners()) {
            owners.add(owner.email());
        }
        String first = texts.say(MessageKey.RESOURCE_ASKED, "owner", texts.joined(owners));
        return asked.except().isEmpty() ? first : first + " " + accepted(asked.except());
    }

    /**
     * That another time is proposed, which is kept for who asks.
     *
     * @param until when it is
     */
    public String proposed(Instant until) {
        String at = new Dates(texts).briefMoment(zone.local(until)) + " (" + zone.name() + ")";
        return texts.say(MessageKey.RESOURCE_PROPOSED)
                + " "
                + texts.say(MessageKey.RESOURCE_HELD, "until", at);
    }

    /** That another resource takes the place of this one. */
    public String movedTo(String resource) {
        return texts.say(MessageKey.RESOURCE_MOVED_TO, "resource", resource);
    }

    private String duration(String text) {
        Duration duration = Durations.parse(text);
        return duration == null ? text : texts.duration(duration);
    }

    /** The times on the wall of the resource, with the name of its zone. */
    public String times(List<Window> windows) {
        return spans(windows) + " (" + zone.name() + ")";
    }

    private String spans(List<Window> windows) {
        var dates = new Dates(texts);
        var times = new ArrayList<String>();
        for (Window each : windows.subList(0, Math.min(MOST, windows.size()))) {
            LocalDateTime start = zone.local(each.from());
            times.add(dates.briefSpan(start, zone.local(each.to())));
        }
        if (windows.size() > MOST) {
            times.add("…");
        }
        return texts.separated(times);
    }
}
