package org.imipagent.messages;

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
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imipagent.calendar.Participation;
import org.imipagent.itip.Method;
import org.imipagent.itip.Verdict;
import org.imipagent.settings.Language;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

    private final Messages english = Messages.of("en");
    private final Dates dates = new Dates(english);

    private static List<String> languages() throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of("src/main/resources/org/imipagent/messages"))) {
            return files.map(f -> f.getFileName().toString().replace(".properties", ""))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> keys(MessageKey word, String language) {
        return word.counts()
                ? Plural.forms(language).stream().map(f -> word.key() + f.suffix()).toList()
                : List.of(word.key());
    }

    @Test
    void everyCatalogueHasEveryTextAndNoOther() throws IOException {
        assertTrue(languages().contains(Messages.SOURCE));
        for (String language : languages()) {
            Map<String, String> texts = MessageBundle.of(language);
            assertNotNull(texts, language);
            var wanted = new TreeSet<String>();
            for (MessageKey word : MessageKey.values()) {
                wanted.addAll(keys(word, language));
            }
            assertEquals(wanted, new TreeSet<>(texts.keySet()), language);
        }
    }

    @Test
    void everyTextHasTheHolesOfItsWord() throws IOException {
        for (String language : languages()) {
            Map<String, String> texts = MessageBundle.of(language);
            assertNotNull(texts, language);
            for (MessageKey word : MessageKey.values()) {
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
    void thereIsACatalogueForEachLanguageThatIsOfferedAndNoOther() throws IOException {
        assertEquals(
                Stream.of(Language.values()).map(Language::tag).sorted().toList(), languages());
    }

    @Test
    void listsOfNamesAreWhole() throws IOException {
        for (String language : languages()) {
            Messages texts = Messages.of(language);
            assertEquals(12, texts.list(MessageKey.MONTHS).size());
            assertEquals(12, texts.list(MessageKey.MONTHS_SHORT).size());
            assertEquals(7, texts.list(MessageKey.WEEKDAYS).size());
            assertEquals(7, texts.list(MessageKey.WEEKDAYS_SHORT).size());
            assertTrue(texts.firstDayOfWeek() >= 1 && texts.firstDayOfWeek() <= 7);
            assertTrue(List.of("ltr", "rtl").contains(texts.direction()));
            assertTrue(List.of("00", "0", "12").contains(texts.say(MessageKey.CLOCK)));
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
        assertEquals(
                "1 more event on Monday", english.count(MessageKey.MORE_ON, 1, "date", "Monday"));
        assertEquals(
                "3 more events on Monday", english.count(MessageKey.MORE_ON, 3, "date", "Monday"));
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
            assertEquals("Calendar", Messages.of(tag).say(MessageKey.CALENDAR), tag);
            assertEquals("en", Messages.of(tag).language(), tag);
        }
    }

    @Test
    void aTagWithACountryOrAScriptIsTheNearestLanguage() {
        assertEquals("nb", Messages.of("nb_NO").language());
        assertEquals("nb", Messages.of("no").language());
        assertEquals("nb", Messages.of("nn-NO").language());
        assertEquals("de", Messages.of("de-AT").language());
        assertEquals("fr", Messages.of("FR_fr.UTF-8").language());
        assertEquals("es", Messages.of("es-419").language());
        assertEquals("ar", Messages.of("ar-Arab-EG").language());
    }

    @Test
    void everyLanguageSpellsDatesAndTimesItsOwnWay() {
        var from = LocalDateTime.of(2026, 11, 3, 9, 5);
        assertEquals(
                Map.of(
                        "en", "Tuesday 3 November 2026, 09:05–14:05",
                        "nb", "tirsdag 3. november 2026 kl.\u00a009:05–14:05",
                        "de", "Dienstag, 3. November 2026, 09:05–14:05\u00a0Uhr",
                        "fr", "mardi 3 novembre 2026, 09:05–14:05",
                        "es", "martes, 3 de noviembre de 2026, 9:05–14:05",
                        "ar", "الثلاثاء، 3 نوفمبر 2026، 9:05\u00a0ص–2:05\u00a0م"),
                each(dates -> dates.span(from, from.plusHours(5))));
        var first = LocalDate.of(2026, 11, 1);
        assertEquals(
                Map.of(
                        "en", "1 – 7 Nov 2026",
                        "nb", "1. – 7. nov. 2026",
                        "de", "1. – 7. Nov. 2026",
                        "fr", "1er – 7 nov. 2026",
                        "es", "1 – 7 nov 2026",
                        "ar", "1 – 7 نوفمبر 2026"),
                each(dates -> dates.week(first, first.plusDays(6))));
        assertEquals("12:00\u00a0ص", new Dates(Messages.of("ar")).time(LocalTime.MIDNIGHT));
        assertEquals("12:30\u00a0م", new Dates(Messages.of("ar")).time(LocalTime.of(12, 30)));
    }

    private static Map<String, String> each(Function<Dates, String> spelt) {
        var all = new TreeMap<String, String>();
        for (Language language : Language.values()) {
            all.put(language.tag(), spelt.apply(new Dates(Messages.of(language.tag()))));
        }
        return all;
    }

    @Test
    void listsAreJoinedAsTheLanguageSays() {
        assertEquals("a, b and c", english.enumeration(List.of("a", "b", "c")));
        assertEquals("Eva y Ana", Messages.of("es").enumeration(List.of("Eva", "Ana")));
        assertEquals("Eva e Inés", Messages.of("es").enumeration(List.of("Eva", "Inés")));
        assertEquals("tú e Hilda", Messages.of("es").enumeration(List.of("tú", "Hilda")));
        assertEquals("agua y hielo", Messages.of("es").enumeration(List.of("agua", "hielo")));
        assertEquals("a et i", Messages.of("fr").enumeration(List.of("a", "i")));
        assertEquals(
                "السبت، الأحد والاثنين",
                Messages.of("ar").enumeration(List.of("السبت", "الأحد", "الاثنين")));
        assertEquals("Quand\u00a0:", Messages.of("fr").label("Quand"));
    }

    @Test
    void whatRunsTheOtherWayIsIsolatedAndWhatRunsTheSameWayIsNot() {
        Messages arabic = Messages.of("ar");
        assertEquals(
                "من \u2068Nora (CEO)\u2069",
                arabic.say(MessageKey.FROM_PERSON, "name", "Nora (CEO)"));
        assertEquals("من نورا", arabic.say(MessageKey.FROM_PERSON, "name", "نورا"));
        assertEquals("From Nora", english.say(MessageKey.FROM_PERSON, "name", "Nora"));
        assertEquals("From \u2068نورا\u2069", english.say(MessageKey.FROM_PERSON, "name", "نورا"));
        assertTrue(
                arabic.say(MessageKey.ERROR_422_DATE_TEXT, "text", "x", "example", "2026-11-03")
                        .endsWith("\u20682026-11-03\u2069."));
        assertEquals(
                "\u2068Ana\u2069، \u2068Bo\u2069 و\u2068Cy\u2069",
                arabic.enumeration(List.of("Ana", "Bo", "Cy")));
    }

    @Test
    void aStrangerCannotTurnAMailRound() {
        Messages arabic = Messages.of("ar");
        var letter =
                new MailBody(
                        arabic,
                        arabic.replySentence(Participation.ACCEPTED, "\u202eNora\u2069"),
                        List.of(new MailBody.Fact("متى", "3\u2067 x")),
                        List.of());
        assertEquals("قبول الدعوة من \u2068Nora\u2069.\n\nمتى: \u20683 x\u2069\n", letter.plain());
        assertEquals(
                "\u2068ab\u2069", Bidi.isolated("a\u2069\u2068b", true), "not balanced, not ours");
        assertEquals(
                "قبول: abc",
                Messages.of("ar").replySubject(Participation.ACCEPTED, "\u202eabc\u2068"));
    }

    @Test
    void aCatalogueSaysWhatIsWrongWithIt() {
        assertThrows(IllegalArgumentException.class, () -> MessageBundle.read("no text\n"));
        assertThrows(IllegalArgumentException.class, () -> MessageBundle.read("a = 1\na = 2\n"));
        assertEquals(Map.of("a", "1 = 2"), MessageBundle.read("# comment\n\na = 1 = 2"));
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
                        new MailBody.Fact("What", "<b>Tea</b> & \"cake\""),
                        new MailBody.Fact("Where", " "),
                        new MailBody.Fact(
                                "When", "now\r\nor \u202enever", "", "then\nWhere: here"));
        var quote = List.of(new MailBody.Quote("Nora wrote:", " <script>\nWhere: Mars "));
        var letter =
                new MailBody(
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
