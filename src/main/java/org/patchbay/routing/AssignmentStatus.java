package org.patchbay.routing;

/** Whether an agent holds, or is offered, the ticket ({@code OFFERED, ACTIVE}), or how that ended. */
enum AssignmentStatus {
    OFFERED,
    ACTIVE,
    DECLINED,
    EXPIRED,
    RELEASED,
    COMPLETED
}
