package org.patchbay.tickets;

import java.util.List;

import org.patchbay.skills.RequiredSkill;

/** Says where tickets go. Answered above, where queues and policies are known. */
public interface TicketRouter {

    /** A line of history. */
    record Remark(TicketEvent.Type type, String text) {}

    /** What whoever opens a ticket wishes; null where they leave it to the routing policy. */
    record Wish(Long queueId, List<RequiredSkill> requiredSkills) {

        public boolean isForNothing() {
            return queueId == null && requiredSkills == null;
        }
    }

    /**
     * Says of a ticket that is about to be opened where it waits and what it requires.
     *
     * @return what is to be told of that in its history
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where there is no such queue or skill,
     *     {@code queue-refuses} where it takes nothing now
     */
    List<Remark> route(Ticket ticket, Wish wish);

    /**
     * Says of a ticket that is about to wait again where it does: where it waited last, or where a new one would if
     * that queue is deleted.
     *
     * @return what is to be told of that in its history
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code queue-refuses} where that queue takes nothing now
     */
    List<Remark> routeAgain(Ticket ticket);
}
