package org.patchbay.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.AttachmentReaders;
import org.patchbay.attachments.Attachments;
import org.patchbay.conversations.ConversationRows.Conversation;
import org.patchbay.conversations.ConversationRows.Repetition;
import org.patchbay.conversations.Message.Words;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.groups.OwnCustomer;
import org.patchbay.identity.Actor;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.idempotency.KeyedRequest;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.persistence.CommitInDoubt;
import org.patchbay.shared.persistence.GroupCommit;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;

import static java.util.Objects.requireNonNull;

/** The talk of customers and staff: never lost, never twice, in one order for all. */
@ApplicationScoped
public class Conversations implements AttachmentReaders {

    /** One transaction takes so long that few more would come meanwhile. */
    private static final int MOST_TOGETHER = 64;

    /** Longer than any group lasts that is not stuck behind a lock, and shorter than callers wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Nobody who reads notices it, and several messages of a busy house share each statement. */
    private static final Duration MOMENT = Duration.ofMillis(25);

    private final ConversationTickets tickets;
    private final OwnCustomer ownCustomer;
    private final Attachments attachments;
    private final Idempotency idempotency;
    private final Mentions mentions;
    private final CurrentOrganisation currentOrganisation;
    private final ConcurrentMap<String, GroupCommit<Saying>> groups = new ConcurrentHashMap<>();

    Conversations(
            ConversationTickets tickets,
            OwnCustomer ownCustomer,
            Attachments attachments,
            Idempotency idempotency,
            Mentions mentions,
            CurrentOrganisation currentOrganisation) {
        this.mentions = mentions;
        this.currentOrganisation = currentOrganisation;
        this.attachments = attachments;
        this.tickets = tickets;
        this.ownCustomer = ownCustomer;
        this.idempotency = idempotency;
    }

    /** Begins a conversation, whose ticket is given to an agent where one is free. */
    ConversationView begin(Actor actor, ConversationRequest request, @Nullable KeyedRequest keyed) {
        var words = Words.with(request.text());
        long ticket = actor.isOnlyCustomer()
                ? tickets.begin(actor, words, request.ofCustomer(), keyed)
                : tickets.beginWith(request.customer(), actor, words, keyed);
        return Transactions.inNew(() -> view(actor, ticket));
    }

    /**
     * Says something. A customer who writes about a ticket that is over for good gets another one in the same
     * conversation.
     *
     * @throws HttpProblem {@code not-found}, and those of {@link ConversationTickets#say}
     */
    public MessageView say(Actor actor, long conversation, MessageRequest request) {
        if (request.asks() && actor.isOnlyCustomer()) {
            throw ProblemType.FORBIDDEN.because(ConversationWords.STAFF_ASKS);
        }
        var together = request.goesTogether() ? sayTogether(new Saying(actor, conversation, request)) : null;
        if (together != null) {
            return together;
        }
        return say(actor, conversation, request.audience(), request.words());
    }

    /**
     * Answers the buttons or the form of a message, once.
     *
     * @throws HttpProblem those of {@link AnswerRequest#wordsTo}; {@code conflict} where it was answered otherwise
     */
    public MessageView answer(Actor customer, long conversation, long number, AnswerRequest request) {
        var asked = Transactions.inNew(() -> message(customer, conversation, number));
        var words = request.wordsTo(asked);
        var said = say(customer, conversation, Audience.PUBLIC, words);
        if (!said.answer().equals(words.content().answer())) {
            throw ProblemType.CONFLICT.because(ConversationWords.ANSWERED, number);
        }
        return said;
    }

    private MessageView say(Actor actor, long conversation, Audience audience, Words words) {
        var alone = Transactions.inNew(() -> sayOnce(actor, conversation, audience, words));
        if (alone.isPresent()) {
            return withFiles(conversation, List.of(alone.get().get())).getFirst();
        }
        var other = Transactions.inNew(() -> tickets.goesOnIn(conversation));
        return other.isPresent()
                ? say(actor, other.get(), audience, words.movedFrom(conversation))
                : withFiles(conversation, List.of(sayAnew(actor, conversation, words)))
                        .getFirst();
    }

    /** With all that is said in the organisation at the same time. */
    private @Nullable MessageView sayTogether(Saying saying) {
        groups.computeIfAbsent(
                        currentOrganisation.resolveTenantId(),
                        organisation -> new GroupCommit<>(MOST_TOGETHER, PATIENCE, MOMENT, this::sayTogether))
                .run(saying);
        return saying.answer();
    }

