package org.patchbay.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.conversations.Conversations;
import org.patchbay.customers.CustomerBelongings;
import org.patchbay.tickets.search.SearchableText;

/** Tickets that become another customer's, with their words and what was said of them. */
@ApplicationScoped
class TicketBelongings implements CustomerBelongings {

    private final Conversations conversations;

    TicketBelongings(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(long from, long to) {
        Ticket.give(from, to);
        conversations.give(from, to);
        SearchableText.give(from, to);
    }
}
