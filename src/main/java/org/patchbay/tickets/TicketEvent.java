package org.patchbay.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.Audience;
import org.patchbay.conversations.Message;
import org.patchbay.conversations.MessageLog;
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
        TicketEventType type,
        TicketStatus status,
        @Nullable Long actorId,
        @Nullable String actorName,
        @Nullable Long agentId,
        @Nullable String remark,
        Instant at) {

    /**
     * The texts of a line.
     *
     * @param remark figures, names and words of the house; null for none
     * @param words what is said; null for nothing
     * @param author who says it; null for the actor
     */
    public record Content(@Nullable String remark, Message.@Nullable Words words, Message.@Nullable Author author) {

        static final Content NONE = new Content(null, null);

        public Content(@Nullable String remark, Message.@Nullable Words words) {
            this(remark, words, null);
        }

        static Content remark(@Nullable String text) {
            return new Content(text, null);
        }

        /** A message of the actor; of the system, a remark. */
        public static Content of(@Nullable Actor actor, @Nullable String text) {
            return actor == null || text == null ? remark(text) : message(Message.Words.with(text));
        }

        /** Of an actor, with a message where they say something. */
        public static Content of(@Nullable String remark, @Nullable String text) {
            return new Content(remark, text == null ? null : Message.Words.with(text));
        }

        static Content message(Message.@Nullable Words words) {
            return new Content(null, words);
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

    /**
     * Appends an event to the history of a ticket, and has the ticket found by what is said with it.
     *
     * @return the message; null where nothing is said
     */
    static @Nullable Message append(
            TicketSnapshot after,
            TicketEventType type,
            @Nullable Actor actor,
            @Nullable Long agentId,
            Content content,
            Instant at) {
        var by = actor == null ? null : new NewEvent.By(actor.accountId(), actor.name());
        var appended = EventLog.append(NewEvent.ofTicket(
                CurrentOrganisation.id(), type.name(), after.asState(), agentId, by, content.remark(), at));
        var words = content.words();
        writeWords(after, type, content.remark(), words == null ? null : words.text());
        DomainEvents.publish(TicketHappened.of(after, type, agentId, at));
        return words == null
                ? null
                : MessageLog.append(
                        after.asMatter(),
                        appended,
                        type.isSpoken() ? Audience.PUBLIC : Audience.INTERNAL,
                        content.author() == null ? authorOf(actor) : content.author(),
                        words,
                        at);
    }

    private static Message.Author authorOf(@Nullable Actor actor) {
        return actor == null
                ? Message.Author.SYSTEM
                : new Message.Author(
                        new NewEvent.By(actor.accountId(), actor.name()), actor.isOnlyCustomer(), actor.isProgram());
    }

    /** Remark and message in one text; null for neither. */
    @Nullable
    String note(@Nullable String message) {
        if (remark == null || message == null) {
            return remark == null ? message : remark;
        }
        return type == TicketEventType.REQUEUED ? message + TO + remark : remark + BECAUSE + message;
    }

    /** Has its ticket found by what was said; the line that opened it says what it is about. */
    public void writeWords(TicketSnapshot ticket, @Nullable String message) {
        writeWords(ticket, type, remark, message);
    }

    private static void writeWords(
            TicketSnapshot ticket, TicketEventType type, @Nullable String remark, @Nullable String message) {
        var text = textOf(ticket, type, remark, message);
        if (!text.isEmpty() && !type.isRemoval()) {
            SearchableText.said(ticket.id(), ticket.customerId(), !type.isSpoken(), text);
        }
    }

    private static String textOf(
            TicketSnapshot ticket, TicketEventType type, @Nullable String remark, @Nullable String message) {
        var order = type == TicketEventType.OPENED ? ticket.orderNumber() : null;
        return Stream.of(order, remark, message).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    /** Has nobody find its ticket by what was said any more. */
    void forgetWords(TicketSnapshot ticket, String message) {
        SearchableText.unsaid(ticket.id(), !type.isSpoken(), textOf(ticket, type, remark, message));
        writeWords(ticket, null);
    }

    /**
     * Erases the remarks of these tickets, and the names of their customers. Scores, priorities, times and numbers of
     * tickets are figures. Remarks of the system tell of nobody, unless they are of a rule that asked for something of
     * a customer.
     *
     * @param customers their accounts
     */
    static void erase(Collection<Long> tickets, Collection<Long> customers) {
        NativeSql.of("""
                update event set remark = case when type = 'RATED' then substring(remark, 1, 1)
                when type in ('PRIORITISED', 'SNOOZED', 'MERGED', 'MERGED_FROM', 'SPLIT', 'SPLIT_FROM')
                or actor_id is null and type <> 'RULE_FAILED' then remark end
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

    static TicketEvent ofTicketAt(long ticketId, long number) {
        return ofTicket(ticketId, number - 1, 1).getFirst();
    }

    /** @param after a number; null to begin with the first */
    static List<TicketEvent> ofTicket(long ticketId, @Nullable Long after, int size) {
        return list(NativeSql.of(OF_TICKET).set("ticket", ticketId), after, size);
    }

    public static List<TicketEvent> ofTicket(long ticketId) {
        return ofTicket(ticketId, null, Integer.MAX_VALUE);
    }

    static List<TicketEvent> ofTicketForCustomer(long ticketId, @Nullable Long after, int size) {
        var types = Stream.of(TicketEventType.values())
                .filter(TicketEventType::isOfTheHouse)
                .map(TicketEventType::name)
                .toList();
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
                TicketEventType.valueOf(row.type()),
                TicketStatus.valueOf(requireNonNull(row.text("status"))),
                row.id("actor_id"),
                row.text("actor_name"),
                row.id("agent_id"),
                row.text("remark"),
                row.at());
    }
}
