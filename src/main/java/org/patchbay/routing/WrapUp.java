package org.patchbay.routing;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.Agent;
import org.patchbay.agents.Agents;
import org.patchbay.shared.Times;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.Timers;

/** Gives agents wrap-up after a ticket, where its queue says so. An agent may end it early by becoming available. */
@ApplicationScoped
class WrapUp implements TimerHandler {

    private final Agents agents;
    private final Timers timers;

    WrapUp(Agents agents, Timers timers) {
        this.agents = agents;
        this.timers = timers;
    }

    /**
     * Begins wrap-up. The caller holds the agent's lock. An agent who is neither available nor in wrap-up needs none.
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

    /** The round is the end of wrap-up: another resolved ticket may have prolonged it. */
    @Override
    public void fire(DueTimer timer) {
        Agent.lock(timer.subjectId())
                .filter(agent -> agent.wrapUpUntil() != null && Times.micros(agent.wrapUpUntil()) == timer.round())
                .ifPresent(agents::endWrapUp);
    }
}
