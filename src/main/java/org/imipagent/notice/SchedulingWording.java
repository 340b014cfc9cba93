package org.imipagent.notice;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.Window;
import org.imipagent.messages.Dates;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.scheduling.SchedulingAnswer;

/**
 * Why a resource refuses, as the organiser reads it. Of what takes its time only the time is told.
 */
public final class SchedulingWording {

    /** As many times are named. */
    private static final int MOST = 5;

    private SchedulingWording() {}

    /** A comment for the reply; "" where it is accepted. */
    public static String comment(SchedulingAnswer answer, Messages texts, Zone zone) {
        return switch (answer.reason()) {
            case ACCEPTED -> "";
            case BUSY -> texts.say(MessageKey.RESOURCE_TAKEN, "times", times(answer, texts, zone));
            case OTHER_DOMAIN ->
                    texts.say(MessageKey.RESOURCE_OTHER_DOMAIN, "domain", answer.detail());
            case NOT_ALLOWED -> texts.say(MessageKey.RESOURCE_NOT_ALLOWED);
            case NOT_SET_UP -> texts.say(MessageKey.RESOURCE_NOT_SET_UP);
        };
    }

    private static String times(SchedulingAnswer answer, Messages texts, Zone zone) {
        var dates = new Dates(texts);
        var times = new ArrayList<String>();
        List<Window> taken = answer.taken();
        for (Window each : taken.subList(0, Math.min(MOST, taken.size()))) {
            LocalDateTime start = zone.local(each.from());
            times.add(dates.briefSpan(start, zone.local(each.to())));
        }
        if (taken.size() > MOST) {
            times.add("…");
        }
        return texts.joined(times) + " (" + zone.name() + ")";
    }
}
