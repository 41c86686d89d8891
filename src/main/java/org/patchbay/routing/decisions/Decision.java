package org.patchbay.routing.decisions;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;
import org.patchbay.queues.Distribution;
import org.patchbay.routing.pools.PassedOver;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.tenancy.RowsAtCommit;
import org.patchbay.shared.time.Times;
import org.patchbay.shared.web.JsonConverter;
import org.patchbay.tickets.Ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Why a ticket was given to an agent, or why no agent was found for it; never changed, and removed after some time. */
@Entity
class Decision extends OrganisationEntity {

    /** The result of the search. */
    enum Outcome {
        ASSIGNED,
        OFFERED,
        NOBODY
    }

    /**
     * The compared agents and figures.
     *
     * @param distribution null where no agent was found
     * @param pools where a ticket was sought for an agent, the number of pools that had one for them
     * @param counts the agents who serve the queue, counted by reason, where they are neither all named nor too many
     * @param countsAsOf when they were counted
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Weighed(
            @Nullable Distribution distribution,
            @Nullable Integer pools,
            List<Candidate> candidates,
            @Nullable Map<PassedOver, Integer> counts,
            @Nullable Instant countsAsOf) {}

    private static final RowsAtCommit.Table TABLE = new RowsAtCommit.Table(
            "decision",
            List.of(
                    "ticket_id",
                    "pool_id",
                    "outcome",
                    "basis",
                    "agent_id",
                    "actor_id",
                    "actor_name",
                    "policy_version_id",
                    "rule_name",
                    "weighed",
                    "micros",
                    "at"));

    private static final WeighedColumn AS_COLUMN = new WeighedColumn();

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long ticketId;

    /** The pool, which tells the ticket's requirement. */
    long poolId;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Enumerated(EnumType.STRING)
    AssignmentTrigger.Basis basis;

    @Nullable
    Long agentId;

    @Nullable
    Long actorId;

    @Nullable
    String actorName;

    @Nullable
    Long policyVersionId;

    @Nullable
    String ruleName;

    @Convert(converter = WeighedColumn.class)
    Weighed weighed;

    /** The duration of the search and the claim, in microseconds. */
    int micros;

    Instant at;

    /**
     * Records a decision at the end of the transaction; a new ticket has its id by then.
     *
     * @param agentId null where no agent was found
     */
    static void record(
            Ticket ticket, Outcome outcome, @Nullable Long agentId, AssignmentTrigger trigger, Weighed weighed) {
        var actor = trigger.actor();
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - trigger.began());
        LongSupplier ticketId = ticket::id;
        RowsAtCommit.insert(
                TABLE,
                Arrays.asList(
                        ticketId,
                        ticket.poolId(),
                        outcome,
                        trigger.basis(),
                        agentId,
                        actor == null ? null : actor.accountId(),
                        actor == null ? null : actor.name(),
                        ticket.policyVersionId(),
                        ticket.ruleName(),
                        AS_COLUMN.convertToDatabaseColumn(weighed),
                        (int) Math.min(Integer.MAX_VALUE, micros),
                        Times.now()));
    }

    /** Whether this decision already tells a repeated vain search for the same ticket. */
    boolean tellsOfNobody(long pool, List<Candidate> candidates) {
        return outcome == Outcome.NOBODY
                && poolId == pool
                && reasons(weighed.candidates).equals(reasons(candidates));
    }

    private static List<String> reasons(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> candidate.agentId() + " " + candidate.passedOver())
                .sorted()
                .toList();
    }

    static Optional<Decision> lastOf(long ticketId) {
        return find("ticketId = ?1 order by id desc", ticketId).page(0, 1).list().stream()
                .map(Decision.class::cast)
                .findFirst();
    }

    static List<Decision> ofTicket(long ticketId, long afterId, int size) {
        return find("ticketId = ?1 and id > ?2 order by id", ticketId, afterId)
                .page(0, size)
                .list();
    }

    /** Removes the oldest decisions. */
    static long deleteBefore(Instant time, int limit) {
        List<Long> old = find("select id from Decision where at < ?1 order by at, id", time)
                .project(Long.class)
                .page(0, limit)
                .list();
        return old.isEmpty() ? 0 : delete("id in ?1", old);
    }

    /** The compared agents and figures as a column. */
    @Converter
    static class WeighedColumn extends JsonConverter<Weighed> {

        WeighedColumn() {
            super(new TypeReference<>() {});
        }
    }
}
