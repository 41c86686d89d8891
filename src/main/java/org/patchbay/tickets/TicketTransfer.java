package org.patchbay.tickets;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;

/** Puts tickets into other queues. The feature above that gives them to agents implements it. */
public interface TicketTransfer {

    /**
     * Moves a ticket, at the will of a supervisor or of the agent who holds it; it leaves that agent.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where there is no such queue
     */
    TicketView move(Actor actor, long ticketId, long queueId, @Nullable String note, @Nullable String ifMatch);
}
