package org.patchbay.routing.assignments;

import org.patchbay.tickets.TicketStatus.Step;

/** Whether an agent holds, or is offered, the ticket ({@code OFFERED, ACTIVE}), or how that ended. */
public enum AssignmentStatus {
    OFFERED,
    ACTIVE,
    DECLINED,
    EXPIRED,
    RELEASED,
    COMPLETED;

    /** How an assignment ends whose ticket left the agent by a step. */
    static AssignmentStatus after(Step step) {
        return switch (step) {
            case RESOLVE, CLOSE, CANCEL -> COMPLETED;
            case DECLINE -> DECLINED;
            case EXPIRE -> EXPIRED;
            case ASSIGN, OFFER, ACCEPT, RELEASE, PEND, RESUME, SETTLE, REOPEN -> RELEASED;
        };
    }
}
