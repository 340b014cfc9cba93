package org.imipagent.manager;

import java.util.ArrayList;
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
 * @param zoneQuestion null where it is answered, or not to be asked
 * @param zoneNote in which zone times are; "" where the page shows none
 * @param search null where nobody is known to search for
 * @param notice what the person has just done; null for nothing
 * @param script what the script of the pages is told
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
        @Nullable ZoneQuestion zoneQuestion,
        String zoneNote,
        @Nullable Search search,
        @Nullable PageNotice notice,
        Script script) {

    /**
     * The script that adds to every page what can be done without it, too.
     *
     * @param keys "on" where single keys do something; null where they do not
     */
    public record Script(String href, @Nullable String keys) {}

    /**
     * The field that finds events, from every page.
     *
     * @param count how a script says what is left of a list while a word is typed: "On this page:
     *     {number}"
     */
    public record Search(String action, String label, String button, String count) {}

    /**
     * Asks for the time zone, until there is an answer.
     *
     * @param zone that holds meanwhile
     * @param choose another one
     * @param other how a script asks for the zone of the browser, {@code {zone}}, where that is
     *     another one
     */
    public record ZoneQuestion(
            String action,
            String token,
            String zone,
            String words,
            String yes,
            Link choose,
            OtherZone other) {}

    /** A question with a hole for the name of a zone, and its button. */
    public record OtherZone(String words, String yes) {}

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
        FIND_A_TIME,
        RESOURCES,
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
            boolean hasResources,
            Theme theme,
            boolean keys,
            @Nullable ZoneQuestion zoneQuestion,
            @Nullable PageNotice notice) {
        var site = texts.say(MessageKey.SITE);
        return new Frame(
                texts.language(),
                texts.direction(),
                title.equals(site)
                        ? site
                        : texts.say(MessageKey.PAGE_TITLE, "page", title, "site", site),
                site,
                links.to(),
                links.file("manager", ".css"),
                texts.say(MessageKey.SKIP),
                texts.say(MessageKey.NAV_MAIN),
                pages(texts, links, place, waiting, hasResources),
                theme.word(),
                texts.say(MessageKey.PROFILE),
                name.isEmpty()
                        ? null
                        : new Link(
                                UntrustedText.line(name),
                                links.to("profile"),
                                place == Place.PROFILE),
                zoneQuestion,
                zone.isEmpty() ? "" : texts.say(MessageKey.ZONE_NOTE, "zone", zone),
                name.isEmpty()
                        ? null
                        : new Search(
                                links.to("search"),
                                texts.say(MessageKey.SEARCH_EVENTS),
                                texts.say(MessageKey.SEARCH),
                                texts.say(MessageKey.SEARCH_HERE)),
                notice,
                new Script(links.file("manager", ".js"), keys ? "on" : null));
    }

    /** Resources only where the site has any. */
    private static List<Tab> pages(
            Messages texts, Links links, Place place, int waiting, boolean hasResources) {
        var pages = new ArrayList<Tab>();
        pages.add(tab(texts.say(MessageKey.CALENDAR), links.to(), place == Place.CALENDAR));
        pages.add(
                new Tab(
                        texts.say(MessageKey.REQUESTS),
                        links.to("requests"),
                        place == Place.REQUESTS,
                        waiting == 0
                                ? ""
                                : waiting < PageContext.MOST_WAITING
                                        ? Integer.toString(waiting)
                                        : "99+",
                        waiting == 0 ? "" : texts.count(MessageKey.WAITING, waiting)));
        pages.add(
                tab(
                        texts.say(MessageKey.FIND_A_TIME),
                        links.to("find-a-time"),
                        place == Place.FIND_A_TIME));
        if (hasResources) {
            pages.add(
                    tab(
                            texts.say(MessageKey.RESOURCES),
                            links.to("resources"),
                            place == Place.RESOURCES));
        }
        pages.add(
                tab(texts.say(MessageKey.ACTIVITY), links.to("activity"), place == Place.ACTIVITY));
        return pages;
    }

    private static Tab tab(String label, String href, boolean current) {
        return new Tab(label, href, current, "", "");
    }
}
