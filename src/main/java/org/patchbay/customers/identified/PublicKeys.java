package org.patchbay.customers.identified;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Public keys of RSA as texts (PEM, RFC 7468). */
final class PublicKeys {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");
    private static final int SAFE_BITS = 2048;

    private PublicKeys() {}

    /** Empty where it is no such key, or one that is too short. */
    static Optional<RSAPublicKey> parse(String text) {
        var pem = PEM.matcher(text.strip());
        if (!pem.matches()) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getMimeDecoder().decode(pem.group(1));
            var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
            return Optional.of(key).filter(parsed -> parsed.getModulus().bitLength() >= SAFE_BITS);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
