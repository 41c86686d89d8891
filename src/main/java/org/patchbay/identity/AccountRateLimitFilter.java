package org.patchbay.identity;

import jakarta.ws.rs.Priorities;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Limits what an account asks, before {@link AccountFilter} asks the database about it. What its roles forbid is
 * refused even before that, and counts for the address alone.
 */
class AccountRateLimitFilter {

    private final CurrentActor actor;
    private final TokenHolders holders;

    AccountRateLimitFilter(CurrentActor actor, TokenHolders holders) {
        this.actor = actor;
        this.holders = holders;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void check() {
        if (actor.isPresent()) {
            holders.count(actor.holder());
        }
    }
}
