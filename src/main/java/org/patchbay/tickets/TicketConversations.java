package org.patchbay.tickets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.chats.ChatForms;
import org.patchbay.conversations.Audience;
import org.patchbay.conversations.ConversationTickets;
import org.patchbay.conversations.ConversationWords;
import org.patchbay.conversations.FormAnswers;
import org.patchbay.conversations.Message;
import org.patchbay.conversations.Message.Words;
import org.patchbay.conversations.Removal;
import org.patchbay.conversations.Saying;
import org.patchbay.groups.OwnCustomer;
import org.patchbay.identity.Actor;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.idempotency.KeyedRequest;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.tickets.TicketStatus.Step;

/** The consequences of words for the tickets that they are about. */
@ApplicationScoped
class TicketConversations implements ConversationTickets {

    private final NewTickets newTickets;
    private final TicketDispatch dispatch;
    private final TicketSteps steps;
    private final NextSteps nextSteps;
    private final OwnCustomer ownCustomer;
    private final ChatForms forms;
    private final Idempotency idempotency;
    private final SilenceTimer silenceTimer;
    private final BotPatience botPatience;
    private final TicketColleagues colleagues;

    TicketConversations(
            NewTickets newTickets,
            TicketDispatch dispatch,
            TicketSteps steps,
            NextSteps nextSteps,
            OwnCustomer ownCustomer,
            ChatForms forms,
            Idempotency idempotency,
            SilenceTimer silenceTimer,
            BotPatience botPatience,
            TicketColleagues colleagues) {
        this.colleagues = colleagues;
        this.botPatience = botPatience;
        this.idempotency = idempotency;
        this.newTickets = newTickets;
        this.dispatch = dispatch;
        this.steps = steps;
        this.nextSteps = nextSteps;
        this.ownCustomer = ownCustomer;
        this.forms = forms;
        this.silenceTimer = silenceTimer;
    }

    @Override
    public List<Long> seenOf(long conversation) {
        var seen = new ArrayList<>(TicketQueries.continuing(conversation));
        Ticket.<Ticket>findByIdOptional(conversation)
                .filter(ticket -> ticket.conversationId() == conversation)
                .ifPresent(first -> seen.add(first.id()));
        return seen;
    }

    @Override
    public Set<Long> seenAmong(Collection<Long> conversations) {
        return conversations.isEmpty() ? Set.of() : TicketQueries.conversationsAmong(conversations);
    }

    @Override
    public About about(long conversation) {
        return about(last(conversation, id -> Ticket.findByIdOptional(id)));
    }

    private static About about(Ticket ticket) {
        return new About(ticket.customerId, ticket.groupId, ticket.agentId, ticket.holder());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public long lock(long conversation) {
        return last(conversation, id -> Ticket.lock(id)).id();
    }

    /** The last ticket of a conversation that the current user sees, as it is found by its number. */
    private static Ticket last(long conversation, LongFunction<Optional<Ticket>> find) {
        long last = TicketQueries.continuing(conversation).stream().findFirst().orElse(conversation);
        return find.apply(last)
                .filter(ticket -> ticket.conversationId() == conversation)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(ConversationWords.NO_CONVERSATION, conversation));
    }

