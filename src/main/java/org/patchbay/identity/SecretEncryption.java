package org.patchbay.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.identity.sessions.SigningKey;
import org.patchbay.shared.RandomSecrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

/**
 * Encrypts secrets that must be read again, so that read access to the database alone does not reveal them: AES-GCM,
 * under keys that are derived (HKDF, RFC 5869) from the signing key, one for each purpose.
 */
@ApplicationScoped
public class SecretEncryption {

    /** The purpose of a secret; one that was sealed for one purpose cannot be opened for another. */
    public enum Purpose {
        SECOND_FACTOR("second factor"),
        CLIENT_SECRET("client secret"),
        SIGN_ON_COOKIES("sign-on cookies"),
        REFRESH_TOKENS("refresh tokens"),
        KNOWN_DEVICES("known devices"),
        MAIL_TOKENS("mail tokens"),
        CASE_LINKS("case links"),
        IDENTITY_KEYS("identity keys");

        private final String info;

        Purpose(String info) {
            this.info = info;
        }
    }

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String SALT = "patchbay vault";
    /** The number of the only block, which follows the purpose. */
    private static final String ONLY_BLOCK = "\u0001";

    private final Map<Purpose, SecretKey> keys = new EnumMap<>(Purpose.class);

    SecretEncryption(SigningKey signingKey) {
        var extracted = hmac(SALT.getBytes(UTF_8), signingKey.privateKey().getEncoded());
        for (var purpose : Purpose.values()) {
            keys.put(purpose, new SecretKeySpec(hmac(extracted, (purpose.info + ONLY_BLOCK).getBytes(UTF_8)), "AES"));
        }
    }

    /** A secret that all replicas derive alike and that is stored nowhere. */
    public String derive(Purpose purpose, long owner) {
        var derived = hmac(key(purpose).getEncoded(), Long.toString(owner).getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(derived);
    }

    /** As {@link #derive(Purpose, long)}, from a text, in letters that a cookie takes. */
    public String derive(Purpose purpose, String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hmac(key(purpose).getEncoded(), text.getBytes(UTF_8)));
    }

    private SecretKey key(Purpose purpose) {
        return requireNonNull(keys.get(purpose));
    }

    /** @param owner the id of the secret's owner; it can be opened for nobody else */
    public String seal(Purpose purpose, byte[] secret, long owner) {
        try {
            var iv = RandomSecrets.random(IV_BYTES);
            var sealed = cipher(purpose, Cipher.ENCRYPT_MODE, iv, owner).doFinal(secret);
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(IV_BYTES + sealed.length)
                            .put(iv)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty where it was sealed for another purpose or owner, or under another signing key. */
    public Optional<byte[]> open(Purpose purpose, String sealed, long owner) {
        try {
            var bytes = Base64.getDecoder().decode(sealed);
            var iv = Arrays.copyOf(bytes, IV_BYTES);
            return Optional.of(
                    cipher(purpose, Cipher.DECRYPT_MODE, iv, owner).doFinal(bytes, IV_BYTES, bytes.length - IV_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(Purpose purpose, int mode, byte[] iv, long owner) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(purpose), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(Long.toString(owner).getBytes(UTF_8));
        return cipher;
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
