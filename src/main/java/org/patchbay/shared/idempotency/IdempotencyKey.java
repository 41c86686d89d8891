package org.patchbay.shared.idempotency;

import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.tenancy.RowsAtCommit;
import org.patchbay.shared.time.Times;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A request with an {@code Idempotency-Key}, and its response. */
@Entity
@IdClass(IdempotencyKey.Key.class)
class IdempotencyKey extends OrganisationEntity {

    private static final RowsAtCommit.Table TABLE = new RowsAtCommit.Table(
            "idempotency_key",
            List.of("account_id", "request_key", "request_hash", "response", "customer_id", "created_at"));

    private static final String KNOWN = """
            select k.account_id, k.request_key from idempotency_key k force index (ix_idempotency_key_request)
            where k.organisation_id = :organisation and k.request_key in (:keys)""";

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

    /** Those of these keys that were claimed, and committed, by any account. */
    static Set<Key> known(Collection<String> keys) {
        return NativeSql.of(KNOWN).set("keys", keys).list(Tuple.class).stream()
                .map(row ->
                        new Key(row.get("account_id", Number.class).longValue(), row.get("request_key", String.class)))
                .collect(Collectors.toSet());
    }

    /** Inserts a claimed key with its response, at the end of the transaction. */
    static void insert(KeyedRequest request, String response, @Nullable Long customer) {
        RowsAtCommit.insert(
                TABLE,
                Arrays.asList(request.accountId(), request.key(), request.hash(), response, customer, Times.now()));
    }

    /** Their own keys go, because nobody bears their account any more; others must not do again what they did. */
    static void eraseOf(long customer, @Nullable Long account) {
        update("response = null where customerId = ?1", customer);
        if (account != null) {
            delete("accountId", account);
        }
    }
}
