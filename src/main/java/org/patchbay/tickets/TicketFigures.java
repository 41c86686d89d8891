package org.patchbay.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.persistence.Tuple;

import org.hibernate.query.Query;
import org.jspecify.annotations.Nullable;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.time.Times;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Figures of tickets. Each is read from one key alone, which is named. */
public final class TicketFigures {

    /** The number of waiting tickets, and the seconds that the longest wait has lasted. */
    public record Waiting(long tickets, long longestSeconds) {}

    /**
     * The live tickets of a queue in one state.
     *
     * @param waitingSince the beginning of the longest wait; null where none waits
     */
    @RegisterForReflection
    public record Live(
            long queueId,
            TicketStatus status,
            long tickets,
            @Nullable Instant waitingSince) {}

    /**
     * The tickets that left a queue for the first time, to an agent or by being withdrawn.
     *
     * @param promised the number of them for which the queue promised a time
     * @param inTime the number of those that left by then
     */
    @RegisterForReflection
    public record Left(long queueId, boolean abandoned, long tickets, long promised, long inTime) {}

    /** A ticket that an agent holds, or is offered. */
    @RegisterForReflection
    public record HeldTicket(
            long agentId, long ticketId, TicketStatus status, Channel channel, Priority priority, long queueId) {}

    private TicketFigures() {}

    /** Counts over all organisations. */
    public static Waiting waiting() {
        var row = NativeSql.everywhere("""
                select count(*) tickets, coalesce(timestampdiff(second, min(t.waiting_since), :now), 0) seconds
                from organisation o straight_join ticket t force index (ix_ticket_pool)
                on t.organisation_id = o.id and t.waiting_pool_id > 0""")
                .set("now", Times.now())
                .list(Tuple.class)
                .getFirst();
        return new Waiting(
                row.get("tickets", Number.class).longValue(),
                row.get("seconds", Number.class).longValue());
    }

    /** The live tickets that the current user sees, by queue and state. They are few, and read from one key alone. */
    public static List<Live> live() {
        var query = Ticket.getEntityManager()
                .createQuery(
                        "select queueId, status, count(*), min(waitingSince) from Ticket"
                                + " where status in (OPEN, OFFERED, IN_PROGRESS, PENDING) group by queueId, status",
                        Live.class);
        query.unwrap(Query.class).addQueryHint("ix_ticket_waiting");
        return query.getResultList();
    }

    /** The tickets that the current user sees and that left their queues since then. */
    public static List<Left> leftSince(Instant time) {
        var query = Ticket.getEntityManager()
                .createQuery(
                        "select promises.leftQueueId, promises.abandoned, count(*), count(promises.answerDueAt),"
                                + " sum(case when promises.leftAt <= promises.answerDueAt then 1L else 0L end)"
                                + " from Ticket where promises.leftAt >= :time"
                                + " group by promises.leftQueueId, promises.abandoned",
                        Left.class)
                .setParameter("time", time);
        query.unwrap(Query.class).addQueryHint("ix_ticket_left");
        return query.getResultList();
    }

    /** The tickets that these agents hold, or are offered, and the current user sees; found among the few live ones. */
    public static List<HeldTicket> heldBy(Collection<Long> agents) {
        var query = Ticket.getEntityManager()
                .createQuery(
                        "select agentId, id, status, channel, priority, queueId from Ticket"
                                + " where status in (OFFERED, IN_PROGRESS) and agentId in :agents order by id",
                        HeldTicket.class)
                .setParameter("agents", agents);
        query.unwrap(Query.class).addQueryHint("ix_ticket_waiting");
        return query.getResultList();
    }
}
