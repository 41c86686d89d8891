package org.patchbay.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.identity.accounts.Account;
import org.patchbay.identity.organisations.Organisation;
import org.patchbay.identity.organisations.OrganisationStatus;
import org.patchbay.identity.sessions.Session;
import org.patchbay.identity.sessions.Sessions;
import org.patchbay.shared.limits.RateLimits;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Tells whether token holders may still act. The filters of requests ask, and connections that stay open. */
@ApplicationScoped
public class TokenHolders {

    private final Accounts accounts;
    private final RateLimits limits;

    TokenHolders(Accounts accounts, RateLimits limits) {
        this.accounts = accounts;
        this.limits = limits;
    }

    /**
     * Counts a request.
     *
     * @throws HttpProblem {@code too-many-requests}
     */
    public void count(TokenHolder holder) {
        limits.check(
                holder.actor().scopes().isPresent() ? RateLimits.Kind.CLIENT : RateLimits.Kind.ACCOUNT,
                Long.toString(holder.actor().accountId()));
    }

    /**
     * Looks at a state that may be some seconds old.
     *
     * @throws HttpProblem {@code organisation-suspended} or {@code unauthorized}
     */
    public void check(TokenHolder holder) {
        check(holder.actor().accountId(), holder.session());
    }

    public void check(long accountId, long session) {
        switch (accounts.standing(accountId, session)) {
            case GOOD -> {
                // Nothing is to be refused.
            }
            case SUSPENDED -> throw ProblemType.ORGANISATION_SUSPENDED.because(IdentityWords.SUSPENDED);
            case ENDED -> throw ProblemType.UNAUTHORIZED.because(IdentityWords.ENDED_OR_REMOVED);
        }
    }

    /**
     * Those of many token holders of one organisation who may not act any more, with the reason: three queries, of the
     * present state.
     */
    @Transactional
    public Map<TokenHolder, ProblemType> refused(Collection<TokenHolder> bearers) {
        var organisation = Organisation.<Organisation>findByIdOptional(CurrentOrganisation.id());
        boolean active = organisation
                .filter(found -> found.status == OrganisationStatus.ACTIVE)
                .isPresent();
        var there = Account.existing(
                bearers.stream().map(holder -> holder.actor().accountId()).collect(Collectors.toSet()));
        var sessions =
                Session.existing(bearers.stream().map(TokenHolder::session).collect(Collectors.toSet()));
        Map<TokenHolder, ProblemType> refused = new HashMap<>();
        for (var holder : bearers) {
            if (!there.contains(holder.actor().accountId()) || hasEnded(holder, sessions)) {
                refused.put(holder, ProblemType.UNAUTHORIZED);
            } else if (!active) {
                refused.put(holder, ProblemType.ORGANISATION_SUSPENDED);
            }
        }
        return refused;
    }

    private static boolean hasEnded(TokenHolder holder, Set<Long> sessions) {
        return holder.session() != Sessions.NONE && !sessions.contains(holder.session());
    }
}
