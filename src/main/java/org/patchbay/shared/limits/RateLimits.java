package org.patchbay.shared.limits;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.language.CommonWords;
import org.patchbay.shared.limits.RateLimitsConfig.Rate;
import org.patchbay.shared.problems.ProblemType;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import static java.util.Objects.requireNonNull;

/**
 * Keeps one caller from using up what all share. Replicas share nothing, so that a check costs nothing: together they
 * allow as many times more as there are of them.
 */
@ApplicationScoped
public class RateLimits {

    /** A kind of caller, or of request. */
    public enum Kind {
        ACCOUNT,
        CLIENT,
        ADDRESS,
        SIGN_UP
    }

    private final boolean enabled;
    private final Map<Kind, RateLimit> limits = new EnumMap<>(Kind.class);
    private final Map<Kind, Counter> refused = new EnumMap<>(Kind.class);

    RateLimits(RateLimitsConfig config, MeterRegistry registry) {
        enabled = config.enabled();
        limits.put(Kind.ACCOUNT, limit(config.account()));
        limits.put(Kind.CLIENT, limit(config.client()));
        limits.put(Kind.ADDRESS, limit(config.address()));
        limits.put(Kind.SIGN_UP, new RateLimit(config.signUpsPerHour(), config.signUpsPerHour(), Duration.ofHours(1)));
        for (var kind : Kind.values()) {
            refused.put(
                    kind,
                    Counter.builder("patchbay.requests.limited")
                            .description("Requests refused because there were too many")
                            .tag("kind", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(registry));
        }
    }

    private static RateLimit limit(Rate rate) {
        return new RateLimit(rate.burst(), rate.perMinute(), Duration.ofMinutes(1));
    }

    /**
     * Counts a request.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code too-many-requests}, which says when to come again
     */
    public void check(Kind kind, Object asker) {
        long wait = secondsToWait(kind, asker);
        if (wait > 0) {
            throw ProblemType.TOO_MANY_REQUESTS
                    .problem(CommonWords.SECONDS, wait)
                    .withHeader("Retry-After", wait)
                    .build();
        }
    }

    /** As {@link #check}, for filters that respond themselves; 0 where the request may go on. */
    long secondsToWait(Kind kind, Object asker) {
        long wait = enabled ? requireNonNull(limits.get(kind)).secondsToWait(asker) : 0;
        if (wait > 0) {
            requireNonNull(refused.get(kind)).increment();
        }
        return wait;
    }
}