    private void sayTogether(List<Saying> sayings) {
        try {
            Transactions.once(() -> {
                CurrentVisibility.ofEverything(() -> sayInTransaction(sayings));
                return sayings;
            });
            sayings.forEach(Saying::committed);
        } catch (CommitInDoubt e) {
            sayings.stream().filter(Saying::isSaid).forEach(saying -> saying.doubt(e));
        } catch (RuntimeException e) {
            Log.debugf(e, "Each of %d messages is said alone", sayings.size());
        }
    }

    private void sayInTransaction(List<Saying> sayings) {
        var before = ConversationRows.repeated(sayings);
        var once = new LinkedHashMap<Repetition, Saying>();
        sayings.forEach(saying -> once.putIfAbsent(Repetition.of(saying), saying));
        once.keySet().removeAll(before);
        tickets.sayTogether(once.values());
    }

    /** The view of a new message exists once it is committed: before that it has no number. */
    private Optional<Supplier<MessageView>> sayOnce(Actor actor, long conversation, Audience audience, Words words) {
        long ticket = tickets.lock(conversation);
        var before = ConversationRows.ofClient(conversation, actor.accountId(), requireNonNull(words.clientId()));
        if (before.isPresent()) {
            return Optional.of(before::get);
        }
        checkReply(actor, conversation, words.replyTo());
        attachments.check(actor, words.attachments());
        mentions.check(conversation, words.mentions());
        return tickets.say(actor, ticket, audience, words).map(message -> message::view);
    }

    private MessageView sayAnew(Actor actor, long conversation, Words words) {
        var key = "conversation/" + conversation + "/" + words.clientId();
        tickets.goOn(
                actor,
                words,
                conversation,
                idempotency.keyed(
                        actor.accountId(), key, List.of(words.text(), words.attachments()), ConversationTickets.class));
        return Transactions.inNew(() ->
                        ConversationRows.ofClient(conversation, actor.accountId(), requireNonNull(words.clientId())))
                .orElseThrow();
    }

    private List<MessageView> withFiles(long conversation, List<MessageView> messages) {
        var files = attachments.ofMessages(
                conversation, messages.stream().map(MessageView::number).toList());
        return messages.stream()
                .map(message -> message.with(files.getOrDefault(message.number(), List.of())))
                .toList();
    }

    private void checkReply(Actor actor, long conversation, @Nullable Long replyTo) {
        if (replyTo != null && !ConversationRows.exists(readable(actor, conversation), replyTo)) {
            throw ProblemType.NOT_FOUND.because(ConversationWords.NO_MESSAGE, replyTo);
        }
    }

    /** @throws HttpProblem {@code not-found} where the current user sees none of its tickets */
    @Transactional
    public ConversationView read(Actor actor, long conversation) {
        return view(actor, conversation);
    }

    /**
     * The conversations of a customer; that of which was spoken last comes first. Customers get their own.
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
        var cursor = after == null ? null : Cursor.decoded(after, 2);
        var page = Page.of(
                ConversationRows.ofCustomer(
                        customer.get(),
                        cursor == null ? Times.now() : cursor.instant(0),
                        cursor == null ? Long.MAX_VALUE : cursor.number(1),
                        limit + 1),
                limit,
                Function.<Conversation>identity(),
                row -> Cursor.at(row.lastAt(), row.id()));
        var seen = tickets.seenAmong(page.items().stream().map(Conversation::id).toList());
        return new Page<>(
                views(
                        actor,
                        page.items().stream()
                                .filter(row -> seen.contains(row.id()))
                                .toList()),
                page.next());
    }

    /**
     * Messages that the actor may read: those after a number, those before one, or the last ones.
     *
     * @throws HttpProblem {@code not-found} where the current user sees none of its tickets
     */
    @Transactional
    public MessagePage messages(
            Actor actor, long conversation, @Nullable Long after, @Nullable Long before, int limit) {
        if (after != null && before != null) {
            throw ProblemType.BAD_REQUEST.because(ConversationWords.ONE_DIRECTION);
        }
        var readable = readable(actor, conversation);
        if (after != null) {
            var found = ConversationRows.after(readable, after, limit + 1);
            return page(conversation, found.subList(0, Math.min(limit, found.size())), found.size() > limit);
        }
        var found = ConversationRows.before(readable, before == null ? Long.MAX_VALUE : before, limit + 1);
        return page(conversation, found.subList(Math.max(0, found.size() - limit), found.size()), found.size() > limit);
    }

    private MessagePage page(long conversation, List<MessageView> messages, boolean more) {
        return new MessagePage(withFiles(conversation, messages), more);
    }

