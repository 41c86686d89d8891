package org.patchbay.agents;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.Times;
import org.patchbay.shared.Transactions;

import io.quarkus.cache.CacheResult;

/** Writes down that an agent is here: whatever they ask, once in a while. */
@ApplicationScoped
public class Heartbeats {

    /** Remembers, so that few requests write; a replica each. */
    @CacheResult(cacheName = "signs-of-life")
    public Instant of(long agentId) {
        var now = Times.now();
        Transactions.inNew(() -> LastSeen.give(agentId, now));
        return now;
    }
}
