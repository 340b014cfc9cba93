package org.imipagent.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.imipagent.calendar.HtmlText;
import org.imipagent.calendar.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * What a person writes in reply to a mail: the words of their own that come first. All of it is
 * strangers' words.
 *
 * @param answered the identifiers of the mails that it answers (In-Reply-To, References), as they
 *     stand
 * @param line the first line that is no quote; "" for none
 */
public record MailReply(String answered, String line) {

    private static final int MOST_PARTS = 20;
    private static final int LONGEST_PART = 64 << 10;
    private static final int LONGEST_LINE = 1000;

    /** So many lines an "On Tuesday Anna wrote:" may have. */
    private static final int LONGEST_ATTRIBUTION = 3;

    /** Reads any octets; what cannot be read says nothing. */
    public static MailReply read(byte[] mail) {
        var reader = new Reader();
        try {
            reader.walk(mail);
        } catch (IOException | MimeException | RuntimeException broken) {
            return new MailReply(reader.answered.toString(), "");
        }
        return new MailReply(reader.answered.toString(), firstLine(reader.text()));
    }

    private static String firstLine(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        int at = 0;
        while (at < lines.size()) {
            int attribution = attribution(lines, at);
            if (attribution > 0) {
                at += attribution;
            } else if (lines.get(at).isEmpty() || lines.get(at).startsWith(">")) {
                at++;
            } else {
                return OneLine.start(OneLine.plain(lines.get(at)), LONGEST_LINE);
            }
        }
        return "";
    }

    /** How many lines say who wrote what is quoted below them. */
    private static int attribution(List<String> lines, int at) {
        for (int i = 0; i < LONGEST_ATTRIBUTION && at + i < lines.size(); i++) {
            if (lines.get(at + i).isEmpty()) {
                return 0;
            }
            if (lines.get(at + i).endsWith(":")) {
                int next = at + i + 1;
                while (next < lines.size() && lines.get(next).isEmpty()) {
                    next++;
                }
                return next < lines.size() && lines.get(next).startsWith(">") ? i + 1 : 0;
            }
        }
        return 0;
    }

    private static final class Reader {
        private final StringBuilder answered = new StringBuilder();
        private @Nullable String plain;
        private @Nullable String html;
        private boolean inMessageHeader = true;
        private boolean isAttached;
        private int parts;

        String text() {
            if (plain != null) {
                return plain;
            }
            return html == null ? "" : HtmlText.of(html);
        }

        void walk(byte[] mail) throws IOException, MimeException {
            var tokens =
                    new MimeTokenStream(
                            MimeConfig.custom()
                                    .setStrictParsing(false)
                                    .setMaxLineLen(LONGEST_PART)
                                    .setMaxHeaderLen(LONGEST_PART)
                                    .setMaxHeaderCount(1000)
                                    .setMaxContentLen(-1)
                                    .build());
            tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
            int start = Octets.headerStart(mail);
            tokens.parse(new ByteArrayInputStream(mail, start, mail.length - start));
            EntityState token = tokens.getState();
            while (token != EntityState.T_END_OF_STREAM && plain == null && parts <= MOST_PARTS) {
                switch (token) {
                    case T_START_HEADER -> isAttached = false;
                    case T_FIELD -> field(tokens.getField());
                    case T_END_HEADER -> inMessageHeader = false;
                    case T_BODY -> body(tokens);
                    default -> {}
                }
                token = tokens.next();
            }
        }

        private void field(Field field) {
            switch (field.getName().strip().toLowerCase(Locale.ROOT)) {
                case "in-reply-to", "references" -> {
                    if (inMessageHeader) {
                        answered.append(HeaderText.line(field)).append(' ');
                    }
                }
                case "content-disposition" ->
                        isAttached = HeaderText.word(field).equals("attachment");
                default -> {}
            }
        }

        private void body(MimeTokenStream tokens) throws IOException {
            parts++;
            String type = tokens.getBodyDescriptor().getMimeType();
            if (isAttached || !(type.equals("text/plain") || type.equals("text/html"))) {
                return;
            }
            byte[] octets = tokens.getDecodedInputStream().readNBytes(LONGEST_PART);
            String text = text(octets, tokens.getBodyDescriptor().getCharset());
            if (type.equals("text/plain")) {
                plain = text;
            } else if (html == null) {
                html = text;
            }
        }

        private static String text(byte[] octets, @Nullable String charset) {
            if (charset == null) {
                return Octets.text(octets);
            }
            try {
                // Where nothing is told, that is ASCII, whatever it is.
                String text = Octets.strict(octets, Charset.forName(charset.strip()));
                return text == null ? Octets.text(octets) : text;
            } catch (IllegalArgumentException unknown) {
                return Octets.text(octets);
            }
        }
    }
}
