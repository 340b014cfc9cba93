package org.imipagent.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message: its header, and the calendars in it at any nesting, transfer encoding,
 * disposition and name (RFC 6047, 2.4; what programs send is looser than that).
 *
 * <p>Attached messages (message/rfc822) are not entered: somebody who forwards a mail, and a bounce
 * that returns one, invites nobody.
 *
 * <p>Every sequence of octets is read without an exception and within the {@link MailLimits}; what
 * was wrong is told by {@link Mail#problems()}. The message is walked as a stream of tokens, so
 * only the calendars are copied out of it.
 */
public final class MailReader {

    private static final String CONTENT = "Content-";

    private final MailLimits limits;
    private final SequencedSet<String> problems = new LinkedHashSet<>();
    private final SequencedSet<CalendarAddress> recipients = new LinkedHashSet<>();
    private final List<CalendarPart> calendars = new ArrayList<>();
    private final List<CalendarPart> lookalikes = new ArrayList<>();
    private @Nullable CalendarAddress from;
    private boolean isFromSeen;
    private @Nullable CalendarAddress sender;
    private @Nullable CalendarAddress replyTo;
    private @Nullable String returnPath;
    private @Nullable String subject;
    private @Nullable String date;
    private @Nullable String messageId;
    private boolean automatic;
    private boolean ofAMachine;
    private boolean suppressed;
    private boolean inMessageHeader = true;
    private int depth;
    private int parts;
    private int fields;
    private boolean inStray;
    private int calendarBytes;
    private @Nullable ContentField contentType;
    private @Nullable ContentField disposition;

    private MailReader(MailLimits limits) {
        this.limits = limits;
    }

    public static Mail read(byte[] bytes, MailLimits limits) {
        var reader = new MailReader(limits);
        reader.walk(bytes);
        return reader.mail();
    }

    private Mail mail() {
        var found = new ArrayList<CalendarPart>(calendars);
        found.addAll(lookalikes);
        return new Mail(
                // In what was not read may stand another one.
                inMessageHeader ? null : from,
                sender,
                replyTo,
                returnPath,
                List.copyOf(recipients),
                subject == null ? "" : subject,
                date == null ? null : MailDate.read(date),
                messageId == null ? "" : messageId,
                automatic || ofAMachine,
                !automatic && !ofAMachine && !suppressed,
                !ofAMachine,
                found,
                List.copyOf(problems));
    }

    private void walk(byte[] bytes) {
        boolean tooLarge = bytes.length > limits.bytes();
        if (tooLarge) {
            problems.add(Mail.TOO_LARGE);
        }
        int start = Octets.headerStart(bytes);
        int fromFields = FromMailbox.fields(bytes, start);
        try {
            walk(new ByteArrayInputStream(bytes, start, bytes.length - start), tooLarge);
        } catch (IOException | MimeException | RuntimeException broken) {
            // A library's slip on hostile octets must not keep a mail from being handed on.
            problems.add(Mail.MALFORMED);
        }
        if (fromFields > 1) {
            problems.add(Mail.SEVERAL_FROM);
            from = null;
        }
    }

    private void walk(InputStream entity, boolean headerOnly) throws IOException, MimeException {
        var tokens = new MimeTokenStream(lenient());
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(entity);
        EntityState token = tokens.getState();
        while (token != EntityState.T_END_OF_STREAM && goOn(token, tokens)) {
            if (headerOnly && !inMessageHeader) {
                return;
            }
            token = tokens.next();
        }
    }

    private MimeConfig lenient() {
        return MimeConfig.custom()
                .setStrictParsing(false)
                // The line after a field is read along with it: one somewhat too long costs only
                // itself.
                .setMaxLineLen(4 * limits.headerBytes())
                .setMaxHeaderLen(limits.headerBytes())
                .setMaxHeaderCount(limits.headers())
                .setMaxContentLen(-1)
                .build();
    }

    /** Takes one token; false when enough was read. */
    private boolean goOn(EntityState token, MimeTokenStream tokens)
            throws IOException, MimeException {
        return switch (token) {
            case T_START_HEADER -> startOfHeader();
            case T_FIELD -> field(tokens.getField());
            case T_END_HEADER -> endOfHeader();
            case T_START_MULTIPART -> ++depth <= limits.depth() || stop(Mail.TOO_DEEP);
            case T_END_MULTIPART -> --depth >= 0;
            case T_BODY -> body(tokens);
            default -> true;
        };
    }

    private boolean startOfHeader() {
        contentType = null;
        disposition = null;
        fields = 0;
        return ++parts <= limits.parts() || stop(Mail.TOO_MANY_PARTS);
    }

    private boolean stop(String problem) {
        problems.add(problem);
        return false;
    }

    private boolean field(Field field) {
        fields++;
        String name = CalendarAddress.lowerCase(field.getName().strip());
        if (name.equals("content-type") && contentType == null) {
            contentType = ContentField.of(HeaderText.body(field));
        } else if (name.equals("content-disposition") && disposition == null) {
            disposition = ContentField.of(HeaderText.body(field));
        } else if (inMessageHeader) {
            messageField(name, field);
        }
        return true;
    }

    private void messageField(String name, Field field) {
        switch (name) {
            case "from" -> from(field);
            case "sender" -> sender = sender == null ? first(field) : sender;
            case "reply-to" -> replyTo = replyTo == null ? first(field) : replyTo;
            case "to",
                    "cc",
                    "resent-to",
                    "resent-cc",
                    "delivered-to",
                    "x-original-to",
                    "envelope-to" ->
                    recipients(field);
            case "subject" -> subject = subject == null ? HeaderText.decoded(field) : subject;
            case "date" -> date = date == null ? HeaderText.line(field) : date;
            case "message-id" -> messageId = messageId == null ? HeaderText.line(field) : messageId;
            case "list-id", "list-post", "x-autoreply", "x-autorespond" -> ofAMachine = true;
            case "return-path" -> returnPath(field);
            case "precedence" -> ofAMachine |= isBulk(HeaderText.word(field));
            case "auto-submitted" -> {
                automatic |= isAutomaticAnswer(HeaderText.word(field));
                suppressed |= HeaderText.word(field).equals("auto-generated");
            }
            case "x-auto-response-suppress" -> suppressed |= suppresses(HeaderText.line(field));
            default -> {}
        }
    }

    private void from(Field field) {
        from = isFromSeen ? null : HeaderText.mailbox(field);
        if (isFromSeen || HeaderText.addresses(field, 2).size() > 1) {
            // Mail servers check the one or the other: none of them speaks for anybody.
            problems.add(Mail.SEVERAL_FROM);
        } else if (from == null) {
            problems.add(Mail.UNREADABLE_FROM);
        }
        isFromSeen = true;
    }

    /** The first one is the mail server's of this site; others came with the mail. */
    private void returnPath(Field field) {
        boolean isNull = HeaderText.line(field).equals("<>");
        ofAMachine |= isNull;
        if (returnPath == null) {
            CalendarAddress address = first(field);
            returnPath = isNull || address == null ? "" : address.email();
        }
    }

    private static @Nullable CalendarAddress first(Field field) {
        List<CalendarAddress> addresses = HeaderText.addresses(field, 1);
        return addresses.isEmpty() ? null : addresses.getFirst();
    }

    private void recipients(Field field) {
        recipients.addAll(HeaderText.addresses(field, limits.recipients() - recipients.size()));
    }

    private static boolean isBulk(String precedence) {
        return switch (precedence) {
            case "bulk", "list", "junk", "auto_reply" -> true;
            default -> false;
        };
    }

    /** RFC 3834, 5; auto-generated is no answer to anything, see {@link Mail#automatic()}. */
    private static boolean isAutomaticAnswer(String autoSubmitted) {
        return switch (autoSubmitted) {
            case "", "no", "auto-generated" -> false;
            default -> true;
        };
    }

    /** Exchange's list of what must not be sent; OOF and the receipts are none of ours. */
    private static boolean suppresses(String kinds) {
        for (String kind : kinds.toLowerCase(Locale.ROOT).split("[,; ]+", -1)) {
            if (kind.equals("all") || kind.equals("autoreply")) {
                return true;
            }
        }
        return false;
    }

    private boolean endOfHeader() {
        if (inMessageHeader) {
            ofAMachine |= contentType().value().equals("multipart/report");
        }
        inMessageHeader = false;
        return true;
    }

    private ContentField contentType() {
        return contentType == null ? ContentField.NONE : contentType;
    }

    private boolean body(MimeTokenStream tokens) throws IOException, MimeException {
        if (fields == 0 && depth > 0 && !inStray) {
            stray(tokens.getInputStream());
            return true;
        }
        String declared = contentType().value();
        String type = declared.isEmpty() ? tokens.getBodyDescriptor().getMimeType() : declared;
        String name = name();
        if (type.equals("application/ms-tnef") || name.equals("winmail.dat")) {
            problems.add(Mail.WINMAIL_DAT);
        }
        if (!isCalendar(type, name)) {
            return true;
        }
        if (calendars.size() + lookalikes.size() >= limits.calendarParts()) {
            return stop(Mail.TOO_MANY_PARTS);
        }
        byte[] content = content(tokens.getDecodedInputStream());
        if (content == null) {
            problems.add(Mail.CALENDAR_TOO_LARGE);
        } else {
            keep(content, type);
        }
        return true;
    }

    /**
     * A part without a header whose text begins like one: an empty line too much after the
     * boundary, as in the examples of RFC 6047, 4.3 and 4.6. Read as the part it was meant to be.
     */
    private void stray(InputStream body) throws IOException, MimeException {
        byte[] start = body.readNBytes(CONTENT.length());
        if (new String(start, StandardCharsets.ISO_8859_1).equalsIgnoreCase(CONTENT)) {
            inStray = true;
            walk(new SequenceInputStream(new ByteArrayInputStream(start), body), false);
            inStray = false;
        }
    }

    /** The name of an attachment, in small letters; "" where it has none. */
    private String name() {
        String name = disposition == null ? "" : disposition.name("filename");
        return name.isEmpty() ? contentType().name("name") : name;
    }

    /** Calendar by type; or, whatever the type, by its name: mail programs know no better. */
    private static boolean isCalendar(String type, String name) {
        return switch (type) {
            case "text/calendar", "application/ics", "text/x-vcalendar", "text/x-icalendar" -> true;
            default -> name.endsWith(".ics") && !type.startsWith("message/");
        };
    }

    private byte @Nullable [] content(InputStream decoded) throws IOException {
        int left = limits.calendarBytes() - calendarBytes;
        byte[] content = decoded.readNBytes(left + 1);
        if (content.length > left) {
            return null;
        }
        calendarBytes += content.length;
        return content;
    }

    private void keep(byte[] content, String type) {
        var part =
                new CalendarPart(
                        content,
                        contentType().parameter("charset"),
                        contentType().parameter("method"),
                        type);
        (type.equals("text/calendar") ? calendars : lookalikes).add(part);
    }
}
