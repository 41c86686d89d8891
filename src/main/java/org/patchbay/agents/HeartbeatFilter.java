package org.patchbay.agents;

import jakarta.ws.rs.Priorities;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;

/** Whatever an agent asks, and may, shows that they are here. */
class HeartbeatFilter {

    private final CurrentActor actor;
    private final Heartbeats signs;

    HeartbeatFilter(CurrentActor actor, Heartbeats signs) {
        this.actor = actor;
        this.signs = signs;
    }

    /** After it is known that the account may act, and in which organisation. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 3)
    void see() {
        if (actor.isPresent() && actor.get().is(Role.AGENT)) {
            signs.of(actor.get().accountId());
        }
    }
}
