package org.imipagent.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.imipagent.mail.Pieces.Piece;
import org.jspecify.annotations.Nullable;

/**
 * Writes mail: well-formed MIME (RFC 5322, 2045 to 2047) in the form that calendar programs agree
 * on (CalConnect's guide, RFC 6047, 2.4):
 *
 * <pre>
 * multipart/mixed
 *   multipart/alternative
 *     text/plain, text/html, text/calendar; method=
 *   application/ics, an attachment
 *   text/calendar; method=PUBLISH, the sender's free/busy, where it is bundled
 *   message/rfc822, the original message, where there is one
 * </pre>
 *
 * Where a level would hold one thing only, it is left out. Lines end with LF, which is what a
 * sendmail command and a file on this machine expect (the transports over a wire send CRLF); around
 * an original they end as it does. The same draft gives the same octets, always. No text in a draft
 * can add a header field, a line or a part.
 */
public final class MailWriter {

    private final String lineEnding;
    private final Draft draft;
    private final byte @Nullable [] original;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int boundaries;

    private MailWriter(Draft draft, byte @Nullable [] original) {
        this.draft = draft;
        this.original = original;
        this.lineEnding = original == null ? "\n" : Octets.lineEnding(original);
    }

    public static byte[] write(Draft draft) {
        return new MailWriter(draft, null).written().bytes();
    }

    /**
     * The draft with the original attached octet for octet as message/rfc822: nothing of it is
     * encoded, so its signatures hold and a program can take it out again as it came.
     */
    public static Pieces wrap(Draft summary, byte[] original) {
        return new MailWriter(summary, original).written();
    }

    /**
     * The original with fields of ours above its header, nothing else changed. A "From " line that
     * a pipe or an mbox put first stays first: it is no header field, and ours must not stand above
     * it. Fields of the same name that came with the message stay, below ours.
     */
    public static Pieces handOn(byte[] original, List<MailHeader> trace) {
        String lineEnding = Octets.lineEnding(original);
        var fields = new StringBuilder();
        trace.forEach(header -> fields.append(header.written(lineEnding)));
        int start = Octets.headerStart(original);
        return new Pieces(
                List.of(
                        new Piece(original, 0, start),
                        Pieces.piece(fields.toString()),
                        new Piece(original, start, original.length)));
    }

    private Pieces written() {
        header();
        entity(content());
        flush();
        return new Pieces(pieces);
    }

    // The header

    private void header() {
        mailboxes("From", List.of(draft.from()));
        if (draft.sender() != null) {
            mailboxes("Sender", List.of(draft.sender()));
        }
        if (draft.replyTo() != null) {
            mailboxes("Reply-To", List.of(draft.replyTo()));
        }
        if (draft.to().isEmpty()) {
            field("To", List.of("undisclosed-recipients:;"));
        } else {
            mailboxes("To", draft.to());
        }
        field("Subject", Folding.unstructured(draft.subject()));
        field("Date", List.of(MailDate.rfc5322(draft.date())));
        field("Message-ID", List.of(draft.messageId()));
        references();
        autoSubmitted();
        draft.headers().forEach(header -> text.append(header.written(lineEnding)));
        field("MIME-Version", List.of("1.0"));
    }

    private void mailboxes(String name, List<Mailbox> mailboxes) {
        var words = new ArrayList<String>();
        for (int i = 0; i < mailboxes.size(); i++) {
            Mailbox mailbox = mailboxes.get(i);
            words.addAll(Folding.phrase(mailbox.name()));
            String comma = i + 1 < mailboxes.size() ? "," : "";
            words.add('<' + Address.connection(mailbox.address()) + '>' + comma);
        }
        field(name, words);
    }

    private void references() {
        if (!draft.references().isEmpty()) {
            field("In-Reply-To", List.of(draft.references().getLast()));
            field("References", draft.references());
        }
    }

    private void autoSubmitted() {
        switch (draft.autoSubmitted()) {
            case NO -> {}
            case GENERATED -> automatic("auto-generated");
            case REPLIED -> automatic("auto-replied");
        }
    }

    /** Exchange and Outlook heed the second field, most others the first. */
    private void automatic(String how) {
        field("Auto-Submitted", List.of(how));
        field("X-Auto-Response-Suppress", List.of("All"));
    }

    // The body: a tree of entities

    private sealed interface Entity {}

    private record Encoded(String type, String disposition, String encoding, String body)
            implements Entity {}

    private record Original(byte[] message) implements Entity {}

    private record Multipart(String subtype, List<Entity> entities) implements Entity {}

    private Entity content() {
        var mixed = new ArrayList<Entity>();
        mixed.add(alternative());
        if (draft.calendar() != null) {
            mixed.add(
                    base64(
                            "application/ics; name=\"invite.ics\"",
                            "attachment; filename=\"invite.ics\"",
                            draft.calendar()));
        }
        if (draft.freeBusy() != null) {
            mixed.add(
                    base64(
                            "text/calendar; charset=utf-8; method=PUBLISH; name=\"freebusy.ics\"",
                            "attachment; filename=\"freebusy.ics\"",
                            draft.freeBusy()));
        }
        if (original != null) {
            mixed.add(new Original(original));
        }
        return one("mixed", mixed);
    }

