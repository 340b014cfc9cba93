package org.imipagent.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /** The examples that go with FIPS 180-4, and the empty text. */
    @Test
    void theExamplesOfTheStandard() {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", hex(""));
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hex("abc"));
        assertEquals(
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
                hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"));
        assertEquals(
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
                hex("a".repeat(1_000_000)));
    }

    private static String hex(String text) {
        return HexFormat.of()
                .formatHex(new Sha256().digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Every length around the ends of blocks, in pieces of every size, again and again. */
    @Test
    void theSameAsTheJdk() throws Exception {
        var random = new Random(1);
        var jdk = MessageDigest.getInstance("SHA-256");
        var ours = new Sha256();
        for (int length = 0; length < 400; length++) {
            var octets = new byte[length];
            random.nextBytes(octets);
            for (int from = 0; from < length; ) {
                int size = 1 + random.nextInt(length - from);
                var piece = new byte[size];
                System.arraycopy(octets, from, piece, 0, size);
                ours.update(piece);
                from += size;
            }
            assertEquals(
                    HexFormat.of().formatHex(jdk.digest(octets)),
                    HexFormat.of().formatHex(ours.digest()),
                    "of " + length);
        }
    }
}
