package org.patchbay.tickets;

import org.patchbay.identity.Actor;

/** The assignments of tickets to agents. The feature above that makes them implements it. */
public interface TicketAssignments {

    /**
     * Takes a live ticket, whose lock the caller holds, back from an agent who may not have it in its new group. A
     * ticket without an agent is offered to those of the new group after the commit.
     */
    void regrouped(Ticket ticket, Actor actor);
}
