package org.patchbay.identity.accounts;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.OrganisationEntity;

/** A link by mail that sets a password once: that of an account, or the first one of a new account. */
@Entity
public class PasswordLink extends OrganisationEntity {

    /** The hash of the link's token, so that read access to the database does not suffice to use it. */
    @Id
    public String tokenHash;

    /** Null for a sign-up, which has no account yet. */
    @Nullable
    public Long accountId;

    /** The address to which it was mailed; null in links older than this column. */
    @Nullable
    public String email;

    /** The name given at a sign-up. */
    @Nullable
    public String name;

    public Instant expiresAt;

    public static void create(String tokenHash, long accountId, String email, Instant expiresAt) {
        create(tokenHash, email, expiresAt).accountId = accountId;
    }

    public static void createForNewcomer(String tokenHash, String email, String name, Instant expiresAt) {
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

    /** @return false where a concurrent request used it first */
    public static boolean take(String tokenHash) {
        return delete("tokenHash", tokenHash) > 0;
    }

    public static void deleteOf(long accountId) {
        delete("accountId", accountId);
    }

    public static void deleteOfNewcomer(String email) {
        delete("accountId is null and email = ?1", email);
    }

    /** As {@link #deleteOfNewcomer(String)}, only links that expire before then. */
    public static void deleteOfNewcomer(String email, Instant expiry) {
        delete("accountId is null and email = ?1 and expiresAt < ?2", email, expiry);
    }
}
