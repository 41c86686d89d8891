package org.patchbay.agents;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.attendance.LastSeen;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.time.Times;

import io.quarkus.cache.CacheResult;

/** Stores that an agent is here, once in a while, however many requests they make. */
@ApplicationScoped
public class Heartbeats {

    /** Stores a heartbeat and returns its time. Each replica remembers it, so that few requests write. */
    @CacheResult(cacheName = "signs-of-life")
    public Instant of(long agentId) {
        var now = Times.now();
        Transactions.inNew(() -> LastSeen.give(agentId, now));
        return now;
    }
}
