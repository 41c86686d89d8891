package org.patchbay.identity;

import java.util.Optional;

import org.patchbay.shared.RandomSecrets;

/**
 * What gets a session its next access token, once. One part stays the session's, the other is new each time: who has
 * the first and not the newest second bears a token that was used before, however long ago.
 */
record RefreshToken(String family, String secret) {

    static RefreshToken first() {
        return new RefreshToken(RandomSecrets.random(), RandomSecrets.random());
    }

    /** The same each time, so that whoever may ask twice can be answered twice, though only hashes are stored. */
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
