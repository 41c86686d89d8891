package org.patchbay.identity.sessions;

import java.security.MessageDigest;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.SecretEncryption;
import org.patchbay.shared.RandomSecrets;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Browsers in which the owner of an account signed in before, known by a cookie that nobody else can make. The cookie
 * opens nothing. Wrong passwords from such a browser are counted on their own, whatever strangers did to the account.
 */
@ApplicationScoped
public class KnownDevices {

    private final SecretEncryption encryption;

    KnownDevices(SecretEncryption encryption) {
        this.encryption = encryption;
    }

    /** The proof that a browser shows at the next sign-in to this account. */
    public String proof(long account) {
        var device = RandomSecrets.random();
        return device + "." + seal(device, account);
    }

    /** The device's name, where it belongs to the account. */
    public Optional<String> recognise(@Nullable String proof, long account) {
        if (proof == null || proof.indexOf('.') < 0) {
            return Optional.empty();
        }
        int dot = proof.indexOf('.');
        var device = proof.substring(0, dot);
        var seal = proof.substring(dot + 1).getBytes(US_ASCII);
        return MessageDigest.isEqual(seal, seal(device, account).getBytes(US_ASCII))
                ? Optional.of(device)
                : Optional.empty();
    }

    private String seal(String device, long account) {
        return encryption.derive(SecretEncryption.Purpose.KNOWN_DEVICES, account + ":" + device);
    }
}
