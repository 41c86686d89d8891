package org.patchbay.deliveries;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts of this replica's deliveries. */
@ApplicationScoped
class DeliveryMetrics {

    private static final String ATTEMPTS = "patchbay.deliveries";

    private final MeterRegistry registry;

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void delivered(String kind) {
        count(kind, "delivered");
    }

    void failed(String kind, boolean parked) {
        count(kind, parked ? "parked" : "failed");
    }

    private void count(String kind, String outcome) {
        registry.counter(ATTEMPTS, "kind", kind, "outcome", outcome).increment();
    }
}
