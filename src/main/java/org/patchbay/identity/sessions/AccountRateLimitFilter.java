package org.patchbay.identity.sessions;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.TokenHolders;
import org.patchbay.identity.accounts.AccountFilter;
import org.patchbay.shared.web.RequestPipeline;

/**
 * Limits the requests of an account, before {@link AccountFilter} asks the database about it. Requests that its roles
 * forbid are refused even before that, and count for the address alone.
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
