package org.patchbay.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Filter;
import org.hibernate.query.Query;
import org.patchbay.groups.Sight;
import org.patchbay.identity.Actor;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;
import org.patchbay.shared.Owned;
import org.patchbay.shared.SkipLocked;
import org.patchbay.shared.Times;
import org.patchbay.tickets.TicketStatus.Step;

/** One request of a customer. It waits by priority, then by {@code openedAt}, which never changes. */
@Entity
@DynamicUpdate
@Filter(name = Sight.FILTER, condition = Sight.OF_TICKETS, deduceAliasInjectionPoints = false)
public class Ticket extends Owned {

    /** How many tickets wait, and since how many seconds the one that waits longest. */
    public record Waiting(long tickets, long longestSeconds) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long groupId;

    @Enumerated(EnumType.STRING)
    Channel channel;

    @Enumerated(EnumType.STRING)
    TicketStatus status;

    @Enumerated(EnumType.STRING)
    Reason reason;

    @Convert(converter = Priority.Ranks.class)
    Priority priority;

    String note;

    long customerId;

    Long orderId;

    String orderNumber;

    /** Kept by the database: the order while the ticket is live, else null. */
    @Column(insertable = false, updatable = false)
    Long liveOrderId;

    /** Who holds it, or held it last; null while it waits. */
    Long agentId;

    Instant openedAt;

    /** Since when it waits this time; null while it does not. */
    Instant waitingSince;

    Instant resolvedAt;

    Instant updatedAt;

    @Version
    int version;

    public long id() {
        return id;
    }

    public long groupId() {
        return groupId;
    }

    public TicketStatus status() {
        return status;
    }

    public Instant waitingSince() {
        return waitingSince;
    }

    /** Null where nobody holds it. */
    public Long holder() {
        return status == TicketStatus.IN_PROGRESS ? agentId : null;
    }

    /** Puts a new ticket into the queue. */
    void open(Actor actor) {
        openedAt = Times.now();
        waitingSince = openedAt;
        updatedAt = openedAt;
        status = TicketStatus.OPEN;
        persist();
        TicketEvent.append(this, TicketEvent.Type.OPENED, actor, null, note, openedAt);
    }

    /** Takes a step other than ASSIGN, which the caller has checked, and writes it into the history. */
    void take(Step step, Actor actor, String stepNote) {
        var now = Times.now();
        var held = holder();
        status = step.to();
        updatedAt = now;
        waitingSince = status == TicketStatus.OPEN ? now : null;
        if (status == TicketStatus.OPEN) {
            agentId = null;
        }
        resolvedAt = switch (status) {
            case RESOLVED -> now;
            case CLOSED -> resolvedAt;
            case OPEN, IN_PROGRESS, PENDING, CANCELLED -> null;
        };
        TicketEvent.append(this, TicketEvent.Type.of(step), actor, held, stepNote, now);
    }

    /**
     * Gives the ticket to an agent; the caller holds its lock and has claimed the agent's capacity. Whoever held it is
     * told by a line of history.
     */
    public void assignTo(long agent, Actor actorOrNull) {
        var now = Times.now();
        if (holder() != null) {
            TicketEvent.append(this, TicketEvent.Type.RELEASED, actorOrNull, agentId, null, now);
        }
        status = TicketStatus.IN_PROGRESS;
        agentId = agent;
        waitingSince = null;
        updatedAt = now;
        TicketEvent.append(this, TicketEvent.Type.ASSIGNED, actorOrNull, agent, null, now);
    }

    /** Puts it into another group, and writes that into the history. */
    void moveTo(long group, Actor actor) {
        groupId = group;
        updatedAt = Times.now();
        TicketEvent.append(this, TicketEvent.Type.MOVED, actor, holder(), null, updatedAt);
    }

    static Optional<Ticket> byId(long id) {
        return findByIdOptional(id);
    }

    /** Waits for the row's lock. */
    public static Optional<Ticket> lock(long id) {
        return Ticket.<Ticket>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The most urgent, then oldest, waiting ticket that no other matcher is looking at, locked. */
    public static Optional<Ticket> lockFirstWaiting() {
        return SkipLocked.first(find("status = ?1 order by priority, openedAt, id", TicketStatus.OPEN));
    }

    /** Over all organisations. The key is named, because statistics lead MySQL to read every resolved ticket. */
    public static Waiting waiting() {
        var row = (Object[]) getEntityManager()
                .createNativeQuery("select count(*),"
                        + " coalesce(timestampdiff(second, min(t.waiting_since), utc_timestamp()), 0)"
                        + " from organisation o straight_join ticket t force index (ix_ticket_waiting)"
                        + " on t.organisation_id = o.id and t.status = 'OPEN'")
                .getSingleResult();
        return new Waiting(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    /**
     * Runs a search.
     *
     * @param live whether it asks for live tickets only. They are few, and found by their status; MySQL would rather read
     *     all tickets in the order of the list.
     */
    static List<Ticket> search(String whereAndOrder, Map<String, Object> parameters, boolean live, int size) {
        var query = getEntityManager()
                .createQuery("from Ticket" + whereAndOrder, Ticket.class)
                .setMaxResults(size);
        parameters.forEach(query::setParameter);
        if (live) {
            query.unwrap(Query.class).addQueryHint("ix_ticket_waiting");
        }
        return query.getResultList();
    }

    /** As {@link #search}, without an order. */
    static long count(String where, Map<String, Object> parameters, boolean live) {
        var query = getEntityManager().createQuery("select count(*) from Ticket" + where, Long.class);
        parameters.forEach(query::setParameter);
        if (live) {
            query.unwrap(Query.class).addQueryHint("ix_ticket_waiting");
        }
        return query.getSingleResult();
    }

    static Optional<Ticket> liveForOrder(long orderId) {
        return find("liveOrderId", orderId).firstResultOptional();
    }
}
