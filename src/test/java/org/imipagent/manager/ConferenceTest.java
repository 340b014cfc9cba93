package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.imipagent.messages.Messages;
import org.junit.jupiter.api.Test;

/** Ways to take part from afar, named by where they lead. */
class ConferenceTest {

    private static List<Conference> of(String lines) {
        return Conference.of(
                Sample.read("UID:x\nDTSTART:20261118T100000Z\n" + lines).main(), Messages.of("en"));
    }

    private static Conference join(String service, String href, String host) {
        return new Conference("Join with " + service, href, host);
    }

    @Test
    void aServiceIsKnownByItsHost() {
        for (String[] known :
                new String[][] {
                    {"https://us02web.zoom.us/j/1", "Zoom"},
                    {"https://meet.google.com/abc", "Google Meet"},
                    {"https://teams.microsoft.com/l/meetup-join/1", "Microsoft Teams"},
                    {"https://firm.webex.com/meet/x", "Webex"},
                    {"https://meet.jit.si/Burrow", "Jitsi Meet"},
                    {"https://jitsi.example.org/Burrow", "Jitsi Meet"},
                    {"https://bbb.example.edu/b/ann-abc", "BigBlueButton"},
                    {"https://video.example.edu/bigbluebutton/api/join?x", "BigBlueButton"},
                    {"https://cloud.example.org/call/abc", "Nextcloud Talk"},
                    {"HTTPS://ZOOM.US:443/j/1", "Zoom"},
                    {"https://example.com/", ""},
                    {"mailto:a@zoom.us", ""},
                }) {
            assertEquals(known[1], Conference.service(known[0]), known[0]);
        }
    }

    /** The host is where a browser goes, whatever stands before it or looks like it. */
    @Test
    void whatLooksLikeAServiceIsNone() {
        for (String other :
                List.of(
                        "https://zoom.us@evil.example/",
                        "https://evil.example\\@zoom.us/",
                        "https://zoom.us.evil.example/",
                        "https://notzoom.us/",
                        "https://evil.example/zoom.us",
                        "https://evil.example?zoom.us",
                        "https://evil.example#.zoom.us")) {
            assertEquals("", Conference.service(other), other);
        }
        assertEquals("evil.example", Conference.host("https://zoom.us@evil.example:8443/x"));
    }

    @Test
    void whatThePropertiesNameComesFirstAndEachOnce() {
        assertEquals(
                List.of(
                        join("Zoom", "https://zoom.us/j/1", "zoom.us"),
                        new Conference("Phone", "", "+47-21"),
                        new Conference("Video call", "https://video.example/1", "video.example"),
                        join("Jitsi Meet", "https://meet.jit.si/A", "meet.jit.si")),
                of(
                        """
                        CONFERENCE;VALUE=URI:https://zoom.us/j/1
                        CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+47-21
                        CONFERENCE;VALUE=URI:https://video.example/1
                        CONFERENCE;VALUE=URI:javascript:alert(1)
                        LOCATION:https://zoom.us/j/1
                        DESCRIPTION:Or https://meet.jit.si/A\\, or https://example.com/
                        """));
    }

    @Test
    void linksOfTheDescriptionAreFoundInItsHtml() {
        assertEquals(
                List.of(
                        join(
                                "Microsoft Teams",
                                "https://teams.microsoft.com/l/1?a=1&b=2",
                                "teams.microsoft.com")),
                of(
                        "DESCRIPTION:<a href=\"https://teams.microsoft.com/l/1?a=1&amp\\;b=2\">Join</a>\n"));
    }
}
