package org.patchbay.identity;

import jakarta.ws.rs.Priorities;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.audit.AuditContext;
import org.patchbay.shared.Tenancy;

/** Puts a request into the organisation of its token, and refuses it where the account may no longer act. */
class AccountGuard {

    private final CurrentActor actor;
    private final Bearers bearers;
    private final Tenancy tenancy;
    private final AuditContext audit;

    AccountGuard(CurrentActor actor, Bearers bearers, Tenancy tenancy, AuditContext audit) {
        this.actor = actor;
        this.bearers = bearers;
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
        bearers.check(me.accountId(), actor.session());
    }
}
