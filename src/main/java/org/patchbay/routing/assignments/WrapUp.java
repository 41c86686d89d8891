package org.patchbay.routing.assignments;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.Agent;
import org.patchbay.agents.Agents;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;
import org.patchbay.timers.Timers;

import static java.util.Objects.requireNonNull;

/** Gives agents wrap-up after a ticket, where its queue says so. An agent may end it early by becoming available. */
@ApplicationScoped
public class WrapUp implements TimerHandler<Instant> {

    /** The payload is the end of wrap-up: another resolved ticket may prolong it. */
    private static final TimerKind<Instant> KIND = TimerKind.ofTime("wrap-up");

    private final Agents agents;
    private final Timers timers;

    WrapUp(Agents agents, Timers timers) {
        this.agents = agents;
        this.timers = timers;
    }

    /**
     * Begins wrap-up. The caller holds the agent's lock. An agent who is neither available nor in wrap-up needs none.
     */
    public void begin(Agent agent, int seconds) {
        if (seconds > 0 && agent.wrapUp(Duration.ofSeconds(seconds))) {
            var until = requireNonNull(agent.wrapUpUntil());
            timers.set(KIND, agent.id(), until, until);
        }
    }

    @Override
    public TimerKind<Instant> kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer<Instant> timer) {
        Agent.lock(timer.subjectId())
                .filter(agent -> timer.payload().equals(agent.wrapUpUntil()))
                .ifPresent(agents::endWrapUp);
    }
}
