package org.imipagent.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How texts become words: what a person writes finds what another wrote. */
class SearchTextTest {

    private static final List<String> SCRIPTS =
            List.of(
                    "abcxyzABCXYZ0189",
                    "ÄÖÜäöüßẞåøæéèñçşğıİI",
                    "ΑΣΆάσςЖёйЙ",
                    "أإآاٱةىيئؤ\u064e\u0651ـ٠١۵",
                    "שָׁלום",
                    "हिन्दी",
                    "会議室カタがﾀﾞ",
                    "ไทย한국어",
                    "ﬁﷺ①Ⅳ𝐀",
                    " -_.,@'\"’/\n\t",
                    "\u0301\u202e\u200b\ufeff\u0000\ud83d\ude00");

    @ParameterizedTest
    @CsvSource({
        "Besprechung im CAFÉ, besprechung im cafe",
        "Straße STRASSE, strasse strasse",
        "İstanbul ISTANBUL ıstanbul Istanbul, istanbul istanbul istanbul istanbul",
        "Møte på Åsgårdstrand, mote pa asgardstrand",
        "Łódź œuvre ΟΔΟΣ οδός, lodz oeuvre οδοσ οδοσ",
        "أحمد احمد إحمد آحمد, احمد احمد احمد احمد",
        "مدرسة مدرسه, مدرسه مدرسه",
        "اِجْتِمَاعٌ اجتـــماع, اجتماع اجتماع",
        "٢٠٢٦ ۲۰۲۶, 2026 2026",
        "会議室, 会 議 室",
        "o'brien@Example.COM, o brien example com",
        "ﬁnal co\u00adop, final coop"
    })
    void aTextIsFoldedToItsWords(String text, String words) {
        assertEquals(words, String.join(" ", SearchText.folded(text)));
    }

    @Test
    void whatSeparatesOrTurnsTheWritingIsNoWord() {
        assertEquals(List.of(), SearchText.folded(" \t\u0000\u202e\u2066–…😀\u0301"));
    }

    @Test
    void aWordKeepsWhereItStands() {
        SearchText.Word word = SearchText.words("— Cafe\u0301!").getFirst();
        assertEquals(
                "Cafe\u0301".substring(0, 4), "— Cafe\u0301!".substring(word.start(), word.end()));
        assertEquals("cafe", word.folded());
    }

    @Test
    void aVeryLongWordIsFoundByItsBeginning() {
        assertEquals("x".repeat(40), SearchText.folded("x".repeat(10_000)).getFirst());
    }

    /**
     * Whatever chance writes: a word is what it becomes, in any case, and apart from its accents.
     */
    @Test
    void everyWordFindsItself() {
        var random = new Random(20261127);
        for (int i = 0; i < 5_000; i++) {
            String text = text(random);
            List<String> words = SearchText.folded(text);
            for (String word : words) {
                assertEquals(List.of(word), SearchText.folded(word), text);
                assertTrue(word.length() <= SearchText.LONGEST_WORD, text);
            }
            assertEquals(words, SearchText.folded(Normalizer.normalize(text, Normalizer.Form.NFD)));
            for (SearchText.Word word : SearchText.words(text)) {
                assertTrue(
                        SearchText.folded(text.substring(word.start(), word.end()))
                                .contains(word.folded()),
                        text);
            }
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        String script = SCRIPTS.getFirst();
        for (int i = random.nextInt(30); i > 0; i--) {
            if (random.nextInt(4) == 0) {
                script = SCRIPTS.get(random.nextInt(SCRIPTS.size()));
            }
            int[] points = script.codePoints().toArray();
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    @Test
    void anEventIsFoundByWhatAnyOfItsDatesSays() {
        Component master =
                new Component(
                        "VEVENT",
                        List.of(
                                Property.of("UID", "a"),
                                Property.of("DTSTART", "20261101T090000Z"),
                                Property.of("RRULE", "FREQ=DAILY"),
                                Property.ofText("SUMMARY", "Planning, first"),
                                Property.ofText("LOCATION", "Küche"),
                                Property.of("CATEGORIES", "Work,Tea\\, black"),
                                Property.of("ORGANIZER", "mailto:olga@example.net"),
                                Property.of("ATTENDEE", "mailto:bo@example.org")
                                        .with("CN", "Bo Blåbær"),
                                Property.ofText("DESCRIPTION", "See\nhttps://meet.example/x")),
                        List.of());
        Component changed =
                new Component(
                        "VEVENT",
                        List.of(
                                Property.of("UID", "a"),
                                Property.of("RECURRENCE-ID", "20261103T090000Z"),
                                Property.of("DTSTART", "20261103T100000Z"),
                                Property.ofText("SUMMARY", "Moved")),
                        List.of());
        Event event =
                Event.of(new VEvent(master, Zones.NONE)).with(new VEvent(changed, Zones.NONE));
        List<String> words = java.util.Objects.requireNonNull(EventWords.indexed(event));
        for (String word :
                List.of(
                        "planning",
                        "first",
                        "kuche",
                        "work",
                        "tea",
                        "black",
                        "olga",
                        "net",
                        "bo",
                        "blabaer",
                        "org",
                        "see",
                        "meet",
                        "moved")) {
            assertTrue(words.contains(word), word + " in " + words);
        }
        assertEquals(words, List.copyOf(new TreeSet<>(words)), "sorted, each once");
        assertTrue(EventWords.match(EventWords.all(event), List.of("plan", "mov")));
        assertTrue(!EventWords.match(EventWords.all(event), List.of("plan", "lunch")));
    }
}
