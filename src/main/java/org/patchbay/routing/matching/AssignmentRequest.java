package org.patchbay.routing.matching;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.time.Times;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The message on {@code assignment-requests}: look whether this ticket, and then this agent, can be matched, or
 * anything, where it names neither. Delivered at least once, in any order; a lost or doubled one does no harm.
 *
 * @param ticketId null where only an agent is meant, or anything
 * @param agentId null where only a ticket is meant, or anything
 */
@RegisterForReflection
record AssignmentRequest(
        long organisationId,
        @Nullable Long ticketId,
        @Nullable Long agentId,
        Instant sentAt) {

    AssignmentRequest {
        if (organisationId <= 0 || sentAt == null) {
            throw new IllegalArgumentException("Names an organisation, and when it was sent");
        }
    }

    static AssignmentRequest ticket(long organisationId, long ticketId) {
        return new AssignmentRequest(organisationId, ticketId, null, Times.now());
    }

    /** The ticket may be gone when this is read; then another ticket may wait for the agent who has room again. */
    static AssignmentRequest released(long organisationId, long ticketId, long agentId) {
        return new AssignmentRequest(organisationId, ticketId, agentId, Times.now());
    }

    static AssignmentRequest anything(long organisationId) {
        return new AssignmentRequest(organisationId, null, null, Times.now());
    }

    static AssignmentRequest agent(long organisationId, long agentId) {
        return new AssignmentRequest(organisationId, null, agentId, Times.now());
    }
}
