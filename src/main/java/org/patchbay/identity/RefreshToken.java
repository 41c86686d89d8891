package org.patchbay.identity;

import java.util.Optional;

import org.patchbay.shared.Secrets;

/**
 * What gets a session its next access token, once. One part stays the session's, the other is new each time: who has
 * the first and not the newest second bears a token that was used before, however long ago.
 */
record RefreshToken(String family, String secret) {

    static RefreshToken first() {
        return new RefreshToken(Secrets.random(), Secrets.random());
    }

    /** The same each time, so that whoever may ask twice can be answered twice, though only hashes are stored. */
    RefreshToken next(Vault vault) {
        return new RefreshToken(family, vault.derive(Vault.Purpose.REFRESH_TOKENS, text()));
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
        return Secrets.hash(family);
    }

    String secretHash() {
        return Secrets.hash(secret);
    }

    @Override
    public String toString() {
        return "RefreshToken";
    }
}
