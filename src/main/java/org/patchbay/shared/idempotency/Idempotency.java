package org.patchbay.shared.idempotency;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.RandomSecrets;
import org.patchbay.shared.language.CommonWords;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.Batches;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.OfCustomer;
import org.patchbay.shared.time.Times;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.scheduler.Scheduled;

/**
 * Makes a POST safe to repeat: the {@code Idempotency-Key}, the request's changes, and its response are one
 * transaction, so that a repetition either finds the response or starts anew. Keys are remembered for a day, per
 * account.
 */
@ApplicationScoped
public class Idempotency {

    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int MAX_KEY_LENGTH = 190;

    private final ObjectMapper json;
    private final Batches batches;

    Idempotency(ObjectMapper json, Batches batches) {
        this.json = json;
        this.batches = batches;
    }

    /**
     * Runs the action once per key, in a transaction with the key. Without a key the action has its own transactions.
     *
     * @param key the header, or null to run the action unconditionally
     * @param request the content of the request, to tell a repetition from a key used twice by mistake
     * @return the action's result, or its result of the first time
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code idempotency-key-reused} for another request under the
     *     same key, {@code erased} where the answer told of a customer who was erased since
     */
    public <T> T once(long accountId, @Nullable String key, Object request, Class<T> type, Supplier<T> action) {
        return once(keyed(accountId, key, request, type), type, action);
    }

    /**
     * Tells a request from others, for {@link #once(KeyedRequest, Class, Supplier)}.
     *
     * @return null where it has no key
     */
    public @Nullable KeyedRequest keyed(long accountId, @Nullable String key, Object request, Class<?> type) {
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
            throw ProblemType.BAD_REQUEST.because(CommonWords.KEY_LENGTH, MAX_KEY_LENGTH);
        }
        return new KeyedRequest(accountId, key, RandomSecrets.hash(type.getName() + write(request)));
    }

    /** As {@link #once(long, String, Object, Class, Supplier)}. */
    public <T> T once(@Nullable KeyedRequest request, Class<T> type, Supplier<T> action) {
        return request == null ? action.get() : Transactions.joined(() -> remembered(request, type, action));
    }

    /** Those of these requests that were done before. */
    public Set<KeyedRequest> known(Collection<KeyedRequest> requests) {
        if (requests.isEmpty()) {
            return Set.of();
        }
        var keys = IdempotencyKey.known(requests.stream().map(KeyedRequest::key).collect(Collectors.toSet()));
        return requests.stream()
                .filter(request -> keys.contains(new IdempotencyKey.Key(request.accountId(), request.key())))
                .collect(Collectors.toSet());
    }

    /**
     * Remembers the answer to a request that is done in the transaction under way. That fails at its end where the same
     * request is done by another at the same time.
     */
    public void remember(KeyedRequest request, Object answer) {
        IdempotencyKey.insert(request, write(answer), customerOf(answer));
    }

    private static @Nullable Long customerOf(Object answer) {
        return answer instanceof OfCustomer of ? of.customerId() : null;
    }

    private <T> T remembered(KeyedRequest request, Class<T> type, Supplier<T> action) {
        var id = new IdempotencyKey.Key(request.accountId(), request.key());
        if (!IdempotencyKey.claim(id, request.hash(), Times.now())) {
            IdempotencyKey earlier = IdempotencyKey.findById(id);
            if (!earlier.requestHash.equals(request.hash())) {
                throw ProblemType.IDEMPOTENCY_KEY_REUSED.because(CommonWords.KEY_OF_ANOTHER);
            }
            if (earlier.response == null) {
                throw ProblemType.ERASED.because(CommonWords.DONE_FOR_ERASED);
            }
            return read(earlier.response, type);
        }
        T answer = action.get();
        IdempotencyKey claimed = IdempotencyKey.findById(id);
        claimed.response = write(answer);
        claimed.customerId = customerOf(answer);
        return answer;
    }

    /** Forgets what answers told of a customer; a repetition still does nothing. */
    @Transactional
    public void erase(long customer, @Nullable Long account) {
        IdempotencyKey.eraseOf(customer, account);
    }

    @AwaitedAtShutdown
    @Scheduled(
            every = "1h",
            delayed = "1m",
            identity = "forget-idempotency-keys",
            skipExecutionIf = HeldElsewhere.class)
    public void forget() {
        batches.deleteBefore(Times.now().minus(REMEMBERED), "idempotency_key", "created_at");
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String value, Class<T> type) {
        try {
            return json.readValue(value, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
