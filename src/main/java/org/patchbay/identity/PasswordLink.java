package org.patchbay.identity;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.patchbay.shared.OrganisationEntity;

/** A link by mail that lets somebody set a password once: that of their account, or the first one of a new account. */
@Entity
class PasswordLink extends OrganisationEntity {

    /** Of what the link bears; who reads the database cannot use it. */
    @Id
    String tokenHash;

    /** Null for somebody who signs up: they are nobody yet. */
    Long accountId;

    /** Where it was mailed; null in links older than this column. */
    String email;

    /** What somebody who signs up says they are called. */
    String name;

    Instant expiresAt;

    static void create(String tokenHash, long accountId, String email, Instant expiresAt) {
        create(tokenHash, email, expiresAt).accountId = accountId;
    }

    static void createForNewcomer(String tokenHash, String email, String name, Instant expiresAt) {
        create(tokenHash, email, expiresAt).name = name;
    }

    private static PasswordLink create(String tokenHash, String email, Instant expiresAt) {
        var link = new PasswordLink();
        link.tokenHash = tokenHash;
        link.email = email;
        link.expiresAt = expiresAt;
        link.persist();
        return link;
    }

    /** @return false where somebody else was faster */
    static boolean take(String tokenHash) {
        return delete("tokenHash", tokenHash) > 0;
    }

    static void deleteOf(long accountId) {
        delete("accountId", accountId);
    }

    static void deleteOfNewcomer(String email) {
        delete("accountId is null and email = ?1", email);
    }

    static long deleteExpired(Instant now) {
        return delete("expiresAt < ?1", now);
    }
}
