package org.imipagent.manager;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.imipagent.calendar.HtmlText;
import org.junit.jupiter.api.Test;

/** HTML where text should be, as Google, Outlook and strangers write it. */
class HtmlTextTest {

    private static void reads(String html, String text) {
        assertEquals(text, HtmlText.plain(html), html);
    }

    @Test
    void textIsLeftAlone() {
        for (String text :
                List.of(
                        "",
                        "a < b and c > d",
                        "Ask <anna@example.com> or <https://example.com/a>",
                        "1 <2\n3 <4",
                        "<<< now >>>",
                        "AT&T, R&D; see https://example.com/?a=1&copy=2",
                        "x <b")) {
            reads(text, text);
            assertFalse(HtmlText.isHtml(text), text);
        }
    }

    @Test
    void blocksMakeLinesAndParagraphsSpace() {
        reads("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\nthree");
        reads("<div>One</div><div>Two</div>", "One\nTwo");
        reads("One<br/>Two<BR>\nThree", "One\nTwo\nThree");
        reads(
                "Plans:<ul>\n <li>North</li>\n <li>South</li>\n</ul>End",
                "Plans:\n\n• North\n• South\n\nEnd");
        reads("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc");
        reads(
                "<html><head><title>x</title><style>p{color:red}</style></head>"
                        + "<body>\r\n  Much \t space\r\n</body></html>",
                "Much space");
    }

    @Test
    void linesOfTheSourceCountWhereNothingElseMakesLines() {
        reads("<b>Agenda</b>\n1. Hello\n2. Bye", "Agenda\n1. Hello\n2. Bye");
        reads("<b>Agenda</b>\nmore<br>end", "Agenda more\nend");
    }

    @Test
    void aLinkSaysWhereItLeads() {
        reads(
                "<p>Read <a href=\"https://example.com/a?x=1&amp;y=2\">the <b>notes</b></a>.</p>",
                "Read the notes <https://example.com/a?x=1&y=2>.");
        reads("<a href='https://example.com/'>https://example.com</a>", "https://example.com");
        reads("<a href=mailto:a@example.com>a@example.com</a>", "a@example.com");
        reads("<a href=\"https://example.com/x\"><img src=y></a>", "https://example.com/x");
        reads(
                "<a href=\"https://evil.example/\">https://bank.example/</a>",
                "https://bank.example/ <https://evil.example/>");
        reads(
                "<a title=\"href=https://evil.example\" href=\"https://a.example/\">x</a>",
                "x <https://a.example/>");
    }

    @Test
    void charactersThatHaveNamesOrNumbersAreThemselves() {
        reads("Caf&eacute; &amp; tea&nbsp;&#8211; &#x1F375; &lt;b&gt;", "Café & tea\u00a0– 🍵 <b>");
        reads("<b>&unknown; &#xD800; &#99999999; &</b>", "&unknown; &#xD800; &#99999999; &");
        reads("&amp;lt;script&amp;gt;", "&lt;script&gt;");
    }

    @Test
    void whatIsNoTextIsNotThere() {
        reads("a<script>alert('<b>')</script>b", "ab");
        reads("a<STYLE>x</sTyLe >b<br>", "ab");
        reads("a<!-- <b>x</b> -->b<br>", "ab");
        reads("<br>a<script>for ever", "a");
        reads("<br>a<!-- for ever", "a");
        reads("<o:p>x</o:p><br>", "x");
    }

    /** What comes out goes through the templates like any text, and links only where they may. */
    @Test
    void hostileHtmlComesOutAsTextWithPlainLinksAlone() {
        for (String html :
                List.of(
                        "<p><a href=\"javascript:alert(1)\">x</a>",
                        "<p><a href=\"java&#115;cript:alert(1)\">x</a>",
                        "<p><a href=\" data:text/html,x\">x</a>",
                        "<p><a href=\"https://a.example/&quot;onclick=&quot;x\">x</a>",
                        "<p>&lt;script&gt;alert(1)&lt;/script&gt;",
                        "<p><scr<script>ipt>alert(1)</script>",
                        "<p><img src=x onerror=alert(1)//",
                        "<p><a href=\"https://a.example/\u202Egpj\">x</a>",
                        "<p><a href='https://a.example/'\"onx='<b>y</b>")) {
            for (TextSpan span : UntrustedText.text(HtmlText.plain(html))) {
                String href = span.href();
                assertTrue(href == null || href.startsWith("https://a.example/"), html + href);
                assertFalse(href != null && href.contains("\""), html + href);
                assertFalse(span.text().contains("\u202e"), html);
            }
        }
    }

    @Test
    void hostileLengthCostsLittle() {
        for (String piece :
                List.of(
                        "<a ",
                        "<a href=\"",
                        "<!--",
                        "<",
                        "&",
                        "&#",
                        "</",
                        "<script>",
                        "<li>",
                        "<a href=x>",
                        "<p>",
                        "<a =\"'")) {
            String html = piece.repeat(400_000 / piece.length());
            assertTimeout(ofSeconds(5), () -> HtmlText.of(html), piece);
            assertTimeout(ofSeconds(5), () -> HtmlText.isHtml(html), piece);
        }
    }
}
