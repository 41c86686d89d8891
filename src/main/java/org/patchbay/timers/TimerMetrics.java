package org.patchbay.timers;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Metrics of this replica's timers. */
@ApplicationScoped
class TimerMetrics {

    private final Timer late;
    private final Counter failed;

    TimerMetrics(MeterRegistry registry) {
        late = Timer.builder("patchbay.timers.late")
                .description("From when a timer was due to when what it was for was done")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofHours(1))
                .register(registry);
        failed = Counter.builder("patchbay.timers.failed")
                .description("Timers whose handler failed; they are tried again")
                .register(registry);
    }

    void fired(Duration lateBy) {
        late.record(lateBy.isNegative() ? Duration.ZERO : lateBy);
    }

    void failed() {
        failed.increment();
    }
}
