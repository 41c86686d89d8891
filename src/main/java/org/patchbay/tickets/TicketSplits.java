package org.patchbay.tickets;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.Copies;
import org.patchbay.conversations.Audience;
import org.patchbay.conversations.Conversations;
import org.patchbay.conversations.Message;
import org.patchbay.conversations.MessageView;
import org.patchbay.events.NewEvent;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Actor;
import org.patchbay.queues.Priority;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.idempotency.KeyedRequest;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;

import io.quarkiverse.resteasy.problem.HttpProblem;

import static java.util.Objects.requireNonNullElse;

/** Makes a ticket of its own of something else that a customer wrote about a ticket. */
@ApplicationScoped
public class TicketSplits {

    private final NewTickets newTickets;
    private final TicketDispatch dispatch;
    private final Conversations conversations;
    private final Copies copies;
    private final Idempotency idempotency;

    TicketSplits(
            NewTickets newTickets,
            TicketDispatch dispatch,
            Conversations conversations,
            Copies copies,
            Idempotency idempotency) {
        this.newTickets = newTickets;
        this.dispatch = dispatch;
        this.conversations = conversations;
        this.copies = copies;
        this.idempotency = idempotency;
    }

    /**
     * A wish to split a ticket.
     *
     * @param message the number of the message that the new one begins with
     * @param queueId null where the routing policy decides
     * @param priority null for that of the ticket
     */
    public record Split(
            long ticketId,
            long message,
            @Nullable Long queueId,
            @Nullable Priority priority) {}

    /**
     * Opens a ticket that begins with a message of another one's customer, at the will of a supervisor or of the agent
     * who holds that. It is routed as any other. The message stays where it was said.
     *
     * @param keyed by which it is done once; null where the request has no key
     * @return the new ticket
     * @throws HttpProblem {@code not-found}; {@code forbidden}; {@code conflict} where the message is none of the
     *     customer's; those of {@link TicketOpening#made}
     */
    public TicketView split(Actor actor, Split wish, @Nullable KeyedRequest keyed) {
        var message = Transactions.inNew(() -> message(actor, wish));
        var files = copies.of(actor, message.attachments());
        return idempotency.once(
                keyed, TicketView.class, () -> Transactions.joined(() -> split(actor, wish, message, files)));
    }

    private MessageView message(Actor actor, Split wish) {
        var ticket =
                Ticket.<Ticket>findByIdOptional(wish.ticketId).orElseThrow(() -> TicketSteps.unknown(wish.ticketId));
        check(actor, ticket);
        var message = conversations.message(actor, ticket.conversationId(), wish.message);
        if (!message.author().customer() || message.audience() != Audience.PUBLIC || message.text() == null) {
            throw ProblemType.CONFLICT.because(TicketWords.NOT_OF_CUSTOMER, wish.message);
        }
        return message;
    }

    private TicketView split(Actor actor, Split wish, MessageView message, List<Long> files) {
        var ticket = Ticket.lock(wish.ticketId).orElseThrow(() -> TicketSteps.unknown(wish.ticketId));
        check(actor, ticket);
        var text = requireNonNullElse(message.text(), "");
        var author = message.author();
        var part = new TicketOpening.Part(
                ticket.id,
                new Message.Author(new NewEvent.By(author.id(), author.name()), true, false),
                Message.Words.with(text, files));
        var priority = requireNonNullElse(wish.priority, ticket.priority);
        var request = OpenTicket.ofPart(ticket, text, files, wish.queueId, priority);
        // An agent who sees their own work alone splits it within its group.
        var begun = CurrentVisibility.ofEverything(
                () -> dispatch.open(TicketOpening.ofPart(newTickets, actor, request, part)));
        ticket.record(TicketEventType.SPLIT, actor, Long.toString(begun.id()));
        return begun;
    }

    private static void check(Actor actor, Ticket ticket) {
        WorkPermission.check(actor, ticket);
        if (ticket.erasedAt != null) {
            throw ProblemType.CONFLICT.because(TicketWords.TEXTS_ERASED);
        }
    }
}
