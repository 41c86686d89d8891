package org.patchbay.shared.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.patchbay.shared.time.Times;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/** A bucket of requests for each of many callers, filled steadily. Never waits. */
class RateLimit {

    /** Each takes some 200 bytes. Beyond that, the callers with the fewest requests are forgotten, and so forgiven. */
    private static final int MOST_BUCKETS = 100_000;

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private static final TimeMeter CLOCK = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, Times.now());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    };

    private final Bandwidth bandwidth;
    private final Cache<Object, Bucket> buckets;

    RateLimit(int burst, int refill, Duration period) {
        bandwidth =
                Bandwidth.builder().capacity(burst).refillGreedy(refill, period).build();
        // A bucket that was not used until it was full again is as good as new.
        var untilFull = period.multipliedBy(burst).dividedBy(refill).plusSeconds(1);
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(untilFull)
                .build();
    }

    /** Takes a request out of the bucket; 0, or where it is empty the whole seconds until there is one again. */
    long secondsToWait(Object asker) {
        var taken = buckets.get(asker, unknown -> bucket()).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? 0 : Math.max(1, Math.ceilDiv(taken.getNanosToWaitForRefill(), NANOS));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(bandwidth)
                .withCustomTimePrecision(CLOCK)
                .build();
    }
}
