package org.patchbay.identity.accounts;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.audit.AuditContext;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.TokenHolders;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.web.RequestPipeline;

/** Puts a request into the organisation of its token, and refuses it where the account may no longer act. */
public class AccountFilter {

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
