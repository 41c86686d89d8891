package org.patchbay.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Encrypts secrets that must be read again, so that whoever reads the database alone cannot: AES-GCM, under a key that is
 * derived (HKDF, RFC 5869) from the signing key.
 */
@ApplicationScoped
class Vault {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String SALT = "patchbay vault";
    /** The purpose, and the number of the only block. */
    private static final String INFO = "second factor\u0001";

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    Vault(SigningKey signingKey) {
        var extracted = hmac(SALT.getBytes(UTF_8), signingKey.privateKey().getEncoded());
        key = new SecretKeySpec(hmac(extracted, INFO.getBytes(UTF_8)), "AES");
    }

    /** @param owner whose secret it is; it can be opened for nobody else */
    String seal(byte[] secret, long owner) {
        try {
            var iv = new byte[IV_BYTES];
            random.nextBytes(iv);
            var sealed = cipher(Cipher.ENCRYPT_MODE, iv, owner).doFinal(secret);
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(IV_BYTES + sealed.length)
                            .put(iv)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty where it was sealed for another owner, or under another signing key. */
    Optional<byte[]> open(String sealed, long owner) {
        try {
            var bytes = Base64.getDecoder().decode(sealed);
            var iv = Arrays.copyOf(bytes, IV_BYTES);
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, iv, owner).doFinal(bytes, IV_BYTES, bytes.length - IV_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] iv, long owner) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
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
