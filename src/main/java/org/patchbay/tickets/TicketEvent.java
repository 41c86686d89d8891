package org.patchbay.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;
import org.patchbay.events.EventLog;
import org.patchbay.events.EventRow;
import org.patchbay.events.NewEvent;
import org.patchbay.identity.Actor;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.tickets.search.SearchableText;

import static java.util.Objects.requireNonNull;

/**
 * One line of a ticket's history: what became of it, an event of {@link EventLog}. Never removed, and changed only by
 * erasure. A transaction does not find its own lines.
 *
 * @param number in the organisation, in the order of the commits
 * @param status the ticket's status after the event
 * @param actorId null for the system
 * @param agentId the agent concerned: the one who held the ticket, or who was given it
 * @param remark figures, names and words of the house
 */
public record TicketEvent(
        long number,
        long ticketId,
        Type type,
        TicketStatus status,
        @Nullable Long actorId,
        @Nullable String actorName,
        @Nullable Long agentId,
        @Nullable String remark,
        Instant at) {

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

    private static final String COLUMNS =
            "number, ticket_id, type, status, actor_id, actor_name, agent_id, remark, " + EventRow.AT;

    private static final String OF_TICKET = """
            select %s from event force index (ix_event_ticket)
            where organisation_id = :organisation and ticket_id = :ticket and number > :after
            order by number limit :size""".formatted(COLUMNS);

    private static final String OF_TICKET_FOR_CUSTOMER = """
            select %s from event force index (ix_event_ticket)
            where organisation_id = :organisation and ticket_id = :ticket and number > :after
            and type not in (:ofTheHouse) order by number limit :size""".formatted(COLUMNS);

    private static final String OF_AGENT = """
            select %s from event force index (ix_event_agent)
            where organisation_id = :organisation and agent_id = :agent and number > :after
            and ticket_id is not null order by number limit :size""".formatted(COLUMNS);

    static void append(
            Ticket ticket, Type type, @Nullable Actor actor, @Nullable Long agentId, Content content, Instant at) {
        append(ticket, State.of(ticket, null), type, actor, agentId, content, at);
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
        append(ticket, State.of(ticket, leftGroup), type, actor, agentId, content, at);
    }

    /** Appends one of the first events of a new ticket, which may have an agent by now. */
    static void appendFirst(Ticket ticket, Type type, @Nullable Actor actor, Content content) {
        append(ticket, State.NEW, type, actor, null, content, ticket.openedAt);
    }

    /** The state of a ticket after an event. */
    record State(
            TicketStatus status,
            @Nullable Long agentId,
            @Nullable Long leftGroup) {

        private static final State NEW = new State(TicketStatus.OPEN, null, null);

        private static State of(Ticket ticket, @Nullable Long leftGroup) {
            return new State(ticket.status, ticket.agentId, leftGroup);
        }
    }

    private static void append(
            Ticket ticket,
            State after,
            Type type,
            @Nullable Actor actor,
            @Nullable Long agentId,
            Content content,
            Instant at) {
        var state = new NewEvent.TicketState(
                ticket.id,
                after.status().name(),
                ticket.customerId,
                ticket.groupId,
                after.leftGroup(),
                ticket.queueId,
                after.agentId());
        var by = actor == null ? null : new NewEvent.By(actor.accountId(), actor.name());
        var appended = EventLog.append(
                NewEvent.ofTicket(CurrentOrganisation.id(), type.name(), state, agentId, by, content.remark(), at));
        if (content.message() != null) {
            new Message(
                            appended,
                            ticket.id,
                            type.isSpoken() ? Message.Audience.PUBLIC : Message.Audience.INTERNAL,
                            requireNonNull(by),
                            content.message(),
                            at)
                    .append();
        }
        writeWords(ticket, type, content.remark(), content.message());
        DomainEvents.publish(TicketHappened.of(ticket, after, type, agentId, at));
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
        writeWords(ticket, type, remark, message);
    }

    private static void writeWords(Ticket ticket, Type type, @Nullable String remark, @Nullable String message) {
        var order = type == Type.OPENED ? ticket.orderNumber : null;
        var text = Stream.of(order, remark, message).filter(Objects::nonNull).collect(Collectors.joining(" "));
        if (!text.isEmpty()) {
            SearchableText.said(ticket, !type.isSpoken(), text);
        }
    }

    /**
     * Erases the remarks of these tickets, and the names of their customers. Scores and priorities are figures, and
     * remarks of the system tell of nobody, unless they are of a rule that asked for something of a customer.
     *
     * @param customers their accounts
     */
    static void erase(Collection<Long> tickets, Collection<Long> customers) {
        NativeSql.of("""
                update event set remark = case when type = 'RATED' then substring(remark, 1, 1)
                when type = 'PRIORITISED' or actor_id is null and type <> 'RULE_FAILED' then remark end
                where organisation_id = :organisation and ticket_id in (:tickets)
                and remark is not null""").set("tickets", tickets).update();
        if (!customers.isEmpty()) {
            NativeSql.of("""
                    update event set actor_name = null where organisation_id = :organisation
                    and ticket_id in (:tickets) and actor_id in (:customers)""")
                    .set("tickets", tickets)
                    .set("customers", customers)
                    .update();
        }
    }

    /** Whether somebody did anything about a ticket since then, but to accept it. */
    static boolean isBy(long actorId, long ticketId, Instant since) {
        return NativeSql.of("""
                        select count(*) from event force index (ix_event_ticket)
                        where organisation_id = :organisation and ticket_id = :ticket
                        and actor_id = :actor and at >= :since and type <> 'ACCEPTED'""")
                        .set("ticket", ticketId)
                        .set("actor", actorId)
                        .set("since", since)
                        .number()
                > 0;
    }

    /** @param after a number; null to begin with the first */
    static List<TicketEvent> ofTicket(long ticketId, @Nullable Long after, int size) {
        return list(NativeSql.of(OF_TICKET).set("ticket", ticketId), after, size);
    }

    public static List<TicketEvent> ofTicket(long ticketId) {
        return ofTicket(ticketId, null, Integer.MAX_VALUE);
    }

    static List<TicketEvent> ofTicketForCustomer(long ticketId, @Nullable Long after, int size) {
        var types = Type.OF_THE_HOUSE.stream().map(Type::name).toList();
        return list(NativeSql.of(OF_TICKET_FOR_CUSTOMER).set("ticket", ticketId).set("ofTheHouse", types), after, size);
    }

    static List<TicketEvent> ofAgent(long agentId, @Nullable Long after, int size) {
        return list(NativeSql.of(OF_AGENT).set("agent", agentId), after, size);
    }

    private static List<TicketEvent> list(NativeSql query, @Nullable Long after, int size) {
        return query
                // Lines that are older than the log have numbers below zero.
                .set("after", after == null ? Long.MIN_VALUE : after)
                .set("size", size)
                .list(Tuple.class)
                .stream()
                .map(row -> of(new EventRow(row)))
                .toList();
    }

    private static TicketEvent of(EventRow row) {
        return new TicketEvent(
                row.number(),
                requireNonNull(row.id("ticket_id")),
                Type.valueOf(row.type()),
                TicketStatus.valueOf(requireNonNull(row.text("status"))),
                row.id("actor_id"),
                row.text("actor_name"),
                row.id("agent_id"),
                row.text("remark"),
                row.at());
    }
}
