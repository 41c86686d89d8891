package org.patchbay.agents.attendance;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.agents.Heartbeats;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.web.RequestPipeline;

/** Takes every permitted request of an agent for a heartbeat. */
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
