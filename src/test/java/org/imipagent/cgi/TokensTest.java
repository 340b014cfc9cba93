package org.imipagent.cgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final String USER = "vincent.vole@example.com";

    private final Tokens tokens =
            new Tokens("a secret of at least 32 octets ..".getBytes(StandardCharsets.UTF_8));

    @Test
    void aTokenIsGoodForItsUser() {
        var token = tokens.issue(USER, NOW);
        assertTrue(tokens.check(USER, token, NOW));
        assertTrue(tokens.check(USER, token, NOW.plus(Tokens.LIFE)));
        assertTrue(token.matches("[A-Za-z0-9_-]{75}"));
    }

    @Test
    void aTokenIsGoodForNobodyElse() {
        var token = tokens.issue(USER, NOW);
        assertFalse(tokens.check("mallory@example.com", token, NOW));
        assertFalse(tokens.check("", token, NOW));
    }

    @Test
    void anOldTokenIsNotGood() {
        var token = tokens.issue(USER, NOW);
        assertFalse(tokens.check(USER, token, NOW.plus(Tokens.LIFE).plus(Duration.ofSeconds(1))));
    }

    @Test
    void aTokenOfAnotherSiteIsNotGood() {
        var other =
                new Tokens("another secret of 32 octets .....".getBytes(StandardCharsets.UTF_8));
        assertFalse(tokens.check(USER, other.issue(USER, NOW), NOW));
    }

    @Test
    void noCharacterOfATokenCanBeChanged() {
        var token = tokens.issue(USER, NOW);
        // The last one has two bits that mean nothing; the nonce, which counts uses, ends long
        // before it.
        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertFalse(
                    tokens.check(
                            USER, token.substring(0, i) + other + token.substring(i + 1), NOW));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "====", "é", "\0", "A A"})
    void whatIsNoTokenIsNotGood(String text) {
        assertFalse(tokens.check(USER, text, NOW));
        assertFalse(tokens.check(USER, text.repeat(75), NOW));
        assertFalse(tokens.check(USER, tokens.issue(USER, NOW) + text + "=", NOW));
    }

    @Test
    void everyTokenHasItsOwnNonce() {
        var nonce = Tokens.nonce(tokens.issue(USER, NOW));
        assertEquals(32, nonce.length());
        assertNotEquals(nonce, Tokens.nonce(tokens.issue(USER, NOW)));
    }

    @Test
    void aShortSecretIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Tokens(new byte[31]));
    }

    /** RFC 4231, test cases 1, 2, 3 and 6. */
    @ParameterizedTest
    @CsvSource({
        "0b x 20, 4869205468657265, b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "4a656665 x 1, 7768617420646f2079612077616e7420666f72206e6f7468696e673f,"
                + "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "aa x 20, dd x 50, 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        "aa x 131, 54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374,"
                + "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
    })
    void signaturesAreThoseOfTheStandard(String key, String message, String signature) {
        assertEquals(
                signature, HexFormat.of().formatHex(Tokens.hmac(octets(key), octets(message))));
    }

    private static byte[] octets(String hexTimes) {
        var parts = hexTimes.split(" x ", -1);
        return HexFormat.of()
                .parseHex(
                        parts.length == 1 ? parts[0] : parts[0].repeat(Integer.parseInt(parts[1])));
    }
}
