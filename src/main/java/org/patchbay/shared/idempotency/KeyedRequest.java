package org.patchbay.shared.idempotency;

/**
 * A request with an {@code Idempotency-Key}.
 *
 * @param hash of its content, by which a repetition differs from a key that is used twice by mistake
 */
public record KeyedRequest(long accountId, String key, String hash) {}
