package org.patchbay.identity;

import jakarta.ws.rs.Priorities;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.shared.ProblemType;

import io.quarkus.security.identity.SecurityIdentity;

/** Refuses the token of an account that was removed after the token was issued. */
class AccountGuard {

    private final SecurityIdentity identity;
    private final CurrentActor actor;
    private final Accounts accounts;

    AccountGuard(SecurityIdentity identity, CurrentActor actor, Accounts accounts) {
        this.identity = identity;
        this.actor = actor;
        this.accounts = accounts;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
    void check() {
        if (identity.isAnonymous()) {
            return;
        }
        var me = actor.get();
        if (!accounts.exists(me.organisationId(), me.accountId())) {
            throw ProblemType.UNAUTHORIZED.because("This account was removed.");
        }
    }
}
