package org.patchbay.tickets;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;
import org.patchbay.tickets.TicketStatus.Step;

/** Carries out what is asked of tickets. The feature above that gives them to agents implements it. */
public interface TicketDispatch {

    /**
     * Stores a new ticket, and gives it to an agent where one is free.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem those of {@link TicketOpening#locked}
     */
    TicketView open(TicketOpening opening);

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
