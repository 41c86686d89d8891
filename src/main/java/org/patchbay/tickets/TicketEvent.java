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

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.tickets.search.SearchableText;

import static java.util.Objects.requireNonNull;

/** One line of a ticket's history: what became of it. Never removed, and changed only by erasure. */
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
        /** The ticket got and lost tags: their names, each after a + or a -. */
        TAGGED,
        /** Values of the ticket's fields changed: the labels of these fields. */
        FIELDS_SET,
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
                PRIORITISED,
                TAGGED,
                FIELDS_SET);

        private static final Set<Type> SPOKEN =
                EnumSet.of(OPENED, NOTED, PENDED, RESUMED, RESOLVED, REOPENED, CLOSED, CANCELLED, RATED);

        /** Whether it concerns only internal work: customers do not see it. */
        public boolean isOfTheHouse() {
            return OF_THE_HOUSE.contains(this);
        }

        /** Whether what is said with it is to the customer, or by them; else it is for colleagues. */
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

    /**
     * The texts of a line.
     *
     * @param remark figures, names and words of the house; null for none
     * @param message what the actor says; null for nothing
     */
    public record Content(@Nullable String remark, @Nullable String message) {

        static final Content NONE = new Content(null, null);

        static Content remark(@Nullable String text) {
            return new Content(text, null);
        }

        /** A message of the actor; of the system, a remark. */
        public static Content of(@Nullable Actor actor, @Nullable String text) {
            return actor == null ? remark(text) : new Content(null, text);
        }
    }

    /** Between why a ticket moved and the name of the queue. */
    static final String TO = ": to ";

    /** Between a score and its comment. */
    static final String BECAUSE = ": ";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

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

    /** Figures, names and words of the house. Until they are moved, earlier releases' lines have messages here, too. */
    @Column(name = "note")
    @Nullable
    String remark;

    Instant at;

    static void append(
            Ticket ticket, Type type, @Nullable Actor actor, @Nullable Long agentId, Content content, Instant at) {
        append(ticket, null, type, actor, agentId, content, at);
    }

    /** Appends an event by which the ticket left a group. */
    static void append(
            Ticket ticket,
            @Nullable Long leftGroup,
            Type type,
            @Nullable Actor actor,
            @Nullable Long agentId,
            Content content,
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
        event.remark = content.remark();
        event.at = at;
        event.persist();
        if (content.message() != null) {
            event.say(content.message());
        }
        event.writeWords(ticket, content.message());
        DomainEvents.publish(TicketHappened.of(ticket, leftGroup, event));
    }

    /** Adds the line's message, of its actor. It has none yet, and one of the system never. */
    void say(String text) {
        var message = new Message();
        message.ticketId = ticketId;
        message.eventId = id;
        message.audience = type.isSpoken() ? Message.Audience.PUBLIC : Message.Audience.INTERNAL;
        message.authorId = requireNonNull(actorId);
        message.authorName = actorName;
        message.text = text;
        message.at = at;
        message.persist();
    }

    /** Remark and message in one text; null for neither. */
    @Nullable
    String note(@Nullable String message) {
        if (remark == null || message == null) {
            return remark == null ? message : remark;
        }
        return type == Type.REQUEUED ? message + TO + remark : remark + BECAUSE + message;
    }

    /** Has the ticket found by what was said; the line that opened it says what it is about. */
    public void writeWords(Ticket ticket, @Nullable String message) {
        var order = type == Type.OPENED ? ticket.orderNumber : null;
        var text = Stream.of(order, remark, message).filter(Objects::nonNull).collect(Collectors.joining(" "));
        if (!text.isEmpty()) {
            SearchableText.said(ticket, !type.isSpoken(), text);
        }
    }

    /**
     * Erases the remarks of these tickets, and the names of their customers. Scores and priorities are figures, and
     * remarks of the system tell of nobody, unless they are of a rule that asked for something of a customer. Those of
     * others may hold what was said, as earlier releases wrote it.
     *
     * @param customers their accounts
     */
    static void erase(Collection<Long> tickets, Collection<Long> customers) {
        update(
                "remark = case when type = RATED then substring(remark, 1, 1) when type = PRIORITISED"
                        + " or actorId is null and type <> RULE_FAILED then remark else null end"
                        + " where ticketId in ?1 and remark is not null",
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

    public static List<TicketEvent> ofTicket(long ticketId, long afterId, int size) {
        return find("ticketId = ?1 and id > ?2 order by id", ticketId, afterId)
                .page(0, size)
                .list();
    }

    public static List<TicketEvent> ofTicket(long ticketId) {
        return list("ticketId = ?1 order by id", ticketId);
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
