package org.imipagent.itip;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RuleText;
import org.imipagent.calendar.VEvent;

/**
 * Which change of an event asks everybody anew (RFC 5546, 2.1.4): start, end, rules, excluded
 * dates. And which is news all the same.
 */
final class Significance {

    private static final List<String> DATES = List.of("RDATE", "EXDATE");
    private static final List<String> RULES = List.of("RRULE", "EXRULE");

    /** What a letter tells besides the time: it is told when it changes, and nobody asked anew. */
    private static final List<String> TOLD = List.of("SUMMARY", "LOCATION", "STATUS");

    /** What else is news from the organiser: the way into a call, say. */
    private static final List<String> READ = List.of("DESCRIPTION", "URL");

    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9]*(\\s[^<>]*)?/?>");
    private static final Pattern HREF =
            Pattern.compile("href\\s*=\\s*[\"']?([^\"'\\s]+)", Pattern.CASE_INSENSITIVE);

    private Significance() {}

    static boolean isChange(VEvent before, VEvent after) {
        return isMoved(before, after)
                || DATES.stream().anyMatch(name -> !dates(before, name).equals(dates(after, name)));
    }

    /**
     * Whether an organiser who sends another version asks anew. Dates left out without a higher
     * SEQUENCE were cancelled one by one before; a time that is another is another, whatever its
     * sender counts.
     */
    static boolean asksAnew(VEvent before, VEvent after) {
        return before.sequence() == after.sequence()
                ? isMoved(before, after)
                : isChange(before, after);
    }

    /** Another time or another rule; which dates are left out is no matter. */
    static boolean isMoved(VEvent before, VEvent after) {
        return !before.isSameTime(after)
                || !sameZone(before, after)
                || RULES.stream().anyMatch(name -> !rules(before, name).equals(rules(after, name)));
    }

    /** Whether those who know the one are to be told the other. */
    static boolean isNews(VEvent before, VEvent after) {
        return isChange(before, after)
                || !isToldAs(before, after)
                || READ.stream().anyMatch(name -> !isReadAs(before.text(name), after.text(name)));
    }

    /** Programs write a text anew, with other line ends or as HTML: it is read as the same. */
    private static boolean isReadAs(String before, String after) {
        return before.equals(after) || bare(before).equals(bare(after));
    }

    /** The words of a text and where its links go. */
    private static String bare(String text) {
        return TAG.matcher(text)
                .replaceAll(tag -> Matcher.quoteReplacement(" " + link(tag.group()) + " "))
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("[\\s\u00a0]+", " ")
                .strip();
    }

    private static String link(String tag) {
        Matcher href = HREF.matcher(tag);
        return href.find() ? href.group(1) : "";
    }

    static boolean isToldAs(VEvent before, VEvent after) {
        return TOLD.stream().allMatch(name -> told(before, name).equals(told(after, name)));
    }

    private static String told(VEvent event, String name) {
        String text = event.text(name).strip();
        return name.equals("STATUS") && text.equalsIgnoreCase("CONFIRMED") ? "" : text;
    }

    /** In a series the zone tells the times of all but the first occurrence. */
    private static boolean sameZone(VEvent before, VEvent after) {
        return !before.component().has("RRULE")
                || !(before.start() instanceof CalendarTime.Zoned was)
                || !(after.start() instanceof CalendarTime.Zoned is)
                || was.zone().rules().equals(is.zone().rules());
    }

    /** The dates, however many stand in one property. */
    private static Set<String> dates(VEvent event, String name) {
        var values = new TreeSet<String>();
        for (Property property : event.component().all(name)) {
            String zone = property.parameter("TZID");
            for (String value : property.value().split(",", -1)) {
                values.add((zone == null ? "" : zone) + ":" + value.strip());
            }
        }
        return values;
    }

    /** The rules, in whatever order their parts stand; an INTERVAL of 1 says nothing. */
    private static Set<String> rules(VEvent event, String name) {
        var values = new TreeSet<String>();
        for (Property property : event.component().all(name)) {
            var parts = new TreeSet<String>();
            RuleText.of(property.value())
                    .parts()
                    .forEach(p -> parts.add(p.toUpperCase(Locale.ROOT)));
            parts.remove("INTERVAL=1");
            values.add(String.join(";", parts));
        }
        return values;
    }
}
