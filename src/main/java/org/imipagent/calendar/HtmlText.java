package org.imipagent.calendar;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * HTML that calendar programs write where RFC 5545 has text (DESCRIPTION of Google, X-ALT-DESC of
 * Outlook), read as text: lines where it has blocks, its links spelt out. What comes out is text
 * still, whatever went in: it is escaped like any other.
 *
 * <p>A link is written behind its words, {@code agenda <https://example.com/a>}, so that nobody is
 * led elsewhere than they read. Each character is looked at a bounded number of times.
 */
public final class HtmlText {

    /** As much of a text is read; more is cut anyway. */
    private static final int MOST = 100_000;

    /** No tag is longer: what looks like one is text. */
    private static final int LONGEST_TAG = 4_096;

    private static final int LONGEST_ENTITY = 10;

    /** By these a text is told to be HTML. */
    private static final Set<String> KNOWN =
            Set.of(
                    "a",
                    "b",
                    "blockquote",
                    "body",
                    "br",
                    "div",
                    "em",
                    "font",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "head",
                    "hr",
                    "html",
                    "html-blob",
                    "i",
                    "img",
                    "li",
                    "meta",
                    "ol",
                    "p",
                    "pre",
                    "script",
                    "span",
                    "strong",
                    "style",
                    "table",
                    "tbody",
                    "td",
                    "th",
                    "title",
                    "tr",
                    "u",
                    "ul");

    /** Their content is no text. */
    private static final Set<String> SILENT =
            Set.of("script", "style", "head", "title", "template");

    private static final Set<String> PARAGRAPHS =
            Set.of(
                    "p",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "table",
                    "blockquote",
                    "pre",
                    "hr");
    private static final Set<String> LINES =
            Set.of("br", "div", "li", "tr", "section", "article", "header", "footer", "dt", "dd");

    private static final Map<String, String> ENTITIES =
            Map.ofEntries(
                    Map.entry("amp", "&"),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("quot", "\""),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", "\u00a0"),
                    Map.entry("ndash", "–"),
                    Map.entry("mdash", "—"),
                    Map.entry("hellip", "…"),
                    Map.entry("bull", "•"),
                    Map.entry("middot", "·"),
                    Map.entry("lsquo", "‘"),
                    Map.entry("rsquo", "’"),
                    Map.entry("ldquo", "“"),
                    Map.entry("rdquo", "”"),
                    Map.entry("laquo", "«"),
                    Map.entry("raquo", "»"),
                    Map.entry("euro", "€"),
                    Map.entry("pound", "£"),
                    Map.entry("copy", "©"),
                    Map.entry("reg", "®"),
                    Map.entry("trade", "™"),
                    Map.entry("deg", "°"),
                    Map.entry("sect", "§"),
                    Map.entry("auml", "ä"),
                    Map.entry("ouml", "ö"),
                    Map.entry("uuml", "ü"),
                    Map.entry("Auml", "Ä"),
                    Map.entry("Ouml", "Ö"),
                    Map.entry("Uuml", "Ü"),
                    Map.entry("szlig", "ß"),
                    Map.entry("aring", "å"),
                    Map.entry("Aring", "Å"),
                    Map.entry("aelig", "æ"),
                    Map.entry("AElig", "Æ"),
                    Map.entry("oslash", "ø"),
                    Map.entry("Oslash", "Ø"),
                    Map.entry("eacute", "é"),
                    Map.entry("Eacute", "É"),
                    Map.entry("egrave", "è"),
                    Map.entry("ecirc", "ê"),
                    Map.entry("agrave", "à"),
                    Map.entry("aacute", "á"),
                    Map.entry("iacute", "í"),
                    Map.entry("oacute", "ó"),
                    Map.entry("uacute", "ú"),
                    Map.entry("ccedil", "ç"),
                    Map.entry("ntilde", "ñ"));

    private final String html;
    private final boolean linesCount;
    private final StringBuilder text = new StringBuilder();
    private boolean noMoreTags;
    private @Nullable String href;
    private int linkStart;

    private HtmlText(String html) {
        this.html = html;
        this.linesCount = !hasBlocks(html);
    }

    /** A text as it is to be read, whether it is HTML or not. */
    public static String plain(String text) {
        return isHtml(text) ? of(text) : text;
    }

    /** What an HTML text says. */
    public static String of(String html) {
        return new HtmlText(html.length() > MOST ? html.substring(0, MOST) : html).read();
    }

    /** Whether a text has a tag that programs write, or characters written as HTML has them. */
    public static boolean isHtml(String text) {
        if (text.contains("&nbsp;") || text.contains("&amp;") || text.contains("&#39;")) {
            return true;
        }
        int last = text.lastIndexOf('>');
        for (int at = text.indexOf('<'); at >= 0 && at < last; at = text.indexOf('<', at + 1)) {
            if (KNOWN.contains(name(text, at))) {
                return true;
            }
        }
        return false;
    }

    /** Lines of the source count where nothing else makes lines. */
    private static boolean hasBlocks(String html) {
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            String name = name(html, at);
            if (PARAGRAPHS.contains(name) || LINES.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The name of the tag that begins here, in small letters; "" for none: what is written <2 or
     * <anna@example.com>, say.
     */
    private static String name(String html, int at) {
        int start = html.startsWith("</", at) ? at + 2 : at + 1;
        int end = start;
        while (end < html.length() && end < start + 20 && isOfName(html, end, start)) {
            end++;
        }
        boolean ends =
                end > start && end < html.length() && " \t\r\n/>".indexOf(html.charAt(end)) >= 0;
        return ends ? html.substring(start, end).toLowerCase(Locale.ROOT) : "";
    }

    private static boolean isOfName(String html, int at, int start) {
        char c = html.charAt(at);
        boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        boolean isInner = (c >= '0' && c <= '9') || c == '-' || c == ':';
        return isLetter || (isInner && at > start);
    }

    private String read() {
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                at = tag(at);
            } else if (c == '&') {
                at = entity(at);
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                space(c);
                at++;
            } else {
                text.append(c);
                at++;
            }
        }
        closeLink();
        return text.toString().strip();
    }

    private void space(char c) {
        if (c == '\n' && linesCount) {
            text.append('\n');
        } else if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.append(' ');
        }
    }

    /** What follows the tag, comment or mere sign at a place. */
    private int tag(int at) {
        if (html.startsWith("<!--", at)) {
            int end = html.indexOf("-->", at + 4);
            return end < 0 ? html.length() : end + 3;
        }
        String name = name(html, at);
        boolean isDeclaration = html.startsWith("<!", at) || html.startsWith("<?", at);
        int end = name.isEmpty() && !isDeclaration ? -1 : endOfTag(at);
        if (end < 0) {
            text.append('<');
            return at + 1;
        }
        boolean closes = html.startsWith("</", at);
        if (!closes && SILENT.contains(name)) {
            return endOf(name, end);
        }
        breaks(name, closes);
        if (name.equals("a")) {
            closeLink();
            if (!closes) {
                href = attribute(html.substring(at, end), "href");
                linkStart = text.length();
            }
        }
        return end;
    }

    private void breaks(String name, boolean closes) {
        if (PARAGRAPHS.contains(name)) {
            line(2);
        } else if (name.equals("br")) {
            trimLine();
            text.append('\n');
        } else if (LINES.contains(name)) {
            line(1);
        } else if (name.equals("td") || name.equals("th")) {
            space(' ');
        }
        if (name.equals("li") && !closes) {
            text.append("• ");
        }
    }

    /** At least so many line ends; none at the beginning. */
    private void line(int ends) {
        trimLine();
        int there = 0;
        while (there < text.length() && text.charAt(text.length() - 1 - there) == '\n') {
            there++;
        }
        if (there < text.length()) {
            text.repeat("\n", Math.max(0, ends - there));
        }
    }

    private void trimLine() {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }

    /** The place after the sign that ends a tag, outside of quotes; -1 for none. */
    private int endOfTag(int at) {
        if (noMoreTags) {
            return -1;
        }
        char quote = 0;
        int last = Math.min(html.length(), at + LONGEST_TAG);
        for (int i = at; i < last; i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return i + 1;
            } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
                quote = c;
            }
        }
        noMoreTags = html.indexOf('>', at) < 0;
        return -1;
    }

    /** The place after the content of an element that is no text. */
    private int endOf(String name, int from) {
        for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
            if (name(html, at).equals(name)) {
                int end = html.indexOf('>', at);
                return end < 0 ? html.length() : end + 1;
            }
        }
        return html.length();
    }

    private static @Nullable String attribute(String tag, String name) {
        String small = tag.toLowerCase(Locale.ROOT);
        int at = small.indexOf(name + "=");
        while (at > 0 && !Character.isWhitespace(small.charAt(at - 1))) {
            at = small.indexOf(name + "=", at + 1);
        }
        if (at < 0) {
            return null;
        }
        int start = at + name.length() + 1;
        char quote = tag.charAt(start);
        if (quote == '"' || quote == '\'') {
            int end = tag.indexOf(quote, start + 1);
            return end < 0 ? null : tag.substring(start + 1, end);
        }
        int end = start;
        while (end < tag.length() && " \t\r\n>".indexOf(tag.charAt(end)) < 0) {
            end++;
        }
        return tag.substring(start, end);
    }

    /** Spells out where the link leads whose words stand there now. */
    private void closeLink() {
        String given = href;
        href = null;
        String address = given == null ? null : LinkAddress.of(decoded(given));
        if (address == null || linkStart > text.length()) {
            return;
        }
        String words = text.substring(linkStart).strip();
        if (!isSame(words, address)) {
            text.append(words.isEmpty() ? "" : " <").append(address);
            text.append(words.isEmpty() ? "" : ">");
        }
    }

    /** Whether the words of a link are where it leads. */
    private static boolean isSame(String words, String address) {
        return words.equals(address)
                || (words + "/").equals(address)
                || address.equals("mailto:" + words);
    }

    private static String decoded(String value) {
        if (value.indexOf('&') < 0) {
            return value;
        }
        var inner = new HtmlText(value);
        int at = 0;
        while (at < value.length()) {
            if (value.charAt(at) == '&') {
                at = inner.entity(at);
            } else {
                inner.text.append(value.charAt(at++));
            }
        }
        return inner.text.toString();
    }

    private int entity(int at) {
        int end = at + 1;
        int last = Math.min(html.length(), at + LONGEST_ENTITY);
        while (end < last && html.charAt(end) != ';') {
            end++;
        }
        if (end == last) {
            text.append('&');
            return at + 1;
        }
        String name = html.substring(at + 1, end);
        String character = name.startsWith("#") ? numbered(name) : ENTITIES.get(name);
        text.append(character == null ? html.substring(at, end + 1) : character);
        return end + 1;
    }

    /** The character of a number, {@code #233} or {@code #xe9}; null for none. */
    private static @Nullable String numbered(String name) {
        boolean isHex = name.startsWith("#x") || name.startsWith("#X");
        try {
            int code = Integer.parseInt(name.substring(isHex ? 2 : 1), isHex ? 16 : 10);
            boolean isOne = Character.isValidCodePoint(code) && (code < 0xd800 || code > 0xdfff);
            return isOne ? Character.toString(code) : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
