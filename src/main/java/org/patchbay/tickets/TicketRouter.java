package org.patchbay.tickets;

/** Says where a new ticket goes. Answered above, where queues and policies are known. */
public interface TicketRouter {

    /**
     * @param poolId the agents who meet what the ticket requires
     * @param priority null where the ticket keeps its own
     */
    record Route(long queueId, long poolId, Priority priority) {}

    Route route(Ticket ticket);
}
