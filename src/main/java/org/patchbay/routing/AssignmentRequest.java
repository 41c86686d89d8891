package org.patchbay.routing;

import java.time.Instant;

import org.patchbay.shared.Times;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The message on {@code assignment-requests}: look whether this ticket, or this agent, can be matched. At least once, in
 * any order; a lost or doubled one does no harm.
 */
@RegisterForReflection
record AssignmentRequest(long organisationId, Long ticketId, Long agentId, Instant sentAt) {

    AssignmentRequest {
        if (organisationId <= 0 || (ticketId == null) == (agentId == null) || sentAt == null) {
            throw new IllegalArgumentException(
                    "Names one ticket or one agent of an organisation, and when it was sent");
        }
    }

    static AssignmentRequest ticket(long organisationId, long ticketId) {
        return new AssignmentRequest(organisationId, ticketId, null, Times.now());
    }

    static AssignmentRequest agent(long organisationId, long agentId) {
        return new AssignmentRequest(organisationId, null, agentId, Times.now());
    }
}
