package org.patchbay.conversations;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.ConversationRows.Conversation;
import org.patchbay.conversations.ConversationRows.Sight;
import org.patchbay.conversations.Message.Words;
import org.patchbay.groups.OwnCustomer;
import org.patchbay.identity.Actor;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.idempotency.KeyedRequest;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** What people say to one another: never lost, never twice, in one order for all. */
@ApplicationScoped
public class Conversations {

    private final ConversationTickets tickets;
    private final OwnCustomer ownCustomer;
    private final Idempotency idempotency;

    Conversations(ConversationTickets tickets, OwnCustomer ownCustomer, Idempotency idempotency) {
        this.tickets = tickets;
        this.ownCustomer = ownCustomer;
        this.idempotency = idempotency;
    }

    /** Begins a conversation, whose ticket is given to an agent where one is free. */
    ConversationView begin(Actor customer, ConversationRequest request, @Nullable KeyedRequest keyed) {
        long ticket = tickets.open(customer, request.text(), null, keyed);
        return Transactions.inNew(() -> view(customer, ticket));
    }

    /**
     * Says something. A customer who writes about a ticket that is over for good gets another one in the same
     * conversation.
     *
     * @throws HttpProblem {@code not-found}, and those of {@link ConversationTickets#say}
     */
    MessageView say(Actor actor, long conversation, MessageRequest request) {
        var said = Transactions.inNew(() -> sayOnce(actor, conversation, request));
        return said.isPresent() ? said.get().get() : sayAnew(actor, conversation, request);
    }

    /** The view of a new message exists once it is committed: before that it has no number. */
    private Optional<Supplier<MessageView>> sayOnce(Actor actor, long conversation, MessageRequest request) {
        long ticket = tickets.lock(conversation);
        var before = ConversationRows.ofClient(conversation, actor.accountId(), request.clientId());
        if (before.isPresent()) {
            return Optional.of(before::get);
        }
        checkReply(actor, conversation, request.replyTo());
        var words = new Words(request.text(), request.clientId(), request.replyTo());
        return tickets.say(actor, ticket, request.audience(), words).map(message -> message::view);
    }

    private MessageView sayAnew(Actor actor, long conversation, MessageRequest request) {
        var key = "conversation/" + conversation + "/" + request.clientId();
        long ticket = tickets.open(
                actor,
                request.text(),
                conversation,
                idempotency.keyed(actor.accountId(), key, request, ConversationTickets.class));
        return Transactions.inNew(() -> ConversationRows.firstOfTicket(conversation, ticket))
                .orElseThrow();
    }

    private void checkReply(Actor actor, long conversation, @Nullable Long replyTo) {
        if (replyTo != null && !ConversationRows.exists(sight(actor, conversation), replyTo)) {
            throw ProblemType.NOT_FOUND.because(ConversationWords.NO_MESSAGE, replyTo);
        }
    }

    /** @throws HttpProblem {@code not-found} where the current user sees none of its tickets */
    @Transactional
    ConversationView read(Actor actor, long conversation) {
        return view(actor, conversation);
    }

    /**
     * The conversations of a customer, the latest first. Customers get their own.
     *
     * @throws HttpProblem {@code bad-request} where nothing tells whose
     */
    @Transactional
    Page<ConversationView> list(Actor actor, @Nullable Long customerId, @Nullable String after, int limit) {
        var customer =
                actor.isOnlyCustomer() ? ownCustomer.ofAccount(actor.accountId()) : Optional.ofNullable(customerId);
        if (customer.isEmpty()) {
            throw ProblemType.BAD_REQUEST.because(ConversationWords.WHOSE);
        }
        long before = after == null ? Long.MAX_VALUE : Cursor.id(after);
        var rows = ConversationRows.ofCustomer(customer.get(), before, limit + 1).stream()
                .filter(row -> !tickets.seenOf(row.id()).isEmpty())
                .toList();
        return Page.of(rows, limit, row -> view(actor, row), row -> Cursor.at(row.id()));
    }

    /**
     * Messages that the actor may read: those after a number, those before one, or the last ones.
     *
     * @throws HttpProblem {@code not-found} where the current user sees none of its tickets
     */
    @Transactional
    MessagePage messages(Actor actor, long conversation, @Nullable Long after, @Nullable Long before, int limit) {
        if (after != null && before != null) {
            throw ProblemType.BAD_REQUEST.because(ConversationWords.ONE_DIRECTION);
        }
        var sight = sight(actor, conversation);
        if (after != null) {
            var found = ConversationRows.after(sight, after, limit + 1);
            return new MessagePage(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
        }
        var found = ConversationRows.before(sight, before == null ? Long.MAX_VALUE : before, limit + 1);
        return new MessagePage(found.subList(Math.max(0, found.size() - limit), found.size()), found.size() > limit);
    }

    /** Tells how far the actor has got. */
    @Transactional
    void move(Actor actor, long conversation, PositionRequest position) {
        sight(actor, conversation);
        ConversationRows.moves(
                conversation,
                actor.accountId(),
                actor.name(),
                actor.isOnlyCustomer(),
                position.readUpTo(),
                position.deliveredUpTo());
    }

    /** The texts that were said with these lines of history, by the numbers of the lines, for some audiences. */
    public static Map<Long, String> textsOf(Collection<Long> events, Set<Audience> audiences) {
        return events.isEmpty() ? Map.of() : ConversationRows.textsOf(events, audiences);
    }

    /**
     * Erases the texts of these tickets, and the names of their customers.
     *
     * @param customers their accounts
     */
    public static void erase(Collection<Long> tickets, Collection<Long> customers) {
        ConversationRows.eraseTexts(tickets);
        if (!customers.isEmpty()) {
            ConversationRows.eraseNames(tickets, customers);
        }
    }

    private Sight sight(Actor actor, long conversation) {
        var seen = tickets.seenOf(conversation);
        if (seen.isEmpty()) {
            throw ProblemType.NOT_FOUND.because(ConversationWords.NO_CONVERSATION, conversation);
        }
        return new Sight(conversation, seen, Audience.of(actor));
    }

    /** A ticket of which nothing was said yet has a conversation without messages. */
    private ConversationView view(Actor actor, long conversation) {
        var sight = sight(actor, conversation);
        return ConversationRows.find(conversation)
                .map(row -> view(actor, row))
                .orElseGet(() -> new ConversationView(
                        conversation, sight.tickets().iterator().next(), 0, null, null, List.of()));
    }

    private static ConversationView view(Actor actor, Conversation row) {
        boolean forCustomer = actor.isOnlyCustomer();
        return new ConversationView(
                row.id(),
                row.ticketId(),
                forCustomer ? row.lastPublicNumber() : row.lastNumber(),
                row.lastAt(),
                row.unansweredSince(),
                ConversationRows.participants(row.id(), !forCustomer));
    }
}
