package org.patchbay.tickets;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;
import org.patchbay.shared.idempotency.KeyedRequest;
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
     * Takes a step other than to assign or offer. An agent whom the ticket leaves is given the next one; for a ticket
     * that waits afterwards an agent is sought.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem as {@link TicketSteps#check}; {@code not-found} where the
     *     current user sees no such ticket
     */
    TicketView take(TicketStep step);

    /**
     * As {@link #take(TicketStep)}, in the transaction under way, which has locked the ticket and knows that the step
     * may be taken.
     *
     * @param actor null for the system
     */
    void take(@Nullable Actor actor, Ticket ticket, Step step, @Nullable String note);

    /**
     * Has a ticket that waits become a callback, which keeps its age, in the transaction under way, which has locked
     * it. An agent is sought for it: afterwards the transaction waits for no lock.
     *
     * @param actor null for the system
     */
    void callBack(@Nullable Actor actor, Ticket ticket, String why);

    /**
     * A step that somebody asks for.
     *
     * @param until when a ticket that is pended resumes by itself; null for no time
     * @param request by which it is taken once; null where it has no key
     */
    record TicketStep(
            Actor actor,
            long ticketId,
            Step step,
            @Nullable String note,
            @Nullable Instant until,
            @Nullable String ifMatch,
            @Nullable KeyedRequest request) {

        public TicketStep(
                Actor actor,
                long ticketId,
                Step step,
                @Nullable String note,
                @Nullable String ifMatch,
                @Nullable KeyedRequest request) {
            this(actor, ticketId, step, note, null, ifMatch, request);
        }
    }
}
