package org.patchbay.tickets;

import java.util.List;
import java.util.Optional;

import org.patchbay.skills.RequiredSkill;

/** Says where a new ticket goes. Answered above, where queues and policies are known. */
public interface TicketRouter {

    /** What whoever opens a ticket wishes; null where they leave it to the routing policy. */
    record Wish(Long queueId, List<RequiredSkill> requiredSkills) {

        public boolean isForNothing() {
            return queueId == null && requiredSkills == null;
        }
    }

    /**
     * Says of a ticket that is about to be opened where it waits and what it requires.
     *
     * @return why that is not what the routing policy chose, where it is not
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where there is no such queue or skill
     */
    Optional<String> route(Ticket ticket, Wish wish);
}
