package org.imipagent.manager;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.imipagent.agent.Resources;
import org.imipagent.agent.Resources.Resource;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.messages.MessageKey;
import org.imipagent.store.KeptEvent;

/** Who has a resource how long, week by week: for those who look after it. */
final class ResourceUse {

    /** The week before this one, this one, and the next ones. */
    private static final int WEEKS = 4;

    /** As many people are named; the others are among all. */
    private static final int MOST_PEOPLE = 20;

    /** The height of the highest column of the chart. */
    private static final long HEIGHT = 80;

    private ResourceUse() {}

    static ResourcesView.Use of(PageContext context, Resources resources, Resource resource) {
        LocalDate first = monday(context).minusWeeks(1);
        var all = new long[WEEKS];
        var people = new TreeMap<String, long[]>();
        Map<String, String> organisers = new HashMap<>();
        Instant from = context.zone().midnight(first);
        Instant to = context.zone().midnight(first.plusWeeks(WEEKS));
        for (Occurrence each : resources.schedule(resource).occurrences(from, to)) {
            int week = week(context, first, each.start());
            if (each.busy() != Busy.FREE && week >= 0 && week < WEEKS) {
                long minutes = Duration.between(each.start(), each.end()).toMinutes();
                String who =
                        organisers.computeIfAbsent(
                                each.uid(), uid -> organiser(context, resource, uid));
                all[week] += minutes;
                people.computeIfAbsent(who, _ -> new long[WEEKS])[week] += minutes;
            }
        }
        return view(context, first, all, people);
    }

    private static ResourcesView.Use view(
            PageContext context, LocalDate first, long[] all, Map<String, long[]> people) {
        var weeks = new ArrayList<String>();
        var columns = new ArrayList<ResourcesView.Column>();
        boolean isLeftToRight = context.texts().direction().equals("ltr");
        long most = Math.max(1, Arrays.stream(all).max().orElse(1));
        for (int i = 0; i < WEEKS; i++) {
            String day = context.dates().dayAndMonth(first.plusWeeks(i));
            weeks.add(context.texts().say(MessageKey.RESOURCE_USE_WEEK, "date", day));
            long height = all[i] * HEIGHT / most;
            columns.add(
                    new ResourcesView.Column(
                            Integer.toString(60 * (isLeftToRight ? i : WEEKS - 1 - i) + 10),
                            Long.toString(HEIGHT - height),
                            Long.toString(height),
                            hours(all[i])));
        }
        var rows = new ArrayList<ResourcesView.Hours>();
        rows.add(row(context.texts().say(MessageKey.RESOURCE_USE_ALL), all));
        for (Map.Entry<String, long[]> each : people.entrySet()) {
            if (rows.size() <= MOST_PEOPLE) {
                rows.add(row(each.getKey(), each.getValue()));
            }
        }
        return new ResourcesView.Use(
                context.texts().say(MessageKey.RESOURCE_USE),
                context.texts().say(MessageKey.RESOURCE_USE_PERSON),
                weeks,
                columns,
                rows);
    }

    private static ResourcesView.Hours row(String who, long[] minutes) {
        var hours = new ArrayList<String>();
        for (long each : minutes) {
            hours.add(hours(each));
        }
        return new ResourcesView.Hours(who, hours);
    }

    /** 90 minutes are 1.5. */
    private static String hours(long minutes) {
        long tenths = Math.round(minutes / 6.0);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    private static LocalDate monday(PageContext context) {
        LocalDate today = context.today();
        return today.minusDays(
                Math.floorMod(today.getDayOfWeek().getValue() - context.firstDayOfWeek(), 7));
    }

    private static int week(PageContext context, LocalDate first, Instant start) {
        long days = context.zone().day(start).toEpochDay() - first.toEpochDay();
        return (int) Math.floorDiv(days, 7);
    }

    /** Who has booked it; "" where that is not known. */
    static String organiser(PageContext context, Resource resource, String uid) {
        KeptEvent kept = context.reading().event(resource.address(), uid);
        Event event = kept == null ? null : context.event(kept);
        Attendee organiser = event == null ? null : event.organiser();
        return organiser == null ? "" : UntrustedText.line(organiser.address().email());
    }
}
