package org.patchbay.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.Audience;
import org.patchbay.conversations.Conversations;
import org.patchbay.groups.Groups;
import org.patchbay.groups.OwnCustomer;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;
import org.patchbay.shared.idempotency.KeyedRequest;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.EntityTags;
import org.patchbay.tickets.TicketDispatch.TicketStep;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.attributes.FieldValuesChange;
import org.patchbay.tickets.attributes.TagChange;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The tickets of an organisation: opening them, finding them, and the steps of their life. */
@ApplicationScoped
public class Tickets {

    private final NewTickets newTickets;
    private final Groups groups;
    private final OwnCustomer ownCustomer;
    private final TicketNames names;
    private final TicketAttributes attributes;
    private final TicketAssignments assignments;
    private final TicketDispatch dispatch;
    private final TicketSteps steps;

    Tickets(
            NewTickets newTickets,
            Groups groups,
            OwnCustomer ownCustomer,
            TicketNames names,
            TicketAttributes attributes,
            TicketAssignments assignments,
            TicketDispatch dispatch,
            TicketSteps steps) {
        this.newTickets = newTickets;
        this.groups = groups;
        this.ownCustomer = ownCustomer;
        this.names = names;
        this.attributes = attributes;
        this.assignments = assignments;
        this.dispatch = dispatch;
        this.steps = steps;
    }

    /**
     * Opens a ticket, routes it and looks for an agent.
     *
     * @param keyed by which it is opened once; null where the request has no key
     * @throws HttpProblem those of {@link TicketOpening#locked}
     */
    public TicketView open(Actor actor, OpenTicket request, @Nullable KeyedRequest keyed) {
        return dispatch.open(TicketOpening.of(newTickets, actor, request, keyed));
    }

    /**
     * Opens the ticket of a customer who calls.
     *
     * @param channel VOICE or VIDEO
     * @param keyed by which it is opened once; null where the request has no key
     * @throws HttpProblem {@code forbidden} where the actor is no customer; {@code queue-refuses}
     */
    public TicketView openCall(Actor actor, Channel channel, @Nullable String text, @Nullable KeyedRequest keyed) {
        long customer = TicketOpening.opener(ownCustomer, actor);
        return dispatch.open(
                TicketOpening.ofCall(newTickets, actor, OpenTicket.ofCall(customer, channel, text), keyed));
    }

    @Transactional
    public Page<TicketView> list(Actor actor, TicketSearch search, TicketSort sort, @Nullable String after, int limit) {
        return search.page(sort, after, limit, rows -> steps.shown(rows, actor, ticket -> null));
    }

    /** As {@link #list}, with the names behind the ids. */
    @Transactional
    public Page<TicketView> listExpanded(
            Actor actor, TicketSearch search, TicketSort sort, @Nullable String after, int limit) {
        return search.page(
                sort, after, limit, rows -> steps.shown(rows, actor, names.of(rows, actor.isOnlyCustomer())));
    }

    @Transactional
    public long count(TicketSearch search) {
        return search.count();
    }

    @Transactional
    public TicketView read(Actor actor, long id) {
        return view(actor, find(id));
    }

    /** As {@link #read}, with the names behind the ids. */
    @Transactional
    public TicketView readExpanded(Actor actor, long id) {
        var ticket = find(id);
        var rows = List.of(ticket);
        return steps.shown(rows, actor, names.of(rows, actor.isOnlyCustomer())).apply(ticket);
    }

    /** @throws HttpProblem {@code not-found} where the current user sees no such ticket */
    @Transactional
    public void check(long id) {
        find(id);
    }

    /** The history of a ticket. Customers see neither internal work nor messages between colleagues. */
    @Transactional
    public Page<TicketEventView> history(Actor actor, long id, @Nullable String after, int limit) {
        check(id);
        var number = after == null ? null : Cursor.id(after);
        var rows = actor.isOnlyCustomer()
                ? TicketEvent.ofTicketForCustomer(id, number, limit + 1)
                : TicketEvent.ofTicket(id, number, limit + 1);
        return page(actor, rows, limit);
    }

    /**
     * The events of tickets that this agent holds or held, by any actor.
     *
     * @param after the number of an event; null to begin with the first
     */
    @Transactional
    public Page<TicketEventView> eventsOfAgent(Actor agent, @Nullable Long after, int limit) {
        return page(agent, TicketEvent.ofAgent(agent.accountId(), after, limit + 1), limit);
    }

    private static Page<TicketEventView> page(Actor reader, List<TicketEvent> rows, int limit) {
        var numbers = rows.stream().map(TicketEvent::number).toList();
        var said = Conversations.textsOf(numbers, Audience.of(reader));
        Function<TicketEvent, TicketEventView> view = reader.isOnlyCustomer()
                ? event -> TicketEventView.forCustomer(event, said.get(event.number()))
                : event -> TicketEventView.of(event, said.get(event.number()));
        return Page.of(rows, limit, view, event -> Cursor.at(event.number()));
    }

    /** @throws HttpProblem those of {@link TicketDispatch#take(TicketStep)} */
    public TicketView take(TicketStep step) {
        return dispatch.take(step);
    }

