package org.patchbay.mails;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.conversations.Conversations;
import org.patchbay.customers.Customers;
import org.patchbay.deliveries.Deliveries;
import org.patchbay.identity.Actor;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.tickets.Tickets;

/** Mails to customers with all that was said, for those who ask. */
@ApplicationScoped
class Transcripts {

    private final Conversations conversations;
    private final Tickets tickets;
    private final Customers customers;
    private final Deliveries deliveries;

    Transcripts(Conversations conversations, Tickets tickets, Customers customers, Deliveries deliveries) {
        this.conversations = conversations;
        this.tickets = tickets;
        this.customers = customers;
        this.deliveries = deliveries;
    }

    /**
     * Has the customer of a conversation get a transcript; who asks again before it is sent gets one.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found} where the actor sees none of its tickets;
     *     {@code conflict} where the customer has no address
     */
    @Transactional
    void send(Actor actor, long conversation) {
        long ticket = conversations.read(actor, conversation).ticketId();
        if (customers.acting(tickets.read(actor, ticket).customerId()).isEmpty()) {
            throw ProblemType.CONFLICT.because(CaseMailWords.CUSTOMER_WITHOUT_ADDRESS);
        }
        new MailDue(MailKind.TRANSCRIPT, ticket, true).addOnce(deliveries, conversation);
    }
}
