package org.patchbay.routing;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.Agent;
import org.patchbay.agents.Agents;
import org.patchbay.shared.Times;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.Timers;

/**
 * Gives agents time for their notes after a ticket, where its queue says so. They may end it early by being available.
 */
@ApplicationScoped
class WrapUp implements TimerHandler {

    private final Agents agents;
    private final Timers timers;

    WrapUp(Agents agents, Timers timers) {
        this.agents = agents;
        this.timers = timers;
    }

    /**
     * From now on, for an agent whose lock the caller holds. Who is neither available nor at their notes needs none.
     */
    void begin(Agent agent, int seconds) {
        if (seconds > 0 && agent.wrapUp(Duration.ofSeconds(seconds))) {
            timers.set(kind(), agent.id(), Times.micros(agent.wrapUpUntil()), agent.wrapUpUntil());
        }
    }

    @Override
    public String kind() {
        return "wrap-up";
    }

    /** The round is when it ends: what was resolved meanwhile may have given more. */
    @Override
    public void fire(DueTimer timer) {
        Agent.lock(timer.subjectId())
                .filter(agent -> agent.wrapUpUntil() != null && Times.micros(agent.wrapUpUntil()) == timer.round())
                .ifPresent(agents::endWrapUp);
    }
}
