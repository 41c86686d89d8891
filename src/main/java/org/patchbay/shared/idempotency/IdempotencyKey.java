package org.patchbay.shared.idempotency;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;

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
        return NativeSql.of("""
                        insert ignore into idempotency_key
                        (organisation_id, account_id, request_key, request_hash, created_at)
                        values (:organisation, :account, :key, :hash, :now)""")
                        .set("account", key.accountId())
                        .set("key", key.requestKey())
                        .set("hash", requestHash)
                        .set("now", now)
                        .update()
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
