package org.patchbay.routing.assignments;

/** Whether an agent holds, or is offered, the ticket ({@code OFFERED, ACTIVE}), or how that ended. */
public enum AssignmentStatus {
    OFFERED,
    ACTIVE,
    DECLINED,
    EXPIRED,
    RELEASED,
    COMPLETED
}
