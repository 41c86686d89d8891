package org.patchbay.groups;

import jakarta.ws.rs.Priorities;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.identity.CurrentActor;

/** Gives a request the sight of its account as it is now: nothing is remembered, so that changes work at once. */
class VisibilityFilter {

    private final CurrentActor actor;
    private final Memberships memberships;
    private final CurrentVisibility currentVisibility;

    VisibilityFilter(CurrentActor actor, Memberships memberships, CurrentVisibility currentVisibility) {
        this.actor = actor;
        this.memberships = memberships;
        this.currentVisibility = currentVisibility;
    }

    /** After it is known that the account may act, and in which organisation. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 2)
    void see() {
        if (actor.isPresent()) {
            currentVisibility.ofRequest(memberships.visibilityOf(actor.get()));
        }
    }
}
