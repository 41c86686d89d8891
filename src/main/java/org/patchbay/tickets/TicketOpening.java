package org.patchbay.tickets;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.Message;
import org.patchbay.customers.OrderView;
import org.patchbay.groups.OwnCustomer;
import org.patchbay.identity.Actor;
import org.patchbay.shared.idempotency.KeyedRequest;
import org.patchbay.shared.problems.ProblemType;

/** A request to open a ticket, and the ways to make it. */
public final class TicketOpening {

    private final NewTickets newTickets;
    private final Actor actor;
    private final OpenTicket request;
    private final @Nullable Chat chat;
    private final @Nullable Part part;
    private final @Nullable KeyedRequest keyed;

    /**
     * A customer's wish to talk.
     *
     * @param words what they say first
     * @param conversation the one that it continues; null where it begins one
     * @param fields values of the ticket's fields
     */
    record Chat(Message.Words words, @Nullable Long conversation, Map<String, Object> fields) {}

    /** A part of another ticket, and what it begins with. */
    record Part(long ticket, Message.Author author, Message.Words words) {}

    private TicketOpening(
            NewTickets newTickets,
            Actor actor,
            OpenTicket request,
            @Nullable Chat chat,
            @Nullable Part part,
            @Nullable KeyedRequest keyed) {
        this.newTickets = newTickets;
        this.actor = actor;
        this.request = request;
        this.chat = chat;
        this.part = part;
        this.keyed = keyed;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem {@code forbidden} where a customer asks for too much */
    static TicketOpening of(NewTickets newTickets, Actor actor, OpenTicket request, @Nullable KeyedRequest keyed) {
        if (actor.isOnlyCustomer() && request.choosesTreatment()) {
            throw ProblemType.FORBIDDEN.because(TicketWords.CUSTOMERS_REPORT);
        }
        return new TicketOpening(newTickets, actor, request, null, null, keyed);
    }

    /**
     * The customer who opens a ticket of their own.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code forbidden} where the actor is none
     */
    static long opener(OwnCustomer ownCustomer, Actor actor) {
        return ownCustomer
                .ofAccount(actor.accountId())
                .orElseThrow(() -> ProblemType.FORBIDDEN.because(TicketWords.CUSTOMERS_REPORT));
    }

    static TicketOpening ofChat(
            NewTickets newTickets, Actor actor, long customerId, Chat chat, @Nullable KeyedRequest keyed) {
        return new TicketOpening(
                newTickets, actor, OpenTicket.ofChat(customerId, chat.words.text(), chat.fields), chat, null, keyed);
    }

    static TicketOpening ofCall(NewTickets newTickets, Actor actor, OpenTicket call, @Nullable KeyedRequest keyed) {
        return new TicketOpening(newTickets, actor, call, null, null, keyed);
    }

    /** To be carried out in the transaction under way. */
    static TicketOpening ofPart(NewTickets newTickets, Actor actor, OpenTicket request, Part part) {
        return new TicketOpening(newTickets, actor, request, null, part, null);
    }

    public Actor actor() {
        return actor;
    }

    /** Null where it has no key. */
    public @Nullable KeyedRequest keyed() {
        return keyed;
    }

    /** The number of its order, where that and what is configured tell all that it needs; else null. */
    public @Nullable String reportedOrder() {
        return request.choosesTreatment() ? null : request.orderNumber();
    }

    /**
     * Makes the ticket about its order, which the caller has read for the one who opens it.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem those of {@link #made}
     */
    public NewTicket about(OrderView order) {
        return named(newTickets.made(actor, request, number -> Optional.of(order)));
    }

    /**
     * Makes a ticket, and routes it. It can be stored while its order has no other live ticket, and its queue is there.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found} or {@code conflict} where there is no such
     *     order or customer, and those of {@link TicketAttributes#prepare} and {@link TicketRouter#route}
     */
    public NewTicket made() {
        return named(newTickets.of(actor, request));
    }

    /**
     * As {@link #made}; locks the order, and stores the ticket in this transaction.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code live-ticket-exists} where the order has one
     */
    public NewTicket locked() {
        return named(newTickets.locked(actor, request));
    }

    private NewTicket named(NewTicket made) {
        if (part != null) {
            return made.splitFrom(part.ticket, part.author, part.words);
        }
        if (chat == null) {
            return made;
        }
        made.ticket().conversationId = chat.conversation;
        return made.saying(chat.words);
    }
}
