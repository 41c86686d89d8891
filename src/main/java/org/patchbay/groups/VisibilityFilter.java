package org.patchbay.groups;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.identity.CurrentActor;
import org.patchbay.shared.web.RequestPipeline;

/** Gives a request the present visibility of its account, so that changes work at once. */
class VisibilityFilter {

    private final CurrentActor actor;
    private final Memberships memberships;
    private final CurrentVisibility currentVisibility;

    VisibilityFilter(CurrentActor actor, Memberships memberships, CurrentVisibility currentVisibility) {
        this.actor = actor;
        this.memberships = memberships;
        this.currentVisibility = currentVisibility;
    }

    @ServerRequestFilter(priority = RequestPipeline.VISIBILITY_FILTER)
    void see() {
        if (actor.isPresent()) {
            var me = actor.get();
            currentVisibility.ofRequest(() -> memberships.visibilityOf(me));
        }
    }
}
