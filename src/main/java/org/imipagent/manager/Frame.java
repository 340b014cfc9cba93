package org.imipagent.manager;

import java.util.List;
import org.imipagent.cgi.Links;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Theme;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param pages the site's navigation
 * @param theme {@code light} or {@code dark} where the person wants that; else {@code auto}
 * @param profile to the settings of the person whose pages these are; null where that is not known
 * @param zoneNote in which zone times are; "" where the page shows none
 */
public record Frame(
        String language,
        String direction,
        String title,
        String site,
        String home,
        String style,
        String skip,
        String navigation,
        List<Tab> pages,
        String theme,
        String settings,
        @Nullable Link profile,
        String zoneNote) {

    /**
     * A page of the navigation.
     *
     * @param number how many things wait there; "" for none
     * @param waiting the same in words
     */
    public record Tab(String label, String href, boolean current, String number, String waiting) {}

    /** Which page of the navigation is shown. */
    enum Place {
        CALENDAR,
        REQUESTS,
        ACTIVITY,
        PROFILE,
        NOWHERE
    }

    static Frame of(
            Messages texts,
            Links links,
            String title,
            Place place,
            int waiting,
            String name,
            String zone,
            Theme theme) {
        var site = texts.say(MessageKey.SITE);
        return new Frame(
                texts.language(),
                texts.direction(),
                title.equals(site)
                        ? site
                        : texts.say(MessageKey.PAGE_TITLE, "page", title, "site", site),
                site,
                links.to(),
                links.to("static", "manager.css"),
                texts.say(MessageKey.SKIP),
                texts.say(MessageKey.NAV_MAIN),
                List.of(
                        tab(texts.say(MessageKey.CALENDAR), links.to(), place == Place.CALENDAR),
                        new Tab(
                                texts.say(MessageKey.REQUESTS),
                                links.to("requests"),
                                place == Place.REQUESTS,
                                waiting == 0
                                        ? ""
                                        : waiting < PageContext.MOST_WAITING
                                                ? Integer.toString(waiting)
                                                : "99+",
                                waiting == 0 ? "" : texts.count(MessageKey.WAITING, waiting)),
                        tab(
                                texts.say(MessageKey.ACTIVITY),
                                links.to("activity"),
                                place == Place.ACTIVITY)),
                theme.word(),
                texts.say(MessageKey.PROFILE),
                name.isEmpty()
                        ? null
                        : new Link(
                                UntrustedText.line(name),
                                links.to("profile"),
                                place == Place.PROFILE),
                zone.isEmpty() ? "" : texts.say(MessageKey.ZONE_NOTE, "zone", zone));
    }

    private static Tab tab(String label, String href, boolean current) {
        return new Tab(label, href, current, "", "");
    }
}
