package org.imipagent.cgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptLanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | de",
                "de-AT,de;q=0.9,en;q=0.8 | de-AT de en",
                "en;q=0.2, ar;q=0.9 , fr | fr ar en",
                "sv, nb;q=0.5, en;q=0.5 | sv nb en",
                "es;q=0, en;q=x, *;q=0.5, nn;q=0.1 | nn",
                ", ,;q=1 | ''",
            })
    void tagsAreInTheOrderInWhichTheyAreWanted(String header, String tags) {
        assertEquals(tags, String.join(" ", new AcceptLanguage(header).tags()));
    }

    @Test
    void aHeaderThatIsNotThereOrTooLongAsksForNone() {
        assertEquals(List.of(), new AcceptLanguage("").tags());
        assertEquals(List.of(), new AcceptLanguage("en,".repeat(2000)).tags());
    }
}
