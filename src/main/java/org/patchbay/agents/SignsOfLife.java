package org.patchbay.agents;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.Times;

import io.quarkus.cache.CacheResult;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Writes down that an agent is here: whatever they ask, once in a while. */
@ApplicationScoped
public class SignsOfLife {

    /** Remembers, so that few requests write; a replica each. */
    @CacheResult(cacheName = "signs-of-life")
    public Instant of(long agentId) {
        var now = Times.now();
        QuarkusTransaction.requiringNew().run(() -> SignOfLife.give(agentId, now));
        return now;
    }
}
