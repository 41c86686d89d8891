package org.patchbay.identity.signin;

import java.time.Instant;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** The codes of authenticator apps. */
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theLastSixDigitsOfRfc6238(long seconds, String code) {
        assertEquals(code, Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds))));
    }

    @Test
    void aCodeIsGoodOneStepEarlyAndOneStepLateAndNotAfterALaterOne() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        long current = Totp.step(now);
        for (long step = current - 2; step <= current + 2; step++) {
            var expected = Math.abs(step - current) <= 1 ? OptionalLong.of(step) : OptionalLong.empty();
            assertEquals(expected, Totp.step(SECRET, Totp.code(SECRET, step), now, 0));
        }
        for (long last = current; last <= current + 1; last++) {
            assertEquals(OptionalLong.empty(), Totp.step(SECRET, Totp.code(SECRET, current), now, last));
        }
    }

    @ParameterizedTest
    @CsvSource({"fooba, MZXW6YTB", "12345678901234567890, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"})
    void base32IsThatOfRfc4648(String text, String encoded) {
        assertEquals(encoded, Totp.base32(text.getBytes(US_ASCII)));
        assertEquals("AAAAAAAB", Totp.base32(new byte[] {0, 0, 0, 0, 1}));
    }
}
