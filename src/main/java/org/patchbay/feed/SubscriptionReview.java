package org.patchbay.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.Heartbeats;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.identity.TokenHolder;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.PerReplica;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import io.quarkus.scheduler.Scheduled;

/**
 * Checks of open connections what the filters check of each request: whether their accounts may still act, and their
 * visibility. Connections of agents count as heartbeats, like requests.
 */
@ApplicationScoped
class SubscriptionReview {

    /** Far less than the time after which an agent counts as lost. */
    private static final Duration SIGN_EVERY = Duration.ofMinutes(2);

    private final Subscriptions subscriptions;
    private final Heartbeats signs;
    private final CurrentOrganisation currentOrganisation;
    private Map<Actor, Long> given = Map.of();

    SubscriptionReview(Subscriptions subscriptions, Heartbeats signs, CurrentOrganisation currentOrganisation) {
        this.subscriptions = subscriptions;
        this.signs = signs;
        this.currentOrganisation = currentOrganisation;
    }

    /** Runs more often than a visibility lasts. */
    @AwaitedAtShutdown
    @PerReplica("Each has connections of its own.")
    @Scheduled(every = "2s", identity = "feed-reviews", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void review() {
        subscriptions.review();
        giveSigns();
    }

    private void giveSigns() {
        long now = System.nanoTime();
        var agents = subscriptions.present().stream()
                .map(TokenHolder::actor)
                .filter(actor -> actor.is(Role.AGENT))
                .collect(Collectors.toSet());
        var kept = new HashMap<Actor, Long>();
        for (var agent : agents) {
            var last = given.get(agent);
            boolean due = last == null || now - last > SIGN_EVERY.toNanos();
            if (due) {
                currentOrganisation.in(agent.organisationId(), () -> signs.of(agent.accountId()));
            }
            kept.put(agent, due ? Long.valueOf(now) : last);
        }
        given = kept;
    }
}
