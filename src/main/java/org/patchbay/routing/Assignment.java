package org.patchbay.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.DynamicUpdate;
import org.patchbay.shared.Times;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** One agent holding one ticket. A unique key of the table allows at most one live assignment a ticket. */
@Entity
@DynamicUpdate
class Assignment extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long organisationId;

    long ticketId;

    long agentId;

    @Enumerated(EnumType.STRING)
    AssignmentStatus status;

    int units;

    Instant assignedAt;

    Instant endedAt;

    static Assignment begin(long organisationId, long ticketId, long agentId, int units) {
        var assignment = new Assignment();
        assignment.organisationId = organisationId;
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

    static Optional<Assignment> live(long organisationId, long ticketId) {
        return find(
                        "organisationId = ?1 and ticketId = ?2 and status in (OFFERED, ACTIVE, WRAP_UP)",
                        organisationId,
                        ticketId)
                .firstResultOptional();
    }

    static List<Long> ticketsHeldBy(long organisationId, long agentId) {
        return find(
                        "select ticketId from Assignment where organisationId = ?1 and agentId = ?2"
                                + " and status in (OFFERED, ACTIVE, WRAP_UP) order by ticketId",
                        organisationId,
                        agentId)
                .project(Long.class)
                .list();
    }
}
