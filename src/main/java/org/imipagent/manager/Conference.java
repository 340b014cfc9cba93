package org.imipagent.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imipagent.calendar.LinkAddress;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;

/**
 * A way to take part from afar: what CONFERENCE (RFC 7986, 5.11) and the properties of Google and
 * Microsoft name, and links to services that are known by their host, wherever they stand. The host
 * is shown beside the name: it alone says where one goes.
 *
 * @param label "Join with Zoom"
 * @param href "" where there is no link, as with a telephone
 * @param addition the host, or the number to call
 */
public record Conference(String label, String href, String addition) {

    private static final int MOST = 5;

    private static final List<String> PROPERTIES =
            List.of(
                    "CONFERENCE",
                    "X-GOOGLE-CONFERENCE",
                    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
                    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK");

    /** Whoever runs a service under its own name: the ends of host names. */
    private static final String[][] SERVICES = {
        {"meet.google.com", "Google Meet"},
        {"zoom.us", "Zoom"},
        {"zoom.com", "Zoom"},
        {"zoomgov.com", "Zoom"},
        {"teams.microsoft.com", "Microsoft Teams"},
        {"teams.live.com", "Microsoft Teams"},
        {"teams.cloud.microsoft", "Microsoft Teams"},
        {"webex.com", "Webex"},
        {"meet.jit.si", "Jitsi Meet"},
        {"8x8.vc", "Jitsi Meet"},
        {"whereby.com", "Whereby"},
        {"gotomeeting.com", "GoTo Meeting"},
        {"gotomeet.me", "GoTo Meeting"},
        {"meet.goto.com", "GoTo Meeting"},
        {"join.skype.com", "Skype"},
        {"chime.aws", "Amazon Chime"},
        {"opentalk.eu", "OpenTalk"},
        {"call.element.io", "Element Call"},
        {"facetime.apple.com", "FaceTime"},
    };

    /** What people run themselves: the first part of a host name, or what a path has. */
    private static final String[][] OWN = {
        {"jitsi", "Jitsi Meet"}, {"bbb", "BigBlueButton"}, {"bigbluebutton", "BigBlueButton"},
    };

    /** All ways into an event, each once. */
    static List<Conference> of(VEvent part, Messages texts) {
        var found = new ArrayList<Conference>();
        for (String name : PROPERTIES) {
            for (Property property : part.component().all(name)) {
                add(found, named(property, texts));
            }
        }
        var links = new ArrayList<TextSpan>(UntrustedText.text(part.text("URL")));
        links.addAll(UntrustedText.text(part.location()));
        links.addAll(EventDetails.description(part));
        for (TextSpan link : links) {
            String href = link.href();
            String service = href == null ? "" : service(href);
            if (href != null && !service.isEmpty()) {
                add(found, joining(service, href, texts));
            }
        }
        return found;
    }

    private static void add(List<Conference> found, Conference conference) {
        boolean isKnown = conference.label().isEmpty();
        for (Conference each : found) {
            isKnown |= each.href().equals(conference.href());
        }
        if (!isKnown && found.size() < MOST) {
            found.add(conference);
        }
    }

    /** Whether a location is but the link of one. */
    static boolean isAmong(List<Conference> conferences, String location) {
        for (Conference each : conferences) {
            if (!each.href().isEmpty() && each.href().equals(location.strip())) {
                return true;
            }
        }
        return false;
    }

    private static final Conference NONE = new Conference("", "", "");

    /** What a property names: a page, or a number to call. */
    private static Conference named(Property property, Messages texts) {
        String value = property.value().strip();
        if (value.regionMatches(true, 0, "tel:", 0, 4)) {
            return new Conference(
                    texts.say(MessageKey.PHONE), "", UntrustedText.line(value.substring(4)));
        }
        String href = LinkAddress.of(value);
        if (href == null || href.regionMatches(true, 0, "mailto:", 0, 7)) {
            return NONE;
        }
        String service = service(href);
        return service.isEmpty()
                ? new Conference(texts.say(MessageKey.CONFERENCE), href, host(href))
                : joining(service, href, texts);
    }

    private static Conference joining(String service, String href, Messages texts) {
        return new Conference(texts.say(MessageKey.JOIN, "service", service), href, host(href));
    }

    /** The name of the service that a link leads to; "" where that is none known. */
    static String service(String href) {
        String host = host(href);
        for (String[] service : SERVICES) {
            if (host.equals(service[0]) || host.endsWith("." + service[0])) {
                return service[1];
            }
        }
        for (String[] own : OWN) {
            if (host.startsWith(own[0] + ".") || host.startsWith("meet." + own[0] + ".")) {
                return own[1];
            }
        }
        if (href.contains("/bigbluebutton/")) {
            return "BigBlueButton";
        }
        return host.startsWith("cloud.") && href.contains("/call/") ? "Nextcloud Talk" : "";
    }

    /**
     * Where a browser goes with a link: without whoever is to log in there, and without the port;
     * "" where it is no web address.
     */
    static String host(String href) {
        int start = href.indexOf("://");
        if (start < 0) {
            return "";
        }
        int end = start + 3;
        while (end < href.length() && "/?#\\".indexOf(href.charAt(end)) < 0) {
            end++;
        }
        String authority = href.substring(start + 3, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.indexOf(':');
        return UntrustedText.line(port < 0 ? host : host.substring(0, port))
                .toLowerCase(Locale.ROOT);
    }
}
