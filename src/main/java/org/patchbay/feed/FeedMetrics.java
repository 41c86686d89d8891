package org.patchbay.feed;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Metrics of this replica's feed. */
@ApplicationScoped
class FeedMetrics {

    private final AtomicInteger listeners = new AtomicInteger();
    private final Timer lag;

    FeedMetrics(MeterRegistry registry) {
        registry.gauge("patchbay.feed.listeners", listeners);
        lag = Timer.builder("patchbay.feed.lag")
                .description("From when something happened to when it was told; of what somebody here listens to")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
    }

    void joined() {
        listeners.incrementAndGet();
    }

    void left() {
        listeners.decrementAndGet();
    }

    void told(Duration since) {
        lag.record(since.isNegative() ? Duration.ZERO : since);
    }
}
