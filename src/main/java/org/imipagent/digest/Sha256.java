package org.imipagent.digest;

import java.util.Arrays;

/**
 * SHA-256 (FIPS 180-4, section 6.2) of octets that come piece by piece. {@code
 * java.security.MessageDigest} gives the same, but looks for it among all providers.
 */
public final class Sha256 {

    private static final int BLOCK = 64;
    private static final int ROUNDS = 64;
    private static final int LENGTH_AT = 56;

    /** The first 32 bits of the fractions of the square roots of the first eight primes. */
    private static final int[] BEGINNING = {
        0x6a09e667,
        0xbb67ae85,
        0x3c6ef372,
        0xa54ff53a,
        0x510e527f,
        0x9b05688c,
        0x1f83d9ab,
        0x5be0cd19
    };

    /** The first 32 bits of the fractions of the cube roots of the first 64 primes. */
    private static final int[] CONSTANTS = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
        0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
        0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
        0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
        0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
        0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
        0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
        0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
        0xc67178f2
    };

    private final int[] state = BEGINNING.clone();
    private final int[] schedule = new int[ROUNDS];
    private final byte[] block = new byte[BLOCK];
    private int held;
    private long octets;

    /** Takes more octets. */
    public Sha256 update(byte... more) {
        octets += more.length;
        int from = 0;
        while (from < more.length) {
            int taken = Math.min(BLOCK - held, more.length - from);
            System.arraycopy(more, from, block, held, taken);
            held += taken;
            from += taken;
            if (held == BLOCK) {
                take();
            }
        }
        return this;
    }

    /** The 32 octets of all that came; it begins anew after that. */
    public byte[] digest() {
        long bits = octets * 8;
        block[held++] = (byte) 0x80;
        if (held > LENGTH_AT) {
            Arrays.fill(block, held, BLOCK, (byte) 0);
            take();
        }
        Arrays.fill(block, held, LENGTH_AT, (byte) 0);
        for (int i = 0; i < 8; i++) {
            block[LENGTH_AT + i] = (byte) (bits >>> (56 - 8 * i));
        }
        take();
        var digest = new byte[4 * state.length];
        for (int i = 0; i < digest.length; i++) {
            digest[i] = (byte) (state[i / 4] >>> (24 - 8 * (i % 4)));
        }
        System.arraycopy(BEGINNING, 0, state, 0, state.length);
        octets = 0;
        return digest;
    }

    /** The same of these octets after what came. */
    public byte[] digest(byte[] last) {
        return update(last).digest();
    }

    /** One block, which is full. */
    private void take() {
        int[] w = schedule;
        for (int i = 0; i < 16; i++) {
            w[i] =
                    (block[4 * i] << 24)
                            | ((block[4 * i + 1] & 0xff) << 16)
                            | ((block[4 * i + 2] & 0xff) << 8)
                            | (block[4 * i + 3] & 0xff);
        }
        for (int i = 16; i < ROUNDS; i++) {
            int early = w[i - 15];
            int late = w[i - 2];
            w[i] =
                    w[i - 16]
                            + (turned(early, 7) ^ turned(early, 18) ^ (early >>> 3))
                            + w[i - 7]
                            + (turned(late, 17) ^ turned(late, 19) ^ (late >>> 10));
        }
        int[] s = state.clone();
        for (int i = 0; i < ROUNDS; i++) {
            int chosen = (s[4] & s[5]) ^ (~s[4] & s[6]);
            int most = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
            int one =
                    s[7]
                            + (turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25))
                            + chosen
                            + CONSTANTS[i]
                            + w[i];
            int two = (turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22)) + most;
            System.arraycopy(s, 0, s, 1, 7);
            s[4] += one;
            s[0] = one + two;
        }
        for (int i = 0; i < state.length; i++) {
            state[i] += s[i];
        }
        held = 0;
    }

    private static int turned(int word, int right) {
        return Integer.rotateRight(word, right);
    }
}
