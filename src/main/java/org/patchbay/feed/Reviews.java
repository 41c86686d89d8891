package org.patchbay.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.SignsOfLife;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Bearer;
import org.patchbay.identity.Role;
import org.patchbay.shared.Drained;
import org.patchbay.shared.Tenancy;

import io.quarkus.scheduler.Scheduled;

/**
 * Asks of open connections what the guards of requests ask of each request: whether their accounts may still act, and
 * what they see. Those of agents are signs of life, like requests.
 */
@ApplicationScoped
class Reviews {

    /** Far less than the time after which somebody is taken for lost. */
    private static final Duration SIGN_EVERY = Duration.ofMinutes(2);

    private final Listeners listeners;
    private final SignsOfLife signs;
    private final Tenancy tenancy;
    private Map<Actor, Long> given = Map.of();

    Reviews(Listeners listeners, SignsOfLife signs, Tenancy tenancy) {
        this.listeners = listeners;
        this.signs = signs;
        this.tenancy = tenancy;
    }

    /** More often than a sight lasts. */
    @Drained
    @Scheduled(every = "2s", identity = "feed-reviews", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void review() {
        listeners.review();
        giveSigns();
    }

    private void giveSigns() {
        long now = System.nanoTime();
        var agents = listeners.present().stream()
                .map(Bearer::actor)
                .filter(actor -> actor.is(Role.AGENT))
                .collect(Collectors.toSet());
        var kept = new HashMap<Actor, Long>();
        for (var agent : agents) {
            var last = given.get(agent);
            boolean due = last == null || now - last > SIGN_EVERY.toNanos();
            if (due) {
                tenancy.in(agent.organisationId(), () -> signs.of(agent.accountId()));
            }
            kept.put(agent, due ? Long.valueOf(now) : last);
        }
        given = kept;
    }
}
