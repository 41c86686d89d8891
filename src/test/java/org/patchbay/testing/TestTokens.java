package org.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;

/** Access tokens as the application signs them, where a test cannot wait for the end of one. */
public final class TestTokens {

    /** The key of the profile {@code test}. */
    private static final Path SIGNING_KEY = Path.of(".local-stack", "signing-key.pem");

    private TestTokens() {}

    /** The same token, but for its end. */
    public static String ending(String token, Instant end) {
        try {
            var claims = new ObjectMapper()
                    .readValue(
                            Base64.getUrlDecoder().decode(token.split("\\.")[1]),
                            new TypeReference<Map<String, Object>>() {});
            claims.put("exp", end.getEpochSecond());
            return Jwt.claims(claims).sign(KeyUtils.decodePrivateKey(Files.readString(SIGNING_KEY)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(SIGNING_KEY + " is not a key", e);
        }
    }
}