    @Override
    @Transactional
    public boolean mayRead(Actor reader, long conversation, long number) {
        var seen = tickets.seenOf(conversation);
        return !seen.isEmpty()
                && ConversationRows.exists(new ReadableMessages(conversation, seen, Audience.of(reader)), number);
    }

    /** Tells how far the actor has got. */
    @Transactional
    public void move(Actor actor, long conversation, PositionRequest position) {
        readable(actor, conversation);
        ConversationRows.moves(conversation, actor, position.readUpTo(), position.deliveredUpTo());
        DomainEvents.publish(new PositionMoved(actor.organisationId(), conversation, actor.accountId()));
    }

    /** The texts that were said with these lines of history, by the numbers of the lines, for some audiences. */
    public static Map<Long, String> textsOf(Collection<Long> events, Set<Audience> audiences) {
        return events.isEmpty() ? Map.of() : ConversationRows.textsOf(events, audiences);
    }

    /** When the customer wrote the first message that nobody has answered; empty where there is none. */
    public static Optional<Instant> unansweredSince(long conversation) {
        return ConversationRows.find(conversation).map(Conversation::unansweredSince);
    }

    /** Since when a conversation waits for its customer; empty while it does not. */
    public static Optional<Instant> turnOfCustomer(long conversation) {
        return ConversationRows.turnOfCustomer(conversation);
    }

    /**
     * Erases the texts and files of these tickets, and the names of their customers.
     *
     * @param customers their accounts
     */
    public void erase(Collection<Long> tickets, Collection<Long> customers) {
        attachments.erase(ConversationRows.numbersOf(tickets));
        ConversationRows.eraseTexts(tickets);
        if (!customers.isEmpty()) {
            ConversationRows.eraseNames(tickets, customers);
        }
    }

    /** The last messages of staff to the customer after a number, with their files, in their order. */
    @Transactional
    public List<MessageView> answersAfter(long conversation, long number, int most) {
        return withFiles(conversation, ConversationRows.answersAfter(conversation, number, most));
    }

    /** The last messages of a conversation that its customer may read, with their files, in their order. */
    @Transactional
    public List<MessageView> toldCustomer(long conversation, int most) {
        return withFiles(conversation, ConversationRows.toldCustomer(conversation, most));
    }

    /** The number of the last message that the customer has read; 0 for none. */
    @Transactional
    public long readByCustomer(long conversation) {
        return ConversationRows.readByCustomer(conversation);
    }

    /** All conversations of a customer. */
    public List<Long> of(long customer) {
        return ConversationRows.idsOf(customer);
    }

    /** Makes these conversations another customer's. */
    public void give(List<Long> conversations, long from, long to) {
        if (!conversations.isEmpty()) {
            ConversationRows.give(conversations, from, to);
        }
    }

    /**
     * A message with its files.
     *
     * @throws HttpProblem {@code not-found} where the current user sees no such message
     */
    @Transactional
    public MessageView message(Actor reader, long conversation, long number) {
        var message = ConversationRows.message(readable(reader, conversation), number)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(ConversationWords.NO_MESSAGE, number));
        return withFiles(conversation, List.of(message)).getFirst();
    }

    private ReadableMessages readable(Actor actor, long conversation) {
        return ReadableMessages.of(actor, conversation, tickets.seenOf(conversation));
    }

    /**
     * Checks that somebody is of the staff and sees the last ticket of a conversation.
     *
     * @throws HttpProblem {@code conflict} where not
     */
    @Transactional
    public void checkColleague(long conversation, long account) {
        mentions.check(conversation, List.of(account));
    }

    /** A ticket of which nothing was said yet has a conversation without messages. */
    private ConversationView view(Actor actor, long conversation) {
        var readable = readable(actor, conversation);
        return views(actor, ConversationRows.find(conversation).stream().toList()).stream()
                .findFirst()
                .orElseGet(() -> new ConversationView(
                        conversation, readable.tickets().iterator().next(), 0, null, null, List.of()));
    }

    private static List<ConversationView> views(Actor actor, List<Conversation> rows) {
        boolean forCustomer = actor.isOnlyCustomer();
        var participants = ConversationRows.participants(
                rows.stream().map(Conversation::id).toList(), !forCustomer);
        return rows.stream()
                .map(row -> new ConversationView(
                        row.id(),
                        row.ticketId(),
                        forCustomer ? row.lastPublicNumber() : row.lastNumber(),
                        row.lastAt(),
                        row.unansweredSince(),
                        participants.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