    private Entity alternative() {
        var alternative = new ArrayList<Entity>();
        alternative.add(readable("text/plain; charset=utf-8", draft.plain()));
        if (!draft.html().isEmpty()) {
            alternative.add(readable("text/html; charset=utf-8", draft.html()));
        }
        if (draft.calendar() != null) {
            String method = draft.method() == null ? "" : "; method=" + draft.method();
            alternative.add(base64("text/calendar; charset=utf-8" + method, "", draft.calendar()));
        }
        return one("alternative", alternative);
    }

    private static Entity one(String subtype, List<Entity> entities) {
        return entities.size() == 1 ? entities.getFirst() : new Multipart(subtype, entities);
    }

    /**
     * As it is where it is short lines of ASCII, so that links stay whole for whoever reads the
     * source; else quoted-printable, or base64 where that is shorter: where few letters are ASCII.
     */
    private Entity readable(String type, String body) {
        if (isPlain(body)) {
            return new Encoded(type, "", "7bit", body.replace("\n", lineEnding));
        }
        long far = body.chars().filter(c -> c > 126).count();
        return far * 5 > body.length()
                ? base64(type, "", body)
                : new Encoded(
                        type, "", "quoted-printable", QuotedPrintable.encode(body, lineEnding));
    }

    private static boolean isPlain(String body) {
        return body.endsWith("\n")
                && body.chars().allMatch(c -> (c >= ' ' && c < 127) || c == '\n')
                && body.lines()
                        .allMatch(
                                line ->
                                        line.length() < 900
                                                && !line.startsWith("From ")
                                                && !line.startsWith(".")
                                                && !line.startsWith("--"));
    }

    /** Calendars always: their line ends and folds arrive as they left. */
    private Entity base64(String type, String disposition, String body) {
        var encoder = Base64.getMimeEncoder(76, lineEnding.getBytes(StandardCharsets.US_ASCII));
        String encoded = encoder.encodeToString(body.getBytes(StandardCharsets.UTF_8));
        return new Encoded(type, disposition, "base64", encoded + lineEnding);
    }

    private void entity(Entity entity) {
        switch (entity) {
            case Encoded encoded -> encoded(encoded);
            case Original message -> original(message.message());
            case Multipart multipart -> multipart(multipart);
        }
    }

    private void encoded(Encoded entity) {
        field("Content-Type", List.of(entity.type()));
        if (!entity.disposition().isEmpty()) {
            field("Content-Disposition", List.of(entity.disposition()));
        }
        field("Content-Transfer-Encoding", List.of(entity.encoding()));
        text.append(lineEnding).append(entity.body());
    }

    private void original(byte[] message) {
        field("Content-Type", List.of("message/rfc822"));
        field("Content-Disposition", List.of("attachment"));
        field("Content-Transfer-Encoding", List.of(TransferEncoding.of(message)));
        text.append(lineEnding);
        flush();
        pieces.add(Pieces.piece(message));
        if (lineEnding.equals("\n") && message.length > 0 && message[message.length - 1] == '\r') {
            // The line end before the boundary would take that CR for its own.
            text.append('\r');
        }
    }

    /**
     * The line end before a boundary belongs to the boundary (RFC 2046, 5.1.1): the octets of the
     * original end where they end.
     */
    private void multipart(Multipart multipart) {
        String boundary = boundary();
        field(
                "Content-Type",
                List.of("multipart/" + multipart.subtype() + ';', "boundary=\"" + boundary + '"'));
        String encoding = original == null ? "7bit" : TransferEncoding.of(original);
        if (!encoding.equals("7bit") && multipart.subtype().equals("mixed")) {
            field("Content-Transfer-Encoding", List.of(encoding));
        }
        for (Entity entity : multipart.entities()) {
            text.append(lineEnding).append("--").append(boundary).append(lineEnding);
            entity(entity);
        }
        text.append(lineEnding).append("--").append(boundary).append("--").append(lineEnding);
    }

    /**
     * A function of the Message-ID. "=_" is in no quoted-printable and no base64; in an original it
     * may be, even on purpose, so that one is looked through.
     */
    private String boundary() {
        var stem = new StringBuilder("=_");
        String id = draft.messageId();
        for (int i = 0; i < id.length() && stem.length() < 34; i++) {
            char c = id.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
                stem.append(c);
            }
        }
        String boundary;
        do {
            boundary = stem + "." + ++boundaries;
        } while (original != null
                && contains(original, boundary.getBytes(StandardCharsets.US_ASCII)));
        return boundary;
    }

    private static boolean contains(byte[] message, byte[] wanted) {
        for (int i = 0; i + wanted.length <= message.length; i++) {
            if (message[i] == wanted[0]
                    && Arrays.equals(message, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private void field(String name, List<String> words) {
        text.append(Folding.field(name, words, lineEnding));
    }

    private void flush() {
        pieces.add(Pieces.piece(text.toString()));
        text.setLength(0);
    }
}
