package org.patchbay.groups;

import jakarta.ws.rs.Priorities;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.identity.CurrentActor;

import io.quarkus.security.identity.SecurityIdentity;

/** Gives a request the sight of its account as it is now: nothing is remembered, so that changes work at once. */
class SightGuard {

    private final SecurityIdentity identity;
    private final CurrentActor actor;
    private final Memberships memberships;
    private final Sights sights;

    SightGuard(SecurityIdentity identity, CurrentActor actor, Memberships memberships, Sights sights) {
        this.identity = identity;
        this.actor = actor;
        this.memberships = memberships;
        this.sights = sights;
    }

    /** After it is known that the account may act, and in which organisation. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 2)
    void see() {
        if (!identity.isAnonymous()) {
            sights.ofRequest(memberships.sightOf(actor.get()));
        }
    }
}
