package org.patchbay.tickets;

import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.shared.problems.ProblemType;

/** The permission to work at a ticket, as to hand it on: supervisors may at any, agents at those they hold. */
public final class WorkPermission {

    private WorkPermission() {}

    /** Whether the actor holds the ticket, and was not merely offered it. */
    public static boolean isOf(Actor actor, Ticket ticket) {
        return ticket.status == TicketStatus.IN_PROGRESS && ticket.isHeldBy(actor.accountId());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem {@code forbidden} */
    public static void check(Actor actor, Ticket ticket) {
        if (!isOf(actor, ticket) && !actor.is(Role.SUPERVISOR, Role.ADMIN)) {
            throw ProblemType.FORBIDDEN.because(TicketWords.HOLDER_OR_SUPERVISOR);
        }
    }
}
