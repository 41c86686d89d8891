package org.patchbay.groups;

import jakarta.ws.rs.Priorities;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.identity.CurrentActor;

/** Gives a request the sight of its account as it is now: nothing is remembered, so that changes work at once. */
class SightGuard {

    private final CurrentActor actor;
    private final Memberships memberships;
    private final Sights sights;

    SightGuard(CurrentActor actor, Memberships memberships, Sights sights) {
        this.actor = actor;
        this.memberships = memberships;
        this.sights = sights;
    }

    /** After it is known that the account may act, and in which organisation. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 2)
    void see() {
        if (actor.isPresent()) {
            sights.ofRequest(memberships.sightOf(actor.get()));
        }
    }
}
