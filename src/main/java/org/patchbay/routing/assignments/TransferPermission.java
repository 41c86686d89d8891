package org.patchbay.routing.assignments;

import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.tickets.TicketWords;

/** The permission to move a ticket: supervisors may move any, agents those they hold. */
public final class TransferPermission {

    private TransferPermission() {}

    /** Whether the actor holds the ticket, and was not merely offered it. */
    public static boolean isOf(Actor actor, Ticket ticket) {
        return ticket.status() == TicketStatus.IN_PROGRESS && ticket.isHeldBy(actor.accountId());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem {@code forbidden} */
    public static void check(Actor actor, Ticket ticket) {
        if (!isOf(actor, ticket) && !actor.is(Role.SUPERVISOR, Role.ADMIN)) {
            throw ProblemType.FORBIDDEN.because(TicketWords.HOLDER_OR_SUPERVISOR);
        }
    }
}
