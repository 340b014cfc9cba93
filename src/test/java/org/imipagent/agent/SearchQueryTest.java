package org.imipagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.imipagent.messages.Dates;
import org.imipagent.messages.Messages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a person types into the field of search, understood. */
class SearchQueryTest {

    private static SearchQuery read(String typed) {
        return read(typed, null, null);
    }

    private static SearchQuery read(
            String typed, @Nullable LocalDate first, @Nullable LocalDate last) {
        return SearchQuery.of(typed, new Dates(Messages.of("de")).months(), first, last);
    }

    private static String understood(String typed) {
        SearchQuery query = read(typed);
        return query.words()
                + " "
                + query.from()
                + " "
                + query.dayAfter()
                + " "
                + query.year()
                + (query.isCut() ? " cut" : "");
    }

    @Test
    void wordsAreFoldedAndSaidOnce() {
        assertEquals("[cafe, planung] null null 0", understood(" Café  PLANUNG pla café "));
    }

    @Test
    void aDayAMonthAndAMonthByNameMeanWhen() {
        assertEquals("[tee] 2026-11-18 2026-11-19 0", understood("Tee 2026-11-18"));
        assertEquals("[] 2026-11-01 2026-12-01 0", understood("2026-11"));
        assertEquals("[tee] 2026-03-01 2026-04-01 0", understood("März 2026 Tee"));
        assertEquals("[] 2026-03-01 2026-04-01 0", understood("2026 marz"));
        assertEquals("[] 2026-11-18 2026-11-19 0", understood("٢٠٢٦-١١-١٨"));
    }

    @Test
    void aYearMayBeAWordOrWhenAndASecondOneIsAWord() {
        assertEquals("[budget] null null 2027", understood("Budget 2027"));
        assertEquals("[2028] null null 2027", understood("2027 2028"));
        assertEquals("[1200] null null 0", understood("1200"));
    }

    @Test
    void whatIsNoDateIsWords() {
        assertEquals("[2026, 13, 40] null null 0", understood("2026-13-40"));
        assertEquals("[marz] null null 0", understood("März"));
        assertNull(SearchQuery.day("2026-02-30"));
    }

    @Test
    void daysOfTheFieldsAndOfTheTextHoldTogether() {
        SearchQuery query = read("2026-11", LocalDate.of(2026, 11, 10), LocalDate.of(2026, 12, 24));
        assertEquals(LocalDate.of(2026, 11, 10), query.from());
        assertEquals(LocalDate.of(2026, 12, 1), query.dayAfter());
        assertTrue(read("2026-11 2026-12").isNever());
    }

    @Test
    void muchTextIsCutAndSaysSo() {
        assertEquals(
                List.of(12, true),
                List.of(read(words(5000)).words().size(), read(words(5000)).isCut()));
        assertEquals("[" + "x".repeat(40) + "] null null 0 cut", understood("x".repeat(10_000)));
        assertTrue(read("\u0000\u202e  \n–").isNothing());
    }

    private static String words(int many) {
        var words = new StringBuilder();
        for (int i = 0; i < many; i++) {
            words.append((char) ('a' + i % 26)).append("z").append(i).append(' ');
        }
        return words.toString();
    }
}
