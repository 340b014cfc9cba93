package org.imipagent.messages;

import java.util.List;
import java.util.stream.Collectors;
import org.imipagent.calendar.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * The words of a mail: for people whose mail program shows no calendars, and for those who are told
 * what came.
 *
 * <p>What strangers wrote can add no line of ours: a fact is one line, bounded, and longer words
 * are quoted line by line. In HTML all of it is escaped.
 *
 * @param sentence what it says, in one line
 * @param facts what it is about; those without a value are left out
 * @param notes further sentences of ours
 * @param quotes what people wrote along
 * @param link to the event in the manager; null for none
 * @param answers that the reader may give by a mail that a link begins; not in plain text, where
 *     the notes say how
 */
public record MailBody(
        Messages texts,
        String sentence,
        List<Fact> facts,
        List<String> notes,
        List<Quote> quotes,
        @Nullable String link,
        List<Answer> answers) {

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_QUOTE = 4000;
    private static final int MOST_LINES = 60;

    /** Colours are the reader's own, so that it is dark where they like it dark. */
    private static final String STYLE =
            """
            :root{color-scheme:light dark}
            body{font-family:sans-serif;line-height:1.5;max-width:42em;margin:1em auto;padding:0 1em;\
            overflow-wrap:break-word}
            th{font-weight:normal;text-align:start;vertical-align:top;padding-inline-end:1em;opacity:.75}
            td{vertical-align:top;overflow-wrap:anywhere}
            .first{font-size:1.15em;font-weight:bold}
            .changed{font-weight:bold}
            .before,.more{opacity:.75}
            .answer{display:inline-block;padding:.4em 1em;margin:0 0 .4em;border:1px solid;border-radius:.3em}
            blockquote{margin:0;padding-inline-start:.8em;border-inline-start:.2em solid}
            @media(max-width:30em){th,td{display:block}td{padding-bottom:.5em}}
            """;

    public MailBody {
        facts = facts.stream().filter(fact -> !line(fact.value()).isEmpty()).toList();
        notes = List.copyOf(notes);
        quotes = quotes.stream().filter(quote -> !quote.words().isBlank()).toList();
        answers = List.copyOf(answers);
    }

    /** A letter that is not to be answered by a link. */
    public MailBody(
            Messages texts,
            String sentence,
            List<Fact> facts,
            List<String> notes,
            List<Quote> quotes,
            @Nullable String link) {
        this(texts, sentence, facts, notes, quotes, link, List.of());
    }

    /** A letter without notes and link. */
    public MailBody(Messages texts, String sentence, List<Fact> facts, List<Quote> quotes) {
        this(texts, sentence, facts, List.of(), quotes, null);
    }

    /**
     * Something about the event.
     *
     * @param more the same said otherwise, as a time in another zone; "" for nothing
     * @param before what it was until now, where it changed; else ""
     */
    public record Fact(String label, String value, String more, String before) {
        public Fact(String label, String value) {
            this(label, value, "", "");
        }
    }

    /**
     * An answer.
     *
     * @param link mailto (RFC 6068)
     */
    public record Answer(String label, String link) {}

    /** Somebody's own words. */
    public record Quote(String label, String words) {}

    /** Several letters in one mail, one below the other. */
    public static String plain(List<MailBody> bodies) {
        return bodies.stream().map(MailBody::plain).collect(Collectors.joining("\n\n"));
    }

    public String plain() {
        var body = new StringBuilder(ours(sentence)).append("\n\n");
        for (Fact fact : facts) {
            body.append(texts.label(fact.label())).append(' ');
            body.append(texts.isolated(line(fact.value()))).append('\n');
            if (!fact.more().isEmpty()) {
                body.append("    ").append(texts.isolated(line(fact.more()))).append('\n');
            }
            if (!fact.before().isEmpty()) {
                body.append("    ").append(before(fact)).append('\n');
            }
        }
        notes.forEach(note -> body.append('\n').append(ours(note)).append('\n'));
        for (Quote quote : quotes) {
            body.append('\n').append(ours(quote.label())).append('\n');
            lines(quote).forEach(line -> body.append("> ").append(line).append('\n'));
        }
        if (link != null) {
            body.append('\n').append(texts.say(MessageKey.MAIL_VIEW)).append('\n').append(link);
            body.append('\n');
        }
        return body.toString();
    }

    public String html() {
        return html(List.of(this));
    }

    /** Several letters as one page, one below the other. */
    public static String html(List<MailBody> bodies) {
        var page = new StringBuilder();
        bodies.getFirst().head(page);
        bodies.getFirst().body(page);
        for (MailBody further : bodies.subList(1, bodies.size())) {
            further.body(page.append("<hr>\n"));
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private void head(StringBuilder body) {
        body.append("<!DOCTYPE html>\n<html lang=\"").append(texts.language());
        body.append("\" dir=\"").append(texts.direction()).append("\">\n<head>\n");
        body.append("<meta charset=\"utf-8\">\n");
        body.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
        body.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        body.append("<title>").append(escaped(ours(sentence))).append("</title>\n");
        body.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
    }

    private void body(StringBuilder body) {
        body.append("<p class=\"first\">").append(escaped(ours(sentence))).append("</p>\n");
        table(body);
        if (!answers.isEmpty()) {
            body.append("<p>");
            for (Answer each : answers) {
                body.append("<a class=\"answer\" href=\"").append(escaped(each.link()));
                body.append("\">").append(escaped(each.label())).append("</a>\n");
            }
            body.append("</p>\n");
        }
        notes.forEach(note -> body.append("<p>").append(escaped(ours(note))).append("</p>\n"));
        for (Quote quote : quotes) {
            body.append("<p>").append(escaped(ours(quote.label()))).append("</p>\n");
            body.append("<blockquote dir=\"auto\">");
            body.append(escaped(String.join("\n", lines(quote))).replace("\n", "<br>\n"));
            body.append("</blockquote>\n");
        }
        if (link != null) {
            body.append("<p><a href=\"").append(escaped(link)).append("\">");
            body.append(escaped(texts.say(MessageKey.MAIL_OPEN))).append("</a></p>\n");
        }
    }

    private void table(StringBuilder body) {
        if (facts.isEmpty()) {
            return;
        }
        body.append("<table>\n");
        for (Fact fact : facts) {
            String changed = fact.before().isEmpty() ? "" : " class=\"changed\"";
            body.append("<tr><th scope=\"row\">").append(escaped(fact.label()));
            body.append("</th><td><bdi").append(changed).append('>');
            body.append(escaped(line(fact.value()))).append("</bdi>");
            if (!fact.more().isEmpty()) {
                body.append("<br>\n<span class=\"more\"><bdi>").append(escaped(line(fact.more())));
                body.append("</bdi></span>");
            }
            if (!fact.before().isEmpty()) {
                body.append("<br>\n<span class=\"before\">").append(escaped(before(fact)));
                body.append("</span>");
            }
            body.append("</td></tr>\n");
        }
        body.append("</table>\n");
    }

    private String before(Fact fact) {
        return texts.say(MessageKey.MAIL_BEFORE, "text", line(fact.before()));
    }

    private static List<String> lines(Quote quote) {
        String start = OneLine.shortened(quote.words().strip(), LONGEST_QUOTE);
        return start.lines().limit(MOST_LINES).map(MailBody::line).toList();
    }

    /**
     * One line, whatever was given: without controls, without the marks that turn the direction of
     * what follows, and not endless.
     */
    static String line(String text) {
        return line(text, false);
    }

    /** The same of a sentence of ours, where names may stand between isolates. */
    private static String ours(String text) {
        return line(text, true);
    }

    private static String line(String text, boolean keepsIsolates) {
        var line = new StringBuilder(Math.min(text.length(), LONGEST_LINE + 3));
        for (int i = 0; i < text.length() && line.length() < LONGEST_LINE; i++) {
            char c = text.charAt(i);
            if (!Bidi.turns(c) || (keepsIsolates && Bidi.isolates(c))) {
                line.append(OneLine.endsLines(c) ? ' ' : c);
            }
        }
        if (!line.isEmpty() && Character.isHighSurrogate(line.charAt(line.length() - 1))) {
            line.setLength(line.length() - 1);
        }
        return (text.length() > LONGEST_LINE ? line.append("...") : line).toString().strip();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
