package org.patchbay.identity;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.patchbay.shared.Owned;

/** A link by mail that lets somebody set a password once. */
@Entity
class PasswordLink extends Owned {

    /** Of what the link bears; who reads the database cannot use it. */
    @Id
    String tokenHash;

    long accountId;

    Instant expiresAt;

    static void create(String tokenHash, long accountId, Instant expiresAt) {
        var link = new PasswordLink();
        link.tokenHash = tokenHash;
        link.accountId = accountId;
        link.expiresAt = expiresAt;
        link.persist();
    }

    /** @return false where somebody else was faster */
    static boolean take(String tokenHash) {
        return delete("tokenHash", tokenHash) > 0;
    }

    static void deleteOf(long accountId) {
        delete("accountId", accountId);
    }

    static long deleteExpired(Instant now) {
        return delete("expiresAt < ?1", now);
    }
}