    /** Moves a ticket to another group. An agent who may not be given it there loses it. */
    @Transactional
    public TicketView move(Actor actor, long id, long groupId, @Nullable String ifMatch) {
        var ticket = locked(id);
        EntityTags.check(ifMatch, ticket.version);
        if (ticket.groupId != groupId) {
            ticket.moveTo(groups.forTicket(groupId, ticket.groupId), actor);
            Ticket.flush();
            if (ticket.status.isLive()) {
                assignments.regrouped(ticket, actor);
            }
        }
        return view(actor, ticket);
    }

    @Transactional
    public TicketView prioritise(Actor actor, long id, Priority priority, @Nullable String ifMatch) {
        var ticket = locked(id);
        EntityTags.check(ifMatch, ticket.version);
        if (ticket.priority != priority) {
            ticket.prioritise(priority, actor);
            Ticket.flush();
        }
        return view(actor, ticket);
    }

    @Transactional
    public TicketView tag(Actor actor, long id, TagChange change) {
        var ticket = locked(id);
        refuseErased(ticket);
        attributes.tag(ticket, change, actor);
        Ticket.flush();
        return view(actor, ticket);
    }

    @Transactional
    public TicketView setFields(Actor actor, long id, FieldValuesChange change, @Nullable String ifMatch) {
        var ticket = locked(id);
        EntityTags.check(ifMatch, ticket.version);
        refuseErased(ticket);
        attributes.set(ticket, change.fields(), actor);
        Ticket.flush();
        return view(actor, ticket);
    }

    /** Adds tags to a ticket, and sets values of its fields by their keys; null removes one. */
    @Transactional
    public void mark(Actor actor, long id, List<Long> tagIds, Map<String, @Nullable Object> fields) {
        var ticket = locked(id);
        refuseErased(ticket);
        attributes.tag(ticket, new TagChange(tagIds, List.of()), actor);
        attributes.set(ticket, fields, actor);
        Ticket.flush();
    }

    /**
     * Sets the customer's rating of their resolved ticket, which may change until it is closed.
     *
     * @throws HttpProblem {@code step-not-allowed} before it is resolved, and where it is closed and was rated
     */
    @Transactional
    public TicketView rate(Actor actor, long id, Rating rating, @Nullable String ifMatch) {
        var ticket = locked(id);
        EntityTags.check(ifMatch, ticket.version);
        boolean theirs = ownCustomer
                .ofAccount(actor.accountId())
                .filter(customer -> customer == ticket.customerId)
                .isPresent();
        if (!theirs) {
            throw ProblemType.FORBIDDEN.because(TicketWords.ONLY_CUSTOMER_RATES);
        }
        refuseErased(ticket);
        if (rating.isOf(ticket)) {
            return view(actor, ticket);
        }
        boolean open =
                ticket.status == TicketStatus.RESOLVED || ticket.status == TicketStatus.CLOSED && ticket.rating == null;
        if (!open) {
            throw steps.notAllowed(
                    actor, ticket, ticket.rating == null ? TicketWords.HAS_STATUS : TicketWords.WAS_RATED);
        }
        ticket.rate(rating.score(), rating.comment(), actor);
        Ticket.flush();
        return view(actor, ticket);
    }

    @Transactional
    public TicketView note(Actor actor, long id, TicketEventType type, String text) {
        var ticket = locked(id);
        boolean holder = ticket.isHeldBy(actor.accountId());
        if (!holder && !actor.is(Role.SUPERVISOR, Role.ADMIN)) {
            throw ProblemType.FORBIDDEN.because(TicketWords.HOLDER_OR_SUPERVISOR);
        }
        refuseErased(ticket);
        TicketMerges.refuseMerged(ticket);
        ticket.note(type, actor, TicketEvent.Content.of(actor, text));
        Ticket.flush();
        return view(actor, ticket);
    }

    /** Whether the account did anything about a ticket since then, other than accept it. */
    public boolean hasActed(long account, long id, Instant since) {
        return TicketEvent.isBy(account, id, since);
    }

    /** Returns a ticket that the agent still holds to the queue, with its age; otherwise does nothing. */
    @Transactional
    public void takeBack(@Nullable Actor actor, long id, long agentId) {
        var ticket = locked(id);
        if (ticket.isHeldBy(agentId)) {
            dispatch.take(actor, ticket, Step.RELEASE, null);
        }
    }

    /** The ticket, locked, for a step that another feature takes. */
    public Ticket lockedFor(Actor actor, long id, Step step, @Nullable String ifMatch) {
        var ticket = locked(id);
        EntityTags.check(ifMatch, ticket.version);
        steps.checkState(actor, ticket, step);
        return ticket;
    }

    private TicketView view(Actor actor, Ticket ticket) {
        return steps.view(actor, ticket);
    }

    private static Ticket find(long id) {
        return Ticket.<Ticket>findByIdOptional(id).orElseThrow(() -> TicketSteps.unknown(id));
    }

    private static Ticket locked(long id) {
        return Ticket.lock(id).orElseThrow(() -> TicketSteps.unknown(id));
    }

    private static void refuseErased(Ticket ticket) {
        if (ticket.erasedAt != null) {
            throw ProblemType.CONFLICT.because(TicketWords.TEXTS_ERASED);
        }
    }
}
