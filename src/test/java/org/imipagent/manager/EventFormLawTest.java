package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.imipagent.itip.UserAction;
import org.imipagent.itip.Verdict;
import org.imipagent.recurrence.Recurrences;
import org.junit.jupiter.api.Test;

/**
 * What holds of every form of an event: the rule that is kept is the one that the form said, by a
 * count of days that knows nothing of rules; the form of what was kept says the same again; and a
 * form that is sent as it was shown changes nothing, however odd the rule.
 */
class EventFormLawTest {

    private static final int FORMS = 250;
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final List<String> WEEK = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final List<ActionRequest> clicks = new ArrayList<>();

    private Manager manager(SampleCalendar calendar) {
        return Sample.manager(
                calendar,
                click -> {
                    clicks.add(click);
                    return new Outcome.Done(Verdict.SAVED, 7);
                });
    }

    /** A field as a browser sends it; a name may come several times. */
    record Field(String name, String value) {}

    private static String encoded(List<Field> fields) {
        return fields.stream()
                .map(f -> f.name() + "=" + URLEncoder.encode(f.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private VEvent saved(Manager manager, String path, List<Field> fields) {
        clicks.clear();
        var answer = Sample.post(manager, path, encoded(fields));
        assertEquals(303, answer.status(), fields + answer.body());
        var save = (UserAction.Save) clicks.getFirst().act();
        return Objects.requireNonNull(save.after().master());
    }

    // ---- Forms of all that can be said

    private static List<Field> form(Random random, LocalDate start) {
        String repeat = one(random, List.of("daily", "weekly", "monthly", "yearly", "dates"));
        var fields = new ArrayList<Field>();
        fields.add(new Field("action", "save"));
        fields.add(new Field("version", "0"));
        fields.add(new Field("title", "Law"));
        if (random.nextInt(4) == 0) {
            fields.add(new Field("all-day", "yes"));
        }
        fields.add(new Field("start-date", start.toString()));
        fields.add(new Field("start-time", one(random, List.of("00:00", "09:30", "23:45"))));
        fields.add(new Field("end-date", start.plusDays(1).toString()));
        fields.add(new Field("end-time", "23:59"));
        fields.add(new Field("repeat", repeat));
        fields.add(new Field("every", Integer.toString(1 + random.nextInt(3))));
        if (repeat.equals("weekly")) {
            WEEK.stream()
                    .filter(_ -> random.nextInt(3) == 0)
                    .forEach(day -> fields.add(new Field("day", day)));
        }
        fields.add(new Field("by", one(random, List.of("date", "nth", "last"))));
        int end = random.nextInt(3);
        fields.add(
                new Field(
                        "until",
                        end == 1 ? start.plusDays(40 + random.nextInt(900)).toString() : ""));
        fields.add(new Field("times", end == 2 ? Integer.toString(2 + random.nextInt(12)) : ""));
        int dates = repeat.equals("dates") ? 3 : random.nextInt(3);
        for (int i = 0; i < dates; i++) {
            fields.add(new Field("also", start.plusDays(3 + random.nextInt(300)).toString()));
            fields.add(new Field("skip", start.plusDays(1 + random.nextInt(60)).toString()));
        }
        return fields;
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String value(List<Field> fields, String name) {
        return fields.stream()
                .filter(f -> f.name().equals(name))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    private static List<String> values(List<Field> fields, String name) {
        return fields.stream()
                .filter(f -> f.name().equals(name) && !f.value().isEmpty())
                .map(Field::value)
                .toList();
    }

    @Test
    void theFormTheRuleAndTheFormOfTheRuleSayTheSame() {
        var random = new Random(7);
        for (int i = 0; i < FORMS; i++) {
            LocalDate start = FIRST.plusDays(random.nextInt(700));
            List<Field> form = form(random, start);
            VEvent series = saved(manager(Sample.november()), "/new", form);
            assertEquals(expected(form, start), dates(series), form + "\n" + series);
            List<Field> shown = shown(text(series), "/event/law%40example.com?edit=1");
            LocalDate first = expectedFirst(form, start);
            assertEquals(first.toString(), value(shown, "start-date"), form.toString());
            for (String name : List.of("repeat", "every", "until", "times")) {
                boolean isSaid = !value(form, "repeat").equals("dates") || name.equals("repeat");
                assertEquals(isSaid ? value(form, name) : value(shown, name), value(shown, name));
            }
            if (List.of("monthly", "yearly").contains(value(form, "repeat"))) {
                assertEquals(value(form, "by"), value(shown, "by"), form + "\n" + series);
            }
            if (value(form, "repeat").equals("weekly")) {
                var days = values(form, "day");
                assertEquals(
                        days.isEmpty() ? List.of(day(start)) : days,
                        values(shown, "day"),
                        form.toString());
            }
            for (String name : List.of("skip", "also")) {
                assertEquals(
                        new TreeSet<>(values(form, name)),
                        new TreeSet<>(values(shown, name)),
                        form.toString());
            }
        }
    }

    private static String day(LocalDate date) {
        return WEEK.get(date.getDayOfWeek().getValue() - 1);
    }

    /** The first so many dates of a series, on the wall. */
    private static List<LocalDate> dates(VEvent series) {
        return Recurrences.next(
                        Event.of(series),
                        Sample.at("2026-01-01T00:00:00Z"),
                        30,
                        Sample.OSLO,
                        Limits.STANDARD)
                .stream()
                .map(instance -> instance.start().wall().toLocalDate())
                .toList();
    }

    /** Counted day by day. */
    private static List<LocalDate> expected(List<Field> form, LocalDate start) {
        LocalDate first = expectedFirst(form, start);
        String until = value(form, "until");
        String times = value(form, "times");
        var all = new TreeSet<LocalDate>();
        int most = times.isEmpty() ? 60 : Integer.parseInt(times);
        for (int i = 0; i < 36_000 && all.size() < most; i++) {
            LocalDate day = first.plusDays(i);
            boolean isOver = !until.isEmpty() && day.isAfter(LocalDate.parse(until));
            if (day.equals(first) || (!isOver && falls(form, start, first, day))) {
                all.add(day);
            }
        }
        values(form, "also").forEach(day -> all.add(LocalDate.parse(day)));
        values(form, "skip").forEach(day -> all.remove(LocalDate.parse(day)));
        return all.stream().limit(30).toList();
    }

    private static LocalDate expectedFirst(List<Field> form, LocalDate start) {
        LocalDate day = start;
        List<String> days = values(form, "day");
        while (!days.isEmpty() && !days.contains(day(day))) {
            day = day.plusDays(1);
        }
        boolean isLast =
                value(form, "by").equals("last")
                        && List.of("monthly", "yearly").contains(value(form, "repeat"));
        return isLast ? start.with(TemporalAdjusters.lastInMonth(start.getDayOfWeek())) : day;
    }

    private static boolean falls(
            List<Field> form, LocalDate start, LocalDate first, LocalDate day) {
        long every = Long.parseLong(value(form, "every"));
        return switch (value(form, "repeat")) {
            case "daily" -> ChronoUnit.DAYS.between(first, day) % every == 0;
            case "weekly" -> {
                long weeks =
                        ChronoUnit.WEEKS.between(
                                first.with(DayOfWeek.MONDAY), day.with(DayOfWeek.MONDAY));
                List<String> days = values(form, "day");
                yield weeks % every == 0
                        && (days.isEmpty() ? List.of(day(start)) : days).contains(day(day));
            }
            case "monthly" -> {
                long months =
                        ChronoUnit.MONTHS.between(first.withDayOfMonth(1), day.withDayOfMonth(1));
                yield months % every == 0 && isSameInMonth(form, first, day);
            }
            case "yearly" ->
                    (day.getYear() - first.getYear()) % every == 0
                            && day.getMonth() == first.getMonth()
                            && isSameInMonth(form, first, day);
            default -> false;
        };
    }

    private static boolean isSameInMonth(List<Field> form, LocalDate first, LocalDate day) {
        boolean sameWeekday = first.getDayOfWeek() == day.getDayOfWeek();
        return switch (value(form, "by")) {
            case "nth" ->
                    sameWeekday && (first.getDayOfMonth() - 1) / 7 == (day.getDayOfMonth() - 1) / 7;
            case "last" -> sameWeekday && day.plusDays(7).getMonth() != day.getMonth();
            default -> first.getDayOfMonth() == day.getDayOfMonth();
        };
    }

    // ---- Rules of others

    private static final List<String> PARTS =
            List.of(
                    "INTERVAL=2",
                    "INTERVAL=1",
                    "BYDAY=TU",
                    "BYDAY=TU,TH",
                    "BYDAY=MO,WE",
                    "BYDAY=2TU",
                    "BYDAY=-1TU",
                    "BYDAY=1TU,3TU",
                    "BYMONTHDAY=9",
                    "BYMONTHDAY=-1",
                    "BYMONTHDAY=1,15",
                    "BYMONTH=11",
                    "BYMONTH=1,7",
                    "BYSETPOS=2",
                    "BYSETPOS=-1",
                    "BYHOUR=9,15",
                    "BYWEEKNO=20",
                    "BYYEARDAY=100",
                    "WKST=SU",
                    "WKST=MO",
                    "COUNT=10",
                    "COUNT=1000000000",
                    "UNTIL=20280630",
                    "UNTIL=20280630T120000Z",
                    "X-OURS=1");

    private static final List<String> DATES =
            List.of(
                    "EXDATE;TZID=Europe/Oslo:20271116T093000,20271207T093000",
                    "EXDATE;VALUE=DATE:20271116",
                    "EXDATE:20271116T083000Z",
                    "EXDATE;TZID=Europe/Oslo:20271116T120000",
                    "RDATE;TZID=Europe/Oslo:20271118T093000",
                    "RDATE;TZID=Europe/Oslo:20271118T170000",
                    "RDATE;VALUE=PERIOD;TZID=Europe/Oslo:20271118T093000/PT3H");

    private static String series(Random random) {
        var rule =
                new StringBuilder(
                        "FREQ=" + one(random, List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY")));
        int parts = random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            rule.append(';').append(one(random, PARTS));
        }
        var text =
                new StringBuilder(
                        """
                        UID:law@example.com
                        DTSTART;TZID=Europe/Oslo:20271109T093000
                        DTEND;TZID=Europe/Oslo:20271109T103000
                        SUMMARY:Law
                        X-KEPT;X-P=1:as it is
                        CATEGORIES:Work
                        """);
        text.append("RRULE:").append(rule).append('\n');
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append(one(random, DATES)).append('\n');
        }
        return text.toString();
    }

    @Test
    void aFormSentAsItWasShownChangesNothingAndOneWithAnotherTitleNothingElse() {
        var random = new Random(11);
        for (int i = 0; i < FORMS; i++) {
            String text = series(random);
            var manager = manager(Sample.with(text));
            List<Field> shown = shown(text, "/event/law%40example.com?edit=1");
            var same = new ArrayList<>(shown);
            same.add(new Field("action", "save"));
            assertEquals(
                    Sample.read(text).master(),
                    saved(manager, "/event/law%40example.com", same),
                    text);
            var titled = new ArrayList<Field>();
            same.forEach(
                    f -> titled.add(f.name().equals("title") ? new Field("title", "Other") : f));
            clicks.clear();
            assertEquals(
                    303,
                    Sample.post(manager, "/event/law%40example.com", encoded(titled)).status(),
                    text);
            var act = (UserAction.SaveSeries) clicks.getFirst().act();
            assertEquals(null, act.rhythm(), text);
            assertEquals(
                    Objects.requireNonNull(Sample.read(text).master())
                            .with(Property.of("SUMMARY", "Other")),
                    act.after(),
                    text);
        }
    }

    // ---- What a browser sees

    private static String text(VEvent event) {
        return event.component().properties().stream()
                .map(EventFormLawTest::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Property property) {
        String value = property.name().equals("UID") ? "law@example.com" : property.value();
        return property.name()
                + property.parameters().stream()
                        .map(p -> ";" + p.name() + "=" + p.value())
                        .collect(Collectors.joining())
                + ":"
                + value;
    }

    /** The fields of the form of an event, as a browser would send them. */
    private List<Field> shown(String event, String path) {
        var answer = Sample.get(manager(Sample.with(event)), path);
        assertEquals(200, answer.status(), answer.body());
        return fields(answer.body());
    }

    private static final Pattern CONTROL =
            Pattern.compile(
                    "(?s)<input ([^>]*)>|<select [^>]*name=\"([^\"]*)\".*?</select>"
                            + "|<textarea [^>]*name=\"([^\"]*)\"[^>]*>\n?(.*?)</textarea>");

    static List<Field> fields(String page) {
        String form = page.substring(page.indexOf("<form class=\"edit\""));
        var fields = new ArrayList<Field>();
        var controls = CONTROL.matcher(form.substring(0, form.indexOf("</form>")));
        while (controls.find()) {
            if (controls.group(1) != null) {
                input(controls.group(1), fields);
            } else if (controls.group(2) != null) {
                String option = attribute(controls.group(), "<option value=\"([^\"]*)\" selected");
                fields.add(new Field(controls.group(2), option));
            } else {
                fields.add(new Field(controls.group(3), plain(controls.group(4))));
            }
        }
        return fields;
    }

    private static void input(String attributes, List<Field> fields) {
        String type = attribute(attributes, "type=\"([^\"]*)\"");
        boolean isOff =
                List.of("checkbox", "radio").contains(type) && !attributes.contains(" checked");
        if (!isOff) {
            fields.add(
                    new Field(
                            attribute(attributes, "name=\"([^\"]*)\""),
                            plain(attribute(attributes, "value=\"([^\"]*)\""))));
        }
    }

    private static String attribute(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String plain(String html) {
        return Map.of("&lt;", "<", "&gt;", ">", "&#34;", "\"", "&#39;", "'").entrySet().stream()
                .reduce(
                        html,
                        (text, entry) -> text.replace(entry.getKey(), entry.getValue()),
                        (one, _) -> one)
                .replace("&amp;", "&");
    }
}