    @Override
    public Optional<Long> goesOnIn(long conversation) {
        var last = last(conversation, id -> Ticket.findByIdOptional(id));
        return Optional.ofNullable(last.mergedInto)
                .flatMap(target -> Ticket.<Ticket>findByIdOptional(target))
                .map(Ticket::conversationId);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Message> say(Actor actor, long id, Audience audience, Words words) {
        var ticket = Ticket.<Ticket>findById(id);
        if (ticket.mergedInto != null && actor.isOnlyCustomer()) {
            return Optional.empty();
        }
        if (ticket.erasedAt != null) {
            throw ProblemType.CONFLICT.because(TicketWords.TEXTS_ERASED);
        }
        if (actor.isOnlyCustomer()) {
            return customerSays(actor, ticket, audience, words);
        }
        TicketMerges.refuseMerged(ticket);
        if (!mayAnswer(actor, ticket) && !colleagues.maySay(ticket, actor, audience)) {
            throw ProblemType.FORBIDDEN.because(TicketWords.HOLDER_OR_SUPERVISOR);
        }
        var type = audience == Audience.PUBLIC ? TicketEventType.NOTED : TicketEventType.NOTED_INTERNALLY;
        return Optional.of(said(ticket, type, actor, words));
    }

    private Message said(Ticket ticket, TicketEventType type, Actor actor, Words words) {
        var message = ticket.say(type, actor, words);
        words.mentions().forEach(colleague -> ticket.concerns(colleague, TicketEventType.MENTIONED, actor));
        switch (type) {
            case NOTED -> silenceTimer.expectAnswer(ticket, message.at());
            case SAID -> botPatience.expectAnswer(ticket);
            default -> {
                // Nobody is to answer.
            }
        }
        return message;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockSeen(long ticket) {
        if (Ticket.lock(ticket).isEmpty()) {
            throw TicketSteps.unknown(ticket);
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void removed(Actor actor, Removal removal) {
        var message = removal.message();
        var ticket = Ticket.<Ticket>findById(message.ticketId());
        if (removal.words() != null) {
            ticket.forget(TicketEvent.ofTicketAt(ticket.id(), removal.event()), removal.words());
        }
        if (message.clientId() == null) {
            // It was said with a step, whose answer may be kept.
            idempotency.erase(ticket.customerId(), null);
        }
        ticket.record(
                message.audience() == Audience.PUBLIC ? TicketEventType.REMOVED : TicketEventType.REMOVED_INTERNALLY,
                actor,
                message.conversationId() + "/" + message.number());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void sayTogether(Collection<Saying> sayings) {
        if (sayings.isEmpty()) {
            return;
        }
        var conversations = sayings.stream().map(Saying::conversation).collect(Collectors.toSet());
        var tickets = TicketQueries.lockLastOf(conversations);
        for (var saying : sayings) {
            var ticket = tickets.get(saying.conversation());
            if (ticket != null && ticket.erasedAt == null && about(ticket).isSeenWith(saying.visibility())) {
                typeOf(saying, ticket)
                        .ifPresent(type -> saying.saidAs(said(ticket, type, saying.actor(), saying.words())));
            }
        }
    }

    /** The line that is written where nothing else follows; nothing where somebody may not, or a step is taken. */
    private static Optional<TicketEventType> typeOf(Saying saying, Ticket ticket) {
        var actor = saying.actor();
        boolean isPublic = saying.audience() == Audience.PUBLIC;
        if (actor.isOnlyCustomer()) {
            return isPublic && ticket.status.isLive() && ticket.status != TicketStatus.PENDING
                    ? Optional.of(TicketEventType.SAID)
                    : Optional.empty();
        }
        return mayAnswer(actor, ticket) && ticket.mergedInto == null
                ? Optional.of(isPublic ? TicketEventType.NOTED : TicketEventType.NOTED_INTERNALLY)
                : Optional.empty();
    }

    private static boolean mayAnswer(Actor actor, Ticket ticket) {
        return about(ticket).mayAnswer(actor);
    }

    @Override
    public boolean maySay(Actor actor, long conversation, Audience audience) {
        var ticket = last(conversation, id -> Ticket.findByIdOptional(id));
        return mayAnswer(actor, ticket) || colleagues.maySay(ticket, actor, audience);
    }

    private Optional<Message> customerSays(Actor actor, Ticket ticket, Audience audience, Words words) {
        if (audience != Audience.PUBLIC) {
            throw ProblemType.FORBIDDEN.because(ConversationWords.AMONG_STAFF);
        }
        return switch (ticket.status) {
            case OPEN, OFFERED, IN_PROGRESS -> Optional.of(said(ticket, TicketEventType.SAID, actor, words));
            case PENDING -> {
                var message = ticket.say(TicketEventType.SAID, actor, words);
                dispatch.take(actor, ticket, Step.RESUME, null);
                yield Optional.of(message);
            }
            case RESOLVED -> reopenable(ticket) ? Optional.of(reopening(actor, ticket, words)) : Optional.empty();
            case CLOSED, CANCELLED -> Optional.empty();
        };
    }

    private boolean reopenable(Ticket ticket) {
        return nextSteps.isReopenable(ticket)
                && (ticket.orderId == null
                        || TicketQueries.liveForOrder(ticket.orderId).isEmpty());
    }

    private Message reopening(Actor actor, Ticket ticket, Words words) {
        var message = ticket.say(TicketEventType.SAID, actor, words);
        steps.routeAgain(actor, ticket);
        dispatch.take(actor, ticket, Step.REOPEN, null);
        return message;
    }

    @Override
    public long begin(Actor actor, Words words, FormAnswers answers, @Nullable KeyedRequest keyed) {
        long customer = TicketOpening.opener(ownCustomer, actor);
        var taken = forms.take(customer, answers);
        return open(taken.by(actor), customer, new TicketOpening.Chat(words, null, taken.fields()), keyed);
    }

    @Override
    public long beginWith(long customer, Actor program, Words words, @Nullable KeyedRequest keyed) {
        return open(program, customer, new TicketOpening.Chat(words, null, Map.of()), keyed);
    }

    @Override
    public void goOn(Actor actor, Words words, long conversation, @Nullable KeyedRequest keyed) {
        open(
                actor,
                TicketOpening.opener(ownCustomer, actor),
                new TicketOpening.Chat(words, conversation, Map.of()),
                keyed);
    }

    private long open(Actor actor, long customer, TicketOpening.Chat chat, @Nullable KeyedRequest keyed) {
        return dispatch.open(TicketOpening.ofChat(newTickets, actor, customer, chat, keyed))
                .id();
    }
}
