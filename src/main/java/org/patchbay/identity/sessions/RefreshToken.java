package org.patchbay.identity.sessions;

import java.util.Optional;

import org.patchbay.identity.SecretEncryption;
import org.patchbay.shared.RandomSecrets;

/**
 * A token that gets a session its next access token, once. The first part stays the session's, the second is new each
 * time: the first part without the newest second is a token that was used before, however long ago.
 */
record RefreshToken(String family, String secret) {

    static RefreshToken first() {
        return new RefreshToken(RandomSecrets.random(), RandomSecrets.random());
    }

    /** Derived, so that a client that may ask twice gets the same response, though only hashes are stored. */
    RefreshToken next(SecretEncryption encryption) {
        return new RefreshToken(family, encryption.derive(SecretEncryption.Purpose.REFRESH_TOKENS, text()));
    }

    static Optional<RefreshToken> parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.of(new RefreshToken(text.substring(0, dot), text.substring(dot + 1)));
    }

    String text() {
        return family + "." + secret;
    }

    String familyHash() {
        return RandomSecrets.hash(family);
    }

    String secretHash() {
        return RandomSecrets.hash(secret);
    }

    @Override
    public String toString() {
        return "RefreshToken";
    }
}
