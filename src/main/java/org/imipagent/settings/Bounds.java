package org.imipagent.settings;

import org.imipagent.calendar.Limits;

/**
 * The settings that bound what a stranger's mail may cost. What is kept is read within {@link
 * Limits#KEPT} instead: a setting that is lowered hides nothing that was let in before.
 *
 * @param messageBytes of a message that is looked into
 * @param calendarBytes of one calendar part
 * @param events of one message that are taken
 * @param occurrences of one event, up to the horizon
 * @param fromTheBeginning of one event that is written from its beginning; one with more is written
 *     from a while ago. The same for whoever lets it in, so that writing it anew changes nothing.
 */
public record Bounds(
        int messageBytes, int calendarBytes, int events, int occurrences, int fromTheBeginning) {

    public static Bounds of(Settings settings) {
        return new Bounds(
                settings.value(SiteSettings.MAX_MESSAGE_BYTES),
                settings.value(SiteSettings.MAX_CALENDAR_BYTES),
                settings.value(SiteSettings.MAX_EVENTS),
                settings.value(SiteSettings.MAX_OCCURRENCES),
                settings.value(SiteSettings.MAX_OCCURRENCES));
    }

    /** For what people do in their own calendar: an event that was let in can be answered. */
    public Bounds forOwn() {
        int most = Math.max(occurrences, Limits.STANDARD.instances());
        return new Bounds(messageBytes, calendarBytes, events, most, fromTheBeginning);
    }

    public Limits calendar() {
        return Limits.STANDARD.withText(calendarBytes).withInstances(occurrences);
    }

    public Limits whole() {
        return Limits.STANDARD.withText(calendarBytes).withInstances(fromTheBeginning);
    }

    /**
     * What was wrong, and where a setting can help, which. How deep components nest, how many zones
     * are looked up and how many problems are listed no setting says: what these leave out is no
     * calendar.
     */
    public String told(String problem) {
        if (problem.equals("too-large")) {
            return problem
                    + remedy("longer than", SiteSettings.MAX_MESSAGE_BYTES.name(), messageBytes);
        }
        if (problem.startsWith("calendar-too-large") || problem.startsWith("too-large")) {
            return problem
                    + remedy("longer than", SiteSettings.MAX_CALENDAR_BYTES.name(), calendarBytes);
        }
        if (problem.startsWith("too-many-events")) {
            return problem + remedy("more than", SiteSettings.MAX_EVENTS.name(), events);
        }
        if (problem.startsWith("too-many-occurrences")) {
            return problem + remedy("more than", SiteSettings.MAX_OCCURRENCES.name(), occurrences);
        }
        if (problem.startsWith("endless-rule")) {
            return problem
                    + remedy("they rise with", SiteSettings.MAX_OCCURRENCES.name(), occurrences);
        }
        if (problem.startsWith("too-many-properties")) {
            return problem
                    + remedy(
                            "it rises with", SiteSettings.MAX_CALENDAR_BYTES.name(), calendarBytes);
        }
        return problem;
    }

    private static String remedy(String than, String setting, int value) {
        return "; " + than + " " + setting + " = " + value + ", which config.txt can raise";
    }
}
