package org.patchbay.shared;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A request with an {@code Idempotency-Key}, and its response. */
@Entity
@IdClass(IdempotencyKey.Key.class)
class IdempotencyKey extends OrganisationEntity {

    @RegisterForReflection
    record Key(long accountId, String requestKey) implements Serializable {}

    @Id
    long accountId;

    @Id
    String requestKey;

    String requestHash;

    /** Null where it was erased. */
    @Nullable
    String response;

    /** The customer of whom the response tells; null for nobody. */
    @Nullable
    Long customerId;

    Instant createdAt;

    /**
     * Claims the key; waits while another transaction that claimed it is under way.
     *
     * @return whether the key was free
     */
    static boolean claim(Key key, String requestHash, Instant now) {
        return getEntityManager()
                        .createNativeQuery("insert ignore into idempotency_key"
                                + " (organisation_id, account_id, request_key, request_hash, created_at)"
                                + " values (?1, ?2, ?3, ?4, ?5)")
                        .setParameter(1, CurrentOrganisation.id())
                        .setParameter(2, key.accountId())
                        .setParameter(3, key.requestKey())
                        .setParameter(4, requestHash)
                        .setParameter(5, now)
                        .executeUpdate()
                == 1;
    }

    /** Their own keys go, because nobody bears their account any more; others must not do again what they did. */
    static void eraseOf(long customer, @Nullable Long account) {
        update("response = null where customerId = ?1", customer);
        if (account != null) {
            delete("accountId", account);
        }
    }
}
