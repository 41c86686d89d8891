package org.patchbay.routing;

/** Whether an agent holds, or is offered, the ticket ({@code OFFERED, ACTIVE, WRAP_UP}), or how that ended. */
enum AssignmentStatus {
    OFFERED,
    ACTIVE,
    WRAP_UP,
    DECLINED,
    EXPIRED,
    RELEASED,
    COMPLETED
}
