package org.patchbay.tickets;

/** Says where a new ticket goes. Answered above, where queues and policies are known. */
public interface TicketRouter {

    /**
     * @param poolId the agents who meet what the ticket requires
     * @param priority null where the ticket keeps its own
     */
    record Route(long queueId, long poolId, Priority priority) {}

    /**
     * @param queueOrNull what whoever opens it wishes; null leaves it to the routing policy
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where there is no such queue
     */
    Route route(Ticket ticket, Long queueOrNull);
}
