package org.patchbay.tickets;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;
import org.patchbay.tickets.TicketStatus.Step;

/** Carries out what is asked of tickets. The feature above that gives them to agents implements it. */
public interface TicketDispatch {

    /**
     * Stores a new ticket, and gives it to an agent where one is free.
     *
     * @param made makes the ticket in a transaction of its own
     * @param locked makes it anew, in the transaction that stores it, where that is needed
     */
    TicketView open(Supplier<NewTicket> made, Supplier<NewTicket> locked);

    /**
     * Takes a step after which a ticket does not wait for an agent. The agent who held it is given the next one.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem as {@link TicketSteps#check}; {@code not-found} where the
     *     current user sees no such ticket
     */
    TicketView end(TicketEnd end);

    /** A step that ends the work on a ticket, at least for some time. */
    record TicketEnd(
            Actor actor,
            long ticketId,
            Step step,
            @Nullable String note,
            @Nullable String ifMatch) {}
}
