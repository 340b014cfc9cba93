package org.imipagent.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imipagent.calendar.Participation;
import org.imipagent.itip.Method;
import org.imipagent.itip.Verdict;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

    private final Texts english = Texts.of("en");
    private final Dates dates = new Dates(english);

    private static List<String> languages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/imipagent/text"))) {
            return files.map(f -> f.getFileName().toString().replace(".properties", ""))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> keys(Word word, String language) {
        return word.counts()
                ? Plural.forms(language).stream().map(f -> word.key() + f.suffix()).toList()
                : List.of(word.key());
    }

    @Test
    void everyCatalogueHasEveryTextAndNoOther() throws IOException {
        assertTrue(languages().contains(Texts.SOURCE));
        for (String language : languages()) {
            Map<String, String> texts = Catalogue.of(language);
            assertNotNull(texts, language);
            var wanted = new TreeSet<String>();
            for (Word word : Word.values()) {
                wanted.addAll(keys(word, language));
            }
            assertEquals(wanted, new TreeSet<>(texts.keySet()), language);
        }
    }

    @Test
    void everyTextHasTheHolesOfItsWord() throws IOException {
        for (String language : languages()) {
            Map<String, String> texts = Catalogue.of(language);
            assertNotNull(texts, language);
            for (Word word : Word.values()) {
                for (String key : keys(word, language)) {
                    var holes = new TreeSet<String>();
                    var matcher = HOLE.matcher(texts.getOrDefault(key, ""));
                    while (matcher.find()) {
                        holes.add(matcher.group(1));
                    }
                    var wanted = new TreeSet<>(word.holes());
                    if (word.counts() && !key.endsWith(".other")) {
                        // "One thing", "two things": the number may be in the word.
                        wanted.remove("n");
                        holes.remove("n");
                    }
                    assertEquals(wanted, holes, language + ": " + key);
                }
            }
        }
    }

    @Test
    void listsOfNamesAreWhole() throws IOException {
        for (String language : languages()) {
            Texts texts = Texts.of(language);
            assertEquals(12, texts.list(Word.MONTHS).size());
            assertEquals(12, texts.list(Word.MONTHS_SHORT).size());
            assertEquals(7, texts.list(Word.WEEKDAYS).size());
            assertEquals(7, texts.list(Word.WEEKDAYS_SHORT).size());
            assertTrue(texts.firstDayOfWeek() >= 1 && texts.firstDayOfWeek() <= 7);
            assertTrue(List.of("ltr", "rtl").contains(texts.direction()));
        }
    }

    @Test
    void everyVerdictAndEveryMethodHasWords() {
        var without = new ArrayList<String>();
        for (Verdict verdict : Verdict.values()) {
            if (english.happened(verdict.word()).equals(english.happened("no-such-verdict"))) {
                without.add(verdict.word());
            }
        }
        for (Method method : Method.values()) {
            if (english.arrived(method.name()).equals(english.arrived("no-such-method"))) {
                without.add(method.name());
            }
        }
        assertEquals(List.of(), without);
    }

    @Test
    void aMethodInAnyCaseHasItsWordsEvenWhereLettersAreTurkish() {
        assertEquals(english.arrived("DECLINECOUNTER"), english.arrived(" declinecounter "));
        assertNotEquals(english.arrived("PUBLISH"), english.arrived(""));
    }

    @Test
    void aNumberTakesTheFormOfItsLanguage() {
        assertEquals("1 more event on Monday", english.count(Word.MORE_ON, 1, "date", "Monday"));
        assertEquals("3 more events on Monday", english.count(Word.MORE_ON, 3, "date", "Monday"));
        assertEquals(Plural.ONE, Plural.of("fr", 0));
        assertEquals(Plural.OTHER, Plural.of("nb", 0));
        assertEquals(
                List.of(
                        Plural.ZERO,
                        Plural.ONE,
                        Plural.TWO,
                        Plural.FEW,
                        Plural.MANY,
                        Plural.OTHER,
                        Plural.FEW),
                Stream.of(0, 1, 2, 3, 11, 100, 103).map(n -> Plural.of("ar", n)).toList());
    }

    @Test
    void whatFillsAHoleIsNotReadAgain() {
        assertEquals(
                "Accepted: {summary} {name}",
                english.replySubject(Participation.ACCEPTED, "{summary} {name}"));
    }

    @Test
    void aSubjectStaysOnItsLine() {
        assertEquals(
                "Declined: a  Bcc: b@example.com",
                english.replySubject(Participation.DECLINED, "a\r\nBcc: b@example.com\n"));
        assertEquals("Tentative: (no title)", english.replySubject(Participation.TENTATIVE, " \n"));
    }

    @Test
    void anUnknownLanguageIsEnglishAndANameOfAFileIsNone() {
        for (String tag : List.of("xx", "../en", "", "en-GB", "EN", "İ", "x/../../etc/passwd")) {
            assertEquals("Calendar", Texts.of(tag).say(Word.CALENDAR), tag);
            assertEquals("en", Texts.of(tag).language(), tag);
        }
    }

    @Test
    void aCatalogueSaysWhatIsWrongWithIt() {
        assertThrows(IllegalArgumentException.class, () -> Catalogue.read("no text\n"));
        assertThrows(IllegalArgumentException.class, () -> Catalogue.read("a = 1\na = 2\n"));
        assertEquals(Map.of("a", "1 = 2"), Catalogue.read("# comment\n\na = 1 = 2"));
    }

    @Test
    void datesAreSpelt() {
        var date = LocalDate.of(2026, 11, 3);
        assertEquals("Tuesday 3 November 2026", dates.full(date));
        assertEquals("Tue 3 Nov", dates.brief(date));
        assertEquals("November 2026", dates.month(date));
        assertEquals("Tuesday 3 November 2026", dates.days(date, date.plusDays(1)));
        assertEquals(
                "Tuesday 3 November 2026 – Thursday 5 November 2026",
                dates.days(date, date.plusDays(3)));
        assertEquals(
                "30 Nov – 6 Dec 2026",
                dates.week(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 6)));
        assertEquals(
                "2 – 8 Nov 2026", dates.week(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 8)));
        assertEquals(
                "28 Dec 2026 – 3 Jan 2027",
                dates.week(LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 3)));
    }

    @Test
    void timesAreSpelt() {
        var from = LocalDateTime.of(2026, 11, 3, 9, 5);
        assertEquals("Tuesday 3 November 2026, 09:05–10:05", dates.span(from, from.plusHours(1)));
        assertEquals("Tuesday 3 November 2026, 09:05", dates.span(from, from));
        assertEquals(
                "Tuesday 3 November 2026, 09:05 – Wednesday 4 November 2026, 09:05",
                dates.span(from, from.plusDays(1)));
    }

    @Test
    void aMailSaysTheSamePlainlyAndInHtmlAndEscapesStrangers() {
        var facts =
                List.of(
                        new Letter.Fact("What", "<b>Tea</b> & \"cake\""),
                        new Letter.Fact("Where", " "),
                        new Letter.Fact("When", "now\r\nor \u202enever", "", "then\nWhere: here"));
        var quote = List.of(new Letter.Quote("Nora wrote:", " <script>\nWhere: Mars "));
        var letter =
                new Letter(
                        english,
                        english.replySentence(Participation.ACCEPTED, "Nora"),
                        facts,
                        quote);
        assertEquals(
                """
                Nora accepts the invitation.

                What: <b>Tea</b> & "cake"
                When: now  or never
                    before: then Where: here

                Nora wrote:
                > <script>
                > Where: Mars
                """,
                letter.plain());
        String html = letter.html();
        assertTrue(html.contains("&lt;b&gt;Tea&lt;/b&gt; &amp; &quot;cake&quot;"), html);
        assertTrue(html.contains("&lt;script&gt;<br>"), html);
        assertFalse(html.contains("<script>"), html);
        assertFalse(html.contains("<th scope=\"row\">Where"), html);
    }
}
