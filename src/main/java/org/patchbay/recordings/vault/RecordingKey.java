package org.patchbay.recordings.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Encrypts, and opens what it encrypted. */
public final class RecordingKey {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** By so many bytes is what is sealed longer. */
    public static final int OVERHEAD = IV_BYTES + TAG_BITS / Byte.SIZE;

    private final SecretKeySpec key;
    private final SecureRandom random;

    RecordingKey(byte[] key, SecureRandom random) {
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /** @param place where the bytes belong: they can be opened nowhere else */
    public byte[] seal(byte[] bytes, String place) {
        try {
            var iv = new byte[IV_BYTES];
            random.nextBytes(iv);
            var sealed = cipher(Cipher.ENCRYPT_MODE, iv, place).doFinal(bytes);
            return ByteBuffer.allocate(IV_BYTES + sealed.length)
                    .put(iv)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException where the bytes are not whole, or were sealed by another key or elsewhere */
    public byte[] open(byte[] sealed, String place) throws GeneralSecurityException {
        var iv = Arrays.copyOf(sealed, IV_BYTES);
        return cipher(Cipher.DECRYPT_MODE, iv, place).doFinal(sealed, IV_BYTES, sealed.length - IV_BYTES);
    }

    private Cipher cipher(int mode, byte[] iv, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(place.getBytes(UTF_8));
        return cipher;
    }
}
