package org.patchbay.tickets;

import org.patchbay.queues.Channel;

/** Says where a new ticket goes. Answered above, where queues and policies are known. */
public interface TicketRouter {

    /**
     * @param poolId the agents who meet what the ticket requires
     * @param priority null where the ticket keeps its own
     * @param channel the ticket's own, or what became of it
     * @param remark for the history; null where there is nothing to say
     */
    record Route(long queueId, long poolId, Priority priority, Channel channel, String remark) {}

    /**
     * @param queueOrNull what whoever opens it wishes; null leaves it to the routing policy
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where there is no such queue,
     *     {@code queue-refuses} where it takes nothing now
     */
    Route route(Ticket ticket, Long queueOrNull);
}
