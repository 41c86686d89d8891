package org.patchbay.tickets;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.Tuple;

import org.hibernate.query.Query;
import org.patchbay.shared.tenancy.NativeSql;

/** Finds tickets by what they are about: an order, a queue, an agent, a customer. Lists are {@link TicketSearch}. */
public final class TicketQueries {

    private static final String CONTINUING = """
            select t.conversation_id, t.id from ticket t force index (ix_ticket_conversation)
            where t.organisation_id = :organisation and t.conversation_id in (:conversations)
            order by t.opened_at, t.id""";

    private static final String LOCKED = """
            select t.* from ticket t force index (primary)
            where t.organisation_id = :organisation and t.id in (:ids)
            order by t.id for share skip locked""";

    private TicketQueries() {}

    /** The next ones by id. */
    public static List<Long> after(long id, int size) {
        return Ticket.find("select id from Ticket where id > ?1 order by id", id)
                .project(Long.class)
                .page(0, size)
                .list();
    }

    public static List<Long> ofOrder(long orderId) {
        return Ticket.find("select id from Ticket where orderId = ?1", orderId)
                .project(Long.class)
                .list();
    }

    public static boolean isAnyLiveIn(long queueId) {
        return Ticket.count("queueId = ?1 and status in (OPEN, OFFERED, IN_PROGRESS, PENDING)", queueId) > 0;
    }

    /** The live tickets that are, or will be, one agent's alone for some time; few, and found by their status. */
    public static List<Long> liveFor(long agentId) {
        var hql = "select id from Ticket where status in (OPEN, OFFERED, IN_PROGRESS, PENDING) and targetId = :agent";
        var query = Ticket.getEntityManager().createQuery(hql, Long.class).setParameter("agent", agentId);
        query.unwrap(Query.class).addQueryHint("ix_ticket_waiting");
        return query.getResultList();
    }

    /** The chats that are under way with a customer. */
    static List<Long> liveChatsOf(long customerId) {
        return Ticket.find(
                        "select id from Ticket where customerId = ?1 and channel = CHAT"
                                + " and status in (OPEN, OFFERED, IN_PROGRESS, PENDING) order by id",
                        customerId)
                .project(Long.class)
                .list();
    }

    /** The chats that wait in a queue. */
    public static List<Long> chatsWaitingIn(long queueId) {
        return Ticket.find("select id from Ticket where queueId = ?1 and channel = CHAT and status = OPEN", queueId)
                .project(Long.class)
                .list();
    }

    /** The agent of the customer's latest ticket that had one. */
    public static Optional<Long> lastAgentOf(long customerId) {
        var hql = "select agentId from Ticket where customerId = :customer and agentId is not null"
                + " order by openedAt desc, id desc";
        var query = Ticket.getEntityManager().createQuery(hql, Long.class).setParameter("customer", customerId);
        return query.setMaxResults(1).getResultStream().findFirst();
    }

    /** The tickets that continue a conversation, and that the current user sees, the latest first. */
    static List<Long> continuing(long conversation) {
        return Ticket.find(
                        "select id from Ticket where conversationId = ?1 order by openedAt desc, id desc", conversation)
                .project(Long.class)
                .list();
    }

    /** The tickets that continue conversations, whoever may see them. */
    static List<Long> continuing(Collection<Long> conversations) {
        return conversations.isEmpty()
                ? List.of()
                : Ticket.find("select id from Ticket where conversationId in ?1", conversations)
                        .project(Long.class)
                        .list();
    }

    /**
     * The last tickets of conversations, by their conversations, locked, whoever may see them. Those that others have
     * locked are missing.
     */
    static Map<Long, Ticket> lockLastOf(Collection<Long> conversations) {
        var last = new HashMap<Long, Long>();
        conversations.forEach(conversation -> last.put(conversation, conversation));
        for (var row :
                NativeSql.of(CONTINUING).set("conversations", conversations).list(Tuple.class)) {
            last.put(
                    row.get("conversation_id", Number.class).longValue(),
                    row.get("id", Number.class).longValue());
        }
        return NativeSql.of(LOCKED).set("ids", last.values()).detached(Ticket.class).stream()
                .filter(ticket -> conversations.contains(ticket.conversationId()))
                .collect(Collectors.toMap(Ticket::conversationId, Function.identity()));
    }

    /** Those of these conversations that have a ticket that the current user sees. */
    static Set<Long> conversationsAmong(Collection<Long> conversations) {
        return Set.copyOf(Ticket.find(
                        "select distinct coalesce(conversationId, id) from Ticket"
                                + " where id in ?1 and conversationId is null or conversationId in ?1",
                        conversations)
                .project(Long.class)
                .list());
    }

    /** Those of these orders that have a live ticket. */
    static Set<Long> liveAmong(Collection<Long> orders) {
        return Set.copyOf(Ticket.find("select liveOrderId from Ticket where liveOrderId in ?1", orders)
                .project(Long.class)
                .list());
    }

    static Optional<Ticket> liveForOrder(long orderId) {
        return Ticket.find("liveOrderId", orderId).firstResultOptional();
    }

    /** The tickets of a customer, of which nothing is said and that take no step until the transaction ends. */
    static List<Long> lockAllOf(long customer) {
        return NativeSql.of("""
                select id from ticket where organisation_id = :organisation and customer_id = :customer
                order by id for update""").set("customer", customer).longs();
    }

    /** Makes these tickets another customer's. */
    static void give(List<Long> tickets, long from, long to) {
        if (!tickets.isEmpty()) {
            Ticket.getEntityManager()
                    .createQuery("update versioned Ticket set customerId = :to"
                            + " where id in :tickets and customerId = :from")
                    .setParameter("tickets", tickets)
                    .setParameter("from", from)
                    .setParameter("to", to)
                    .executeUpdate();
        }
    }
}
