package org.patchbay.tickets;

import org.patchbay.identity.Actor;

/** The assignments of tickets to agents. The feature above that makes them implements it. */
public interface TicketAssignments {

    /**
     * Ends the assignment of a ticket that left its agent by a step, in that transaction, which holds the ticket's
     * lock. The agent is given the next waiting ticket.
     */
    void end(Ticket ticket, TicketStatus.Step step, long agentId);

    /**
     * Takes a live ticket, whose lock the caller holds, back from an agent who may not have it in its new group. A
     * ticket without an agent is offered to those of the new group after the commit.
     */
    void regrouped(Ticket ticket, Actor actor);
}
