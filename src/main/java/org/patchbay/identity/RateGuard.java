package org.patchbay.identity;

import jakarta.ws.rs.Priorities;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Limits what an account asks, before {@link AccountGuard} asks the database about it. What its roles forbid is refused
 * even before that, and counts for the address alone.
 */
class RateGuard {

    private final CurrentActor actor;
    private final Bearers bearers;

    RateGuard(CurrentActor actor, Bearers bearers) {
        this.actor = actor;
        this.bearers = bearers;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void check() {
        if (actor.isPresent()) {
            bearers.count(actor.bearer());
        }
    }
}
