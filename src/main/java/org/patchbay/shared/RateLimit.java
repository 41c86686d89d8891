package org.patchbay.shared;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;

/** A bucket of requests for each of many askers, filled steadily. Never waits. */
class RateLimit {

    /** Of some 200 bytes each. Beyond them whoever asked least is forgotten, which is to say forgiven. */
    private static final int MOST_BUCKETS = 100_000;

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final Bandwidth bandwidth;
    private final Cache<Object, Bucket> buckets;

    RateLimit(int burst, int refill, Duration period) {
        bandwidth =
                Bandwidth.builder().capacity(burst).refillGreedy(refill, period).build();
        // One that nobody asked for until it was full again is as good as new.
        var untilFull = period.multipliedBy(burst).dividedBy(refill).plusSeconds(1);
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(untilFull)
                .build();
    }

    /** Takes a request out of the bucket; where it is empty, the whole seconds until there is one again, else 0. */
    long secondsToWait(Object asker) {
        var taken = buckets.get(
                        asker, unknown -> Bucket.builder().addLimit(bandwidth).build())
                .tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? 0 : Math.max(1, Math.ceilDiv(taken.getNanosToWaitForRefill(), NANOS));
    }
}
