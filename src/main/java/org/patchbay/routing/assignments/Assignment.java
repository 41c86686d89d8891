package org.patchbay.routing.assignments;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;

import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Agent;
import org.patchbay.routing.decisions.MatchQueries;
import org.patchbay.routing.pools.Capacity;
import org.patchbay.shared.tenancy.MultiRowSql;
import org.patchbay.shared.tenancy.MultiRowSql.Change;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketStatus.Step;

import io.quarkus.runtime.annotations.RegisterForReflection;

import static java.util.Objects.requireNonNull;

/**
 * One agent who holds, or is offered, one ticket. A unique key of the table allows at most one live assignment a
 * ticket.
 */
@Entity
@DynamicUpdate
public class Assignment extends OrganisationEntity {

    /** A live assignment and its agent. */
    @RegisterForReflection
    public record HeldBy(Assignment assignment, Agent agent) {}

    /** A ticket whose agent has been away, or offline, for too long. */
    record Neglected(long organisationId, long ticketId, long agentId) {

        private static Neglected of(Tuple row) {
            return new Neglected(
                    row.get("organisation_id", Number.class).longValue(),
                    row.get("ticket_id", Number.class).longValue(),
                    row.get("agent_id", Number.class).longValue());
        }
    }

    private static final List<String> BEGINNING =
            List.of("ticket_id", "agent_id", "status", "units", "wrap_up_seconds", "assigned_at", "expires_at");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long ticketId;

    long agentId;

    @Enumerated(EnumType.STRING)
    public AssignmentStatus status;

    public int units;

    public Instant assignedAt;

    @Nullable
    public Instant endedAt;

    /** When the offer expires; null where the ticket was not offered. */
    @Nullable
    public Instant expiresAt;

    @Nullable
    public Instant acceptedAt;

    public int wrapUpSeconds;

    /** Kept by the database: the ticket while the assignment is live, else null. */
    @Column(insertable = false, updatable = false)
    @Nullable
    Long liveTicketId;

    /** An assignment that begins now; {@link #begin} stores it. */
    public static Assignment of(Ticket ticket, Agent agent, MatchQueries.Terms terms, boolean offered) {
        var assignment = new Assignment();
        assignment.ticketId = ticket.id();
        assignment.agentId = agent.id();
        assignment.units = terms.units();
        assignment.wrapUpSeconds = terms.wrapUpSeconds();
        assignment.assignedAt = Times.now();
        if (offered) {
            assignment.status = AssignmentStatus.OFFERED;
            assignment.expiresAt = assignment.assignedAt.plusSeconds(requireNonNull(terms.offerSeconds()));
        } else {
            assignment.status = AssignmentStatus.ACTIVE;
        }
        return assignment;
    }

    /** Stores assignments that begin, and gives them their ids. */
    public static List<Assignment> begin(List<Assignment> some) {
        var ids = MultiRowSql.insert(
                "assignment",
                BEGINNING,
                some.stream()
                        .<List<?>>map(each -> Arrays.asList(
                                each.ticketId,
                                each.agentId,
                                each.status,
                                each.units,
                                each.wrapUpSeconds,
                                each.assignedAt,
                                each.expiresAt))
                        .toList());
        for (int i = 0; i < some.size(); i++) {
            some.get(i).id = ids.get(i);
        }
        return some;
    }

    public void accept() {
        status = AssignmentStatus.ACTIVE;
        acceptedAt = Times.now();
    }

    /** When the agent accepted the offer, or was given the ticket without one. */
    Instant begunAt() {
        return acceptedAt == null ? assignedAt : acceptedAt;
    }

    /** Ends because the ticket left the agent by a step. */
    public void end(Step step) {
        status = AssignmentStatus.after(step);
        endedAt = Times.now();
    }

    /** Writes what becomes of assignments that Hibernate does not have in its session. */
    public static void update(List<Assignment> some) {
        MultiRowSql.update(
                "assignment",
                "id",
                List.of("status", "accepted_at", "ended_at"),
                some.stream()
                        .map(each -> new Change(each.id, Arrays.asList(each.status, each.acceptedAt, each.endedAt)))
                        .toList());
    }

    public long agentId() {
        return agentId;
    }

    /** The live assignment of a ticket whose lock the caller holds, and its agent, locked: Hibernate locks the root. */
    public static HeldBy lockHeld(long ticketId) {
        return find(
                        "select x, a from Agent a join Assignment x on x.organisation = a.organisation"
                                + " and x.agentId = a.id where x.liveTicketId = ?1",
                        ticketId)
                .project(HeldBy.class)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    /**
     * The assignment that takes all units of an agent because its channel is exclusive. The caller holds the agent's
     * lock.
     */
    public static Optional<Assignment> exclusiveOf(Agent agent) {
        var found = NativeSql.of("""
                select x.id from assignment x
                join ticket p on p.organisation_id = x.organisation_id and p.id = x.ticket_id %s
                where x.organisation_id = :organisation and x.live_agent_id = :agent
                and x.units = :capacity and %s""".formatted(Capacity.SETTINGS, Capacity.EXCLUSIVE))
                .set("agent", agent.id())
                .set("capacity", agent.capacity())
                .longs();
        return found.stream().findFirst().map(id -> Assignment.findById(id));
    }

    /** Over all organisations that limit such a time. The cost grows with agents who are gone and hold something. */
    static List<Neglected> neglected(Instant now) {
        var rows = NativeSql.everywhere("""
                select x.organisation_id, x.ticket_id, x.agent_id from agent a force index (ix_agent_neglects)
                straight_join attendance_setting s on s.organisation_id = a.organisation_id
                and timestampadd(second, s.return_after_seconds, a.gone_since) <= :now
                straight_join assignment x force index (ix_assignment_live_agent)
                on x.organisation_id = a.organisation_id and x.live_agent_id = a.id
                and x.status = 'ACTIVE'
                where a.neglects_since <= :now order by x.id""").set("now", now).list(Tuple.class);
        return rows.stream().map(Neglected::of).toList();
    }

    public static List<Long> ticketsHeldBy(long agentId) {
        return find(
                        "select ticketId from Assignment where agentId = ?1"
                                + " and status in (OFFERED, ACTIVE) order by ticketId",
                        agentId)
                .project(Long.class)
                .list();
    }

    /** The assignments that await the agent's answer. */
    public static List<Assignment> offersTo(long agentId, long afterId, int size) {
        return find("agentId = ?1 and status = OFFERED and id > ?2 order by id", agentId, afterId)
                .page(0, size)
                .list();
    }

    public static List<Long> ticketsOfferedTo(long agentId) {
        return find(
                        "select ticketId from Assignment where agentId = ?1 and status = OFFERED order by ticketId",
                        agentId)
                .project(Long.class)
                .list();
    }

    public static Optional<Assignment> offer(long id, long agentId) {
        return find("id = ?1 and agentId = ?2 and expiresAt is not null", id, agentId)
                .firstResultOptional();
    }

    /** Does not read the offer, which is looked at under the ticket's lock. */
    public static Optional<Long> ticketOfferedTo(long agentId, long id) {
        return find(
                        "select ticketId from Assignment where id = ?1 and agentId = ?2 and expiresAt is not null",
                        id,
                        agentId)
                .project(Long.class)
                .firstResultOptional();
    }

    /** As {@link #ticketOfferedTo}. */
    public static long ticketOf(long id) {
        return find("select ticketId from Assignment where id = ?1", id)
                .project(Long.class)
                .singleResult();
    }
}
