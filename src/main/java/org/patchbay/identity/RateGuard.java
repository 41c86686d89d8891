package org.patchbay.identity;

import jakarta.ws.rs.Priorities;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.shared.RateLimits;
import org.patchbay.shared.RateLimits.Kind;

/**
 * Limits what an account asks, before {@link AccountGuard} asks the database about it. What its roles forbid is refused
 * even before that, and counts for the address alone.
 */
class RateGuard {

    private final CurrentActor actor;
    private final RateLimits limits;

    RateGuard(CurrentActor actor, RateLimits limits) {
        this.actor = actor;
        this.limits = limits;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void check() {
        if (actor.isPresent()) {
            boolean client = actor.scope().isPresent();
            limits.check(
                    client ? Kind.CLIENT : Kind.ACCOUNT,
                    Long.toString(actor.get().accountId()));
        }
    }
}
