package org.patchbay.routing;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.hibernate.annotations.DynamicUpdate;
import org.patchbay.agents.Agent;
import org.patchbay.shared.Owned;
import org.patchbay.shared.Times;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** One agent holding one ticket. A unique key of the table allows at most one live assignment a ticket. */
@Entity
@DynamicUpdate
class Assignment extends Owned {

    /** A live assignment and who it belongs to. */
    @RegisterForReflection
    record Held(Assignment assignment, Agent agent) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long ticketId;

    long agentId;

    @Enumerated(EnumType.STRING)
    AssignmentStatus status;

    int units;

    Instant assignedAt;

    Instant endedAt;

    /** Kept by the database: the ticket while the assignment is live, else null. */
    @Column(insertable = false, updatable = false)
    Long liveTicketId;

    static Assignment begin(long ticketId, long agentId, int units) {
        var assignment = new Assignment();
        assignment.ticketId = ticketId;
        assignment.agentId = agentId;
        assignment.status = AssignmentStatus.ACTIVE;
        assignment.units = units;
        assignment.assignedAt = Times.now();
        assignment.persist();
        return assignment;
    }

    void end(AssignmentStatus how) {
        status = how;
        endedAt = Times.now();
    }

    /** The live assignment of a ticket whose lock the caller holds, and its agent, locked: Hibernate locks the root. */
    static Held lockHeld(long ticketId) {
        return find(
                        "select x, a from Agent a join Assignment x on x.agentId = a.id where x.liveTicketId = ?1",
                        ticketId)
                .project(Held.class)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    static List<Long> ticketsHeldBy(long agentId) {
        return find(
                        "select ticketId from Assignment where agentId = ?1"
                                + " and status in (OFFERED, ACTIVE, WRAP_UP) order by ticketId",
                        agentId)
                .project(Long.class)
                .list();
    }
}
