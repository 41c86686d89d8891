package org.patchbay.tickets;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.conversations.Conversations;
import org.patchbay.customers.CustomerBelongings;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Actor;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.search.SearchableText;

/** Tickets that become another customer's, with their words and what was said of them. */
@ApplicationScoped
class TicketBelongings implements CustomerBelongings {

    private final Conversations conversations;
    private final TicketDispatch dispatch;

    TicketBelongings(Conversations conversations, TicketDispatch dispatch) {
        this.conversations = conversations;
        this.dispatch = dispatch;
    }

    /** Each in a transaction of its own, because an agent's lock comes with it. */
    @Override
    public void endChats(Actor by, long customer) {
        CurrentVisibility.ofEverything(() -> {
            for (long id : Transactions.inNew(() -> TicketQueries.liveChatsOf(customer))) {
                Transactions.inNew(() -> Ticket.lock(id)
                        .filter(ticket -> ticket.status().isLive())
                        .ifPresent(ticket -> dispatch.take(by, ticket, Step.CANCEL, null)));
            }
        });
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Things move(long from, long to) {
        var tickets = TicketQueries.lockAllOf(from);
        TicketQueries.give(tickets, from, to);
        var talks = conversations.of(from);
        conversations.give(talks, from, to);
        SearchableText.give(tickets, to);
        return new Things(tickets, talks);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(Things things, long from, long to) {
        var wanted = Stream.concat(things.tickets().stream(), TicketQueries.continuing(things.conversations()).stream())
                .collect(Collectors.toSet());
        var tickets =
                TicketQueries.lockAllOf(from).stream().filter(wanted::contains).toList();
        TicketQueries.give(tickets, from, to);
        conversations.give(things.conversations(), from, to);
        SearchableText.give(tickets, to);
    }
}
