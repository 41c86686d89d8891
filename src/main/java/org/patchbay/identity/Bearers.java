package org.patchbay.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.shared.ProblemType;
import org.patchbay.shared.RateLimits;
import org.patchbay.shared.Tenancy;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Whether those who hold tokens may still act: asked by the guards of requests, and of connections that stay open. */
@ApplicationScoped
public class Bearers {

    private final Accounts accounts;
    private final RateLimits limits;

    Bearers(Accounts accounts, RateLimits limits) {
        this.accounts = accounts;
        this.limits = limits;
    }

    /**
     * Counts a request.
     *
     * @throws HttpProblem {@code too-many-requests}
     */
    public void count(Bearer bearer) {
        limits.check(
                bearer.actor().scopes().isPresent() ? RateLimits.Kind.CLIENT : RateLimits.Kind.ACCOUNT,
                Long.toString(bearer.actor().accountId()));
    }

    /** @throws HttpProblem {@code organisation-suspended} or {@code unauthorized}; as it was some seconds ago */
    public void check(Bearer bearer) {
        check(bearer.actor().accountId(), bearer.session());
    }

    void check(long accountId, long session) {
        switch (accounts.standing(accountId, session)) {
            case GOOD -> {
                // Goes on.
            }
            case SUSPENDED -> throw ProblemType.ORGANISATION_SUSPENDED.because("Ask whoever runs this service.");
            case ENDED -> throw ProblemType.UNAUTHORIZED.because("The session ended, or the account was removed.");
        }
    }

    /** Those of many of one organisation who may not act any more, and why: three queries, as it is now. */
    @Transactional
    public Map<Bearer, ProblemType> refused(Collection<Bearer> bearers) {
        var organisation = Organisation.<Organisation>findByIdOptional(Tenancy.organisation());
        boolean active = organisation
                .filter(found -> found.status == OrganisationStatus.ACTIVE)
                .isPresent();
        var there = Account.existing(
                bearers.stream().map(bearer -> bearer.actor().accountId()).collect(Collectors.toSet()));
        var sessions = Session.existing(bearers.stream().map(Bearer::session).collect(Collectors.toSet()));
        Map<Bearer, ProblemType> refused = new HashMap<>();
        for (var bearer : bearers) {
            if (!there.contains(bearer.actor().accountId()) || hasEnded(bearer, sessions)) {
                refused.put(bearer, ProblemType.UNAUTHORIZED);
            } else if (!active) {
                refused.put(bearer, ProblemType.ORGANISATION_SUSPENDED);
            }
        }
        return refused;
    }

    private static boolean hasEnded(Bearer bearer, Set<Long> sessions) {
        return bearer.session() != Sessions.NONE && !sessions.contains(bearer.session());
    }
}
