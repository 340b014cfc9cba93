package org.imipagent.agent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imipagent.agent.ResourceDecisions.Waiting;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.VEvent;
import org.imipagent.itip.Request;
import org.imipagent.mail.MessageIds;
import org.jspecify.annotations.Nullable;

/**
 * The code of a question to somebody who looks after a resource, by which their reply is known. It
 * is mailed to them alone, and nobody else can make it up. When what they are asked about changes,
 * so does the code: a late answer counts for nothing.
 */
record QuestionCode(String text) {

    private static final String CODE = "([a-z2-7]{" + MessageIds.LETTERS + "})";

    /** In the subject of a mail that a link of the question begins. */
    private static final Pattern IN_SUBJECT = Pattern.compile("\\[" + CODE + "\\]");

    /** In the identifier of the mail that asks. */
    private static final Pattern IN_ID = Pattern.compile("<" + CODE + "\\.\\d{1,12}@");

    /**
     * The code of a question.
     *
     * @param secret of the site
     * @param owner as they are kept here
     */
    static QuestionCode of(byte[] secret, CalendarAddress owner, Waiting waiting) {
        VEvent part = waiting.part();
        Request request = waiting.request();
        return new QuestionCode(
                MessageIds.code(
                        List.of(
                                HexFormat.of().formatHex(secret),
                                "ask owner",
                                waiting.resource().address().uri(),
                                owner.uri(),
                                request.uid(),
                                Objects.toString(request.id(), ""),
                                request.arrived().toString(),
                                Long.toString(part.sequence()),
                                part.text("DTSTART"),
                                part.text("DTEND"),
                                part.text("DURATION"))));
    }

    /** The code as the subject of a reply has it; null for none. */
    static @Nullable QuestionCode inSubject(String subject) {
        return found(IN_SUBJECT, subject);
    }

    /** The code of the first question whose identifier is named there; null for none. */
    static @Nullable QuestionCode inIds(String ids) {
        return found(IN_ID, ids);
    }

    private static @Nullable QuestionCode found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? new QuestionCode(matcher.group(1)) : null;
    }

    /** The end of the subject of a reply. */
    String subjectEnd() {
        return "[" + text + "]";
    }

    /**
     * The identifier of a mail that asks, without brackets and domain.
     *
     * @param number which tells it from others that ask the same
     */
    String id(long number) {
        return text + "." + number;
    }

    /** Whether they are the same, in a time that tells nothing of them. */
    boolean is(QuestionCode other) {
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.US_ASCII),
                other.text.getBytes(StandardCharsets.US_ASCII));
    }
}
