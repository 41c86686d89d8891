package org.patchbay.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;
import org.patchbay.shared.DomainEvents;
import org.patchbay.shared.OrganisationEntity;

/** One line of a ticket's history; never removed, and changed only where what was said is erased. */
@Entity
public class TicketEvent extends OrganisationEntity {

    /** The kind of event. */
    public enum Type {
        OPENED,
        ASSIGNED,
        OFFERED,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        RELEASED,
        PENDED,
        RESUMED,
        RESOLVED,
        REOPENED,
        CLOSED,
        CANCELLED,
        /** Staff wrote to the customer. */
        NOTED,
        /** Staff wrote to colleagues. */
        NOTED_INTERNALLY,
        /** A condition of the routing policy could not be decided: the ticket waits in the default queue. */
        RULE_FAILED,
        /** The ticket waited so long that its requirement was relaxed. */
        RELAXED,
        /** The ticket moved to another queue. */
        REQUEUED,
        /** The ticket became a callback. */
        DEFERRED,
        /** The ticket waits nearly as long as its queue promises at most. */
        SERVICE_LEVEL_AT_RISK,
        /** The ticket waits longer than its queue promises. */
        SERVICE_LEVEL_MISSED,
        /** The time promised for the ticket's resolution is nearly over. */
        RESOLUTION_AT_RISK,
        /** The time promised for the ticket's resolution is over. */
        RESOLUTION_MISSED,
        /** The ticket moved to another group. */
        MOVED,
        /** The ticket's priority changed. */
        PRIORITISED,
        /** The customer rated the ticket: the score, and their comment. */
        RATED;

        private static final Set<Type> OF_THE_HOUSE = EnumSet.of(
                NOTED_INTERNALLY,
                RULE_FAILED,
                RELAXED,
                REQUEUED,
                SERVICE_LEVEL_AT_RISK,
                SERVICE_LEVEL_MISSED,
                RESOLUTION_AT_RISK,
                RESOLUTION_MISSED,
                MOVED,
                PRIORITISED);

        private static final Set<Type> SPOKEN =
                EnumSet.of(OPENED, NOTED, PENDED, RESUMED, RESOLVED, REOPENED, CLOSED, CANCELLED, RATED);

        /** Whether it concerns only internal work: customers do not see it. */
        public boolean isOfTheHouse() {
            return OF_THE_HOUSE.contains(this);
        }

        /** Whether its note is to the customer, or by them; other notes are for colleagues. */
        boolean isSpoken() {
            return SPOKEN.contains(this);
        }

        static Type of(TicketStatus.Step step) {
            return switch (step) {
                case ASSIGN -> ASSIGNED;
                case OFFER -> OFFERED;
                case ACCEPT -> ACCEPTED;
                case DECLINE -> DECLINED;
                case EXPIRE -> EXPIRED;
                case RELEASE -> RELEASED;
                case PEND -> PENDED;
                case RESUME -> RESUMED;
                case RESOLVE -> RESOLVED;
                case REOPEN -> REOPENED;
                case CLOSE -> CLOSED;
                case CANCEL -> CANCELLED;
            };
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long ticketId;

    @Enumerated(EnumType.STRING)
    Type type;

    /** The ticket's status after the event. */
    @Enumerated(EnumType.STRING)
    TicketStatus status;

    /** Null for the system. */
    @Nullable
    Long actorId;

    @Nullable
    String actorName;

    /** The agent concerned: the one who held the ticket, or who was given it. */
    @Nullable
    Long agentId;

    @Nullable
    String note;

    Instant at;

    static void append(
            Ticket ticket,
            Type type,
            @Nullable Actor actor,
            @Nullable Long agentId,
            @Nullable String note,
            Instant at) {
        append(ticket, null, type, actor, agentId, note, at);
    }

    /** Appends an event by which the ticket left a group. */
    static void append(
            Ticket ticket,
            @Nullable Long leftGroup,
            Type type,
            @Nullable Actor actor,
            @Nullable Long agentId,
            @Nullable String note,
            Instant at) {
        var event = new TicketEvent();
        event.ticketId = ticket.id;
        event.type = type;
        event.status = ticket.status;
        if (actor != null) {
            event.actorId = actor.accountId();
            event.actorName = actor.name();
        }
        event.agentId = agentId;
        event.note = note;
        event.at = at;
        event.persist();
        event.writeWords(ticket);
        DomainEvents.publish(TicketHappened.of(ticket, leftGroup, event));
    }

    /** Has the ticket found by what was said; the line that opened it says what it is about. */
    void writeWords(Ticket ticket) {
        var order = type == Type.OPENED ? ticket.orderNumber : null;
        var text = Stream.of(order, note).filter(Objects::nonNull).collect(Collectors.joining(" "));
        if (!text.isEmpty()) {
            SearchableText.said(ticket, !type.isSpoken(), text);
        }
    }

    /**
     * Erases the texts of these tickets, and the names of their customers. Scores and priorities are figures, and
     * remarks of the system tell of nobody, unless they are of a rule that asked for something of a customer.
     *
     * @param customers their accounts
     */
    static void erase(Collection<Long> tickets, Collection<Long> customers) {
        update(
                "note = case when type = RATED then substring(note, 1, 1) when type = PRIORITISED or actorId is null"
                        + " and type <> RULE_FAILED then note else null end where ticketId in ?1 and note is not null",
                tickets);
        if (!customers.isEmpty()) {
            update("actorName = null where ticketId in ?1 and actorId in ?2", tickets, customers);
        }
    }

    /** Whether somebody did anything about a ticket since then, but to accept it. */
    static boolean isBy(long actorId, long ticketId, Instant since) {
        return count("ticketId = ?1 and actorId = ?2 and at >= ?3 and type <> ACCEPTED", ticketId, actorId, since) > 0;
    }

    /** When the ticket last moved to another queue, if it ever did. */
    static Optional<Instant> lastRequeuing(long ticketId) {
        return find("select at from TicketEvent where ticketId = ?1 and type = REQUEUED order by id desc", ticketId)
                .project(Instant.class)
                .page(0, 1)
                .list()
                .stream()
                .findFirst();
    }

    static List<TicketEvent> ofTicket(long ticketId, long afterId, int size) {
        return find("ticketId = ?1 and id > ?2 order by id", ticketId, afterId)
                .page(0, size)
                .list();
    }

    /** The lines that words are written of. */
    static List<TicketEvent> saidOf(long ticketId) {
        return list("ticketId = ?1 and (note is not null or type = OPENED) order by id", ticketId);
    }

    static List<TicketEvent> ofTicketForCustomer(long ticketId, long afterId, int size) {
        return find("ticketId = ?1 and id > ?2 and type not in ?3 order by id", ticketId, afterId, Type.OF_THE_HOUSE)
                .page(0, size)
                .list();
    }

    static List<TicketEvent> ofAgent(long agentId, long afterId, int size) {
        return find("agentId = ?1 and id > ?2 order by id", agentId, afterId)
                .page(0, size)
                .list();
    }
}
