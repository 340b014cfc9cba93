package org.imipagent.cgi;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.apache.commons.lang3.Validate;
import org.imipagent.digest.Sha256;

/**
 * The tokens in forms, which show that a form was made here, for this person, and not too long ago.
 *
 * <p>A token is the time it was made, a random number (the two are its nonce) and a signature over
 * both and the user; nothing is kept to check it. Each is good for one act: whoever acts records
 * {@link #nonce} in the same transaction, so that a double click acts once. Since a token ends
 * after {@link #LIFE}, so may the record.
 *
 * <p>The signature is HMAC-SHA-256 (RFC 2104) over {@link Sha256}, and the random number comes from
 * the system's own source: {@code javax.crypto.Mac} and {@code SecureRandom} cost a process 35 and
 * 18 ms at its start.
 */
public final class Tokens {
    /** How long a form stays good: pages are left open over holidays. */
    public static final Duration LIFE = Duration.ofDays(30);

    /** The fewest octets of a secret. */
    public static final int SECRET = 32;

    private static final int BLOCK = 64;
    private static final int TIME = 8;
    private static final int RANDOM = 16;
    private static final int NONCE = TIME + RANDOM;
    private static final int SIGNATURE = 32;

    /**
     * Characters of base64url for 24 octets: a multiple of three, so that the nonce ends where a
     * character does.
     */
    private static final int NONCE_CHARACTERS = NONCE / 3 * 4;

    private final byte[] secret;

    /**
     * @param secret the site's own, from {@link #random}; kept where only the programs can read it
     * @throws IllegalArgumentException when it is shorter than {@link #SECRET}: a cut-off file must
     *     not sign anything
     */
    public Tokens(byte[] secret) {
        Validate.isTrue(
                secret.length >= SECRET,
                "the secret for forms has %s octets, %s are needed",
                secret.length,
                SECRET);
        this.secret = secret.clone();
    }

    /** A fresh token for a form of this user. */
    public String issue(String user, Instant now) {
        var nonce =
                ByteBuffer.allocate(NONCE)
                        .putLong(now.getEpochSecond())
                        .put(random(RANDOM))
                        .array();
        var token = ByteBuffer.allocate(NONCE + SIGNATURE).put(nonce).put(sign(nonce, user));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /**
     * Whether a token was made here for this user and is not older than {@link #LIFE}; takes as
     * long for every wrong one.
     */
    public boolean check(String user, String token, Instant now) {
        var octets = octets(token);
        if (octets.length != NONCE + SIGNATURE) {
            return false;
        }
        var nonce = Arrays.copyOf(octets, NONCE);
        var signature = Arrays.copyOfRange(octets, NONCE, octets.length);
        long age = now.getEpochSecond() - ByteBuffer.wrap(nonce).getLong();
        // MessageDigest.isEqual takes the same time wherever the two differ.
        return MessageDigest.isEqual(signature, sign(nonce, user)) && age <= LIFE.toSeconds();
    }

    /** What makes a checked token one of its kind: the part to record when its form has acted. */
    public static String nonce(String token) {
        return token.substring(0, NONCE_CHARACTERS);
    }

    /** Random octets from the system's source. */
    public static byte[] random(int length) {
        try (var source = new FileInputStream("/dev/urandom")) {
            var octets = source.readNBytes(length);
            if (octets.length < length) {
                throw new IOException("/dev/urandom ended");
            }
            return octets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] octets(String token) {
        // The decoder would also take padding; the nonce is cut from the text and must have one
        // spelling.
        if (token.length() != (NONCE + SIGNATURE + 2) / 3 * 4 - 1 || token.indexOf('=') >= 0) {
            return new byte[0];
        }
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The nonce has a fixed length, so no other nonce and user make the same message. */
    private byte[] sign(byte[] nonce, String user) {
        var who = user.getBytes(StandardCharsets.UTF_8);
        return hmac(
                secret, ByteBuffer.allocate(nonce.length + who.length).put(nonce).put(who).array());
    }

    /** HMAC (RFC 2104, section 2) with SHA-256. */
    static byte[] hmac(byte[] key, byte[] message) {
        var sha256 = new Sha256();
        var padded = Arrays.copyOf(key.length > BLOCK ? sha256.digest(key) : key, BLOCK);
        sha256.update(xor(padded, (byte) 0x36));
        var inner = sha256.digest(message);
        sha256.update(xor(padded, (byte) 0x5c));
        return sha256.digest(inner);
    }

    private static byte[] xor(byte[] octets, byte pad) {
        var mixed = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            mixed[i] = (byte) (octets[i] ^ pad);
        }
        return mixed;
    }
}
