package org.patchbay.identity.signin;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The codes that authenticator apps show (RFC 6238 with its defaults: SHA-1, six digits, a new one every 30 seconds).
 */
final class Totp {

    static final int SECRET_BYTES = 20;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_PER_LETTER = 5;
    private static final int STEP_SECONDS = 30;

    private Totp() {}

    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    static String code(byte[] secret, long step) {
        try {
            return new HmacOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), step, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The step of this code: the present one or a neighbour, because clocks differ, and later than the last accepted
     * one.
     */
    static OptionalLong step(byte[] secret, String code, Instant now, long last) {
        long current = step(now);
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> step > last)
                .filter(step -> MessageDigest.isEqual(code(secret, step).getBytes(UTF_8), code.getBytes(UTF_8)))
                .findFirst();
    }

    /** RFC 4648, section 6, for whole groups of five bytes, which need no padding. */
    static String base32(byte[] bytes) {
        var number = new BigInteger(1, bytes);
        var text = new StringBuilder();
        for (int shift = bytes.length * Byte.SIZE - BITS_PER_LETTER; shift >= 0; shift -= BITS_PER_LETTER) {
            text.append(ALPHABET.charAt(number.shiftRight(shift).intValue() & ALPHABET.length() - 1));
        }
        return text.toString();
    }
}
