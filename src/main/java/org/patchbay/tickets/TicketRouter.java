package org.patchbay.tickets;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.patchbay.skills.RequiredSkill;

/** Routes tickets. A feature above, which knows queues and policies, implements it. */
public interface TicketRouter {

    /** A line of history. */
    record Remark(TicketEventType type, String text) {}

    /** The wishes of the request that opens a ticket; null where the routing policy decides. */
    record Wish(@Nullable Long queueId, @Nullable List<RequiredSkill> requiredSkills) {

        public boolean isForNothing() {
            return queueId == null && requiredSkills == null;
        }
    }

    /**
     * Sets the queue and the requirement of a ticket that is about to be opened.
     *
     * @return lines for its history
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where there is no such queue or skill,
     *     {@code queue-refuses} where the queue refuses it now
     */
    List<Remark> route(Ticket ticket, Wish wish);

    /**
     * Sets the queue of a ticket that is about to wait again: its last one, or, where that is deleted, that of a new
     * ticket.
     *
     * @return lines for its history
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code queue-refuses} where that queue refuses it now
     */
    List<Remark> routeAgain(Ticket ticket);

    /**
     * Begins a wait of a ticket in its queue: its pool by its age, the queue's promises and limits, and their timers. A
     * ticket whose offer came to nothing goes on waiting.
     *
     * @param from the status before; null for a new one
     */
    void beginWait(Ticket ticket, @Nullable TicketStatus from);
}
