package org.patchbay.identity;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.shared.RequestPipeline;

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

    @ServerRequestFilter(priority = RequestPipeline.ACCOUNT_RATE_LIMIT_FILTER)
    void check() {
        if (actor.isPresent()) {
            holders.count(actor.holder());
        }
    }
}
