package org.patchbay.agents;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.RequestPipeline;

/** Whatever an agent asks, and may, shows that they are here. */
class HeartbeatFilter {

    private final CurrentActor actor;
    private final Heartbeats signs;

    HeartbeatFilter(CurrentActor actor, Heartbeats signs) {
        this.actor = actor;
        this.signs = signs;
    }

    @ServerRequestFilter(priority = RequestPipeline.HEARTBEAT_FILTER)
    void see() {
        if (actor.isPresent() && actor.get().is(Role.AGENT)) {
            signs.of(actor.get().accountId());
        }
    }
}
