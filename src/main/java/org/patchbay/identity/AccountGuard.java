package org.patchbay.identity;

import jakarta.ws.rs.Priorities;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.audit.AuditContext;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Tenancy;

/** Puts a request into the organisation of its token, and refuses it where the account may no longer act. */
class AccountGuard {

    private final CurrentActor actor;
    private final Accounts accounts;
    private final Tenancy tenancy;
    private final AuditContext audit;

    AccountGuard(CurrentActor actor, Accounts accounts, Tenancy tenancy, AuditContext audit) {
        this.actor = actor;
        this.accounts = accounts;
        this.tenancy = tenancy;
        this.audit = audit;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
    void check() {
        if (!actor.isPresent()) {
            return;
        }
        var me = actor.get();
        tenancy.ofRequest(me.organisationId());
        audit.actor(me.accountId(), me.name());
        switch (accounts.standing(me.accountId(), actor.session())) {
            case GOOD -> {
                // Goes on.
            }
            case SUSPENDED -> throw ProblemType.ORGANISATION_SUSPENDED.because("Ask whoever runs this service.");
            case ENDED -> throw ProblemType.UNAUTHORIZED.because("The session ended, or the account was removed.");
        }
    }
}
