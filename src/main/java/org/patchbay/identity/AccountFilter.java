package org.patchbay.identity;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.audit.AuditContext;
import org.patchbay.shared.CurrentOrganisation;
import org.patchbay.shared.RequestPipeline;

/** Puts a request into the organisation of its token, and refuses it where the account may no longer act. */
class AccountFilter {

    private final CurrentActor actor;
    private final TokenHolders holders;
    private final CurrentOrganisation currentOrganisation;
    private final AuditContext audit;

    AccountFilter(
            CurrentActor actor, TokenHolders holders, CurrentOrganisation currentOrganisation, AuditContext audit) {
        this.actor = actor;
        this.holders = holders;
        this.currentOrganisation = currentOrganisation;
        this.audit = audit;
    }

    @ServerRequestFilter(priority = RequestPipeline.ACCOUNT_FILTER)
    void check() {
        if (!actor.isPresent()) {
            return;
        }
        var me = actor.get();
        currentOrganisation.ofRequest(me.organisationId());
        audit.actor(me.accountId(), me.name());
        holders.check(me.accountId(), actor.session());
    }
}
