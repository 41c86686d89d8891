package org.patchbay.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.patchbay.audit.Action.Subject;
import org.patchbay.audit.AuditErasure;
import org.patchbay.conversations.Conversations;
import org.patchbay.customers.Customers;
import org.patchbay.customers.OrderView;
import org.patchbay.shared.persistence.SkipLocked;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.search.SearchableText;

import io.quarkus.arc.All;

/**
 * Removes what was said in tickets, and how their customers are called there. Events, times and all figures stay.
 */
@ApplicationScoped
public class TicketErasure {

    private final TicketDispatch dispatch;
    private final Customers customers;
    private final TicketAttributes attributes;
    private final Conversations conversations;
    private final AuditErasure audit;
    private final List<TicketTexts> texts;

    /**
     * Figures of an erasure.
     *
     * @param auditEntries that told of these tickets
     */
    public record Erased(int tickets, int auditEntries) {}

    TicketErasure(
            TicketDispatch dispatch,
            Customers customers,
            TicketAttributes attributes,
            Conversations conversations,
            AuditErasure audit,
            @All List<TicketTexts> texts) {
        this.dispatch = dispatch;
        this.customers = customers;
        this.attributes = attributes;
        this.conversations = conversations;
        this.audit = audit;
        this.texts = texts;
    }

    /** The live tickets of a customer, whoever may see them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Long> liveOf(long customer) {
        return Ticket.find(
                        "select id from Ticket where customerId = ?1"
                                + " and status in (OPEN, OFFERED, IN_PROGRESS, PENDING) order by id",
                        customer)
                .project(Long.class)
                .list();
    }

    /**
     * Erases some tickets of a customer who is erased. It cancels live ones, and closes those that could be reopened.
     * It takes at most one live ticket in a transaction, which takes an agent's lock.
     *
     * @param accounts theirs
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Erased eraseOf(long customer, Collection<Long> accounts, int most) {
        var found = Ticket.<Ticket>find("customerId = ?1 and erasedAt is null order by id", customer)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, most)
                .list();
        long over =
                found.stream().takeWhile(ticket -> !ticket.status().isLive()).count();
        var some = found.stream().limit(over + 1).toList();
        some.forEach(this::end);
        return erase(some, accounts);
    }

    /**
     * Of the first tickets that are over and that nobody touched since before then, but for those that somebody else
     * has at hand.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Erased eraseEndedBefore(Instant time, int most) {
        var some = SkipLocked.<Ticket>some(Ticket.find("endedAt < ?1 order by endedAt, id", time), most);
        return erase(
                some, customers.accounts(some.stream().map(Ticket::customerId).toList()));
    }

    /** Tickets name their order as it is called now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void renumber(Collection<OrderView> orders) {
        orders.forEach(order -> Ticket.update("orderNumber = ?2 where orderId = ?1", order.id(), order.number()));
    }

    private void end(Ticket ticket) {
        if (ticket.status().isLive()) {
            dispatch.take(null, ticket, Step.CANCEL, null);
        } else if (Step.CLOSE.leaves(ticket.status())) {
            dispatch.take(null, ticket, Step.CLOSE, null);
        }
    }

    private Erased erase(List<Ticket> some, Collection<Long> accounts) {
        if (some.isEmpty()) {
            return new Erased(0, 0);
        }
        some.forEach(Ticket::erase);
        attributes.erase(some);
        Ticket.flush();
        var ids = some.stream().map(Ticket::id).toList();
        TicketEvent.erase(ids, accounts);
        conversations.erase(ids, accounts);
        int entries = audit.eraseOfAll(Subject.TICKET, ids);
        ids.forEach(SearchableText::forgetTicket);
        texts.forEach(kept -> ids.forEach(kept::eraseOf));
        return new Erased(some.size(), entries);
    }
}
