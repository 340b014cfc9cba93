package org.imipagent.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.imipagent.cgi.Failure;
import org.imipagent.cgi.Fields;
import org.imipagent.cgi.Fields.Field;
import org.imipagent.cgi.Links;
import org.imipagent.messages.MessageKey;
import org.jspecify.annotations.Nullable;

/**
 * The view of the calendar that a person came from, so that a page of one event leads back to it:
 * told by the browser (Referer, which our own pages are sent whole) on the first page, and carried
 * on in the field {@value #FIELD} of the addresses of forms.
 *
 * <p>It is only ever one of our own pages: from anywhere else it is unknown.
 *
 * @param page the first segment of its path; "" for the calendar
 * @param query its fields, without what was noticed there
 */
record Origin(String page, List<Field> query) {

    static final String FIELD = "from";

    private static final Set<String> PAGES =
            Set.of("", "requests", "search", "activity", "find-a-time", "resources");

    private static final int LONGEST = 500;
    private static final int MOST_FIELDS = 20;

    /** Where the visitor came from; null where that is unknown. */
    static @Nullable Origin of(PageContext context) {
        return context.request().query().has(FIELD)
                ? read(context.request().query().text(FIELD))
                : referred(context);
    }

    private static @Nullable Origin referred(PageContext context) {
        String referer = context.request().provenance().referer();
        String site = context.request().provenance().host() + context.links().to();
        int host = referer.indexOf("://");
        return host >= 0 && referer.startsWith(site, host + 3)
                ? read(referer.substring(host + 3 + site.length()))
                : null;
    }

    /**
     * An address below the site: {@code ?view=week&date=2026-11-03}, {@code search?q=lunch}.
     *
     * @return null for what is none of the views
     */
    static @Nullable Origin read(String address) {
        int mark = address.indexOf('?');
        String page = mark < 0 ? address : address.substring(0, mark);
        if (address.length() > LONGEST || !PAGES.contains(page)) {
            return null;
        }
        return new Origin(page, mark < 0 ? List.of() : fields(address.substring(mark + 1)));
    }

    private static List<Field> fields(String query) {
        List<Field> all;
        try {
            all = Fields.decode(query, MOST_FIELDS);
        } catch (Failure unreadable) {
            return List.of();
        }
        var fields = new ArrayList<Field>();
        for (Field field : all) {
            if (!field.name().equals(PageNotice.FIELD)) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** Its address. */
    String link(Links links) {
        String link = page.isEmpty() ? links.to() : links.to(page);
        for (Field field : query) {
            link = links.withQuery(link, field.name(), field.value());
        }
        return link;
    }

    /** The same below the site, as {@link #read} takes it. */
    String text(Links links) {
        return link(links).substring(links.to().length());
    }

    /** What the link back is called. */
    MessageKey label() {
        return switch (page) {
            case "requests" -> MessageKey.BACK_TO_REQUESTS;
            case "search" -> MessageKey.BACK_TO_SEARCH;
            case "activity" -> MessageKey.BACK_TO_ACTIVITY;
            case "find-a-time" -> MessageKey.BACK_TO_FIND;
            default -> MessageKey.BACK_TO_VIEW;
        };
    }
}
