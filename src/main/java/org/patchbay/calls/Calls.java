package org.patchbay.calls;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.calls.engine.MediaServers;
import org.patchbay.calls.settings.CallSettingView;
import org.patchbay.calls.settings.CallSettings;
import org.patchbay.groups.OwnCustomer;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.queues.Channel;
import org.patchbay.shared.idempotency.KeyedRequest;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketDispatch;
import org.patchbay.tickets.TicketEventType;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.TicketSteps;
import org.patchbay.tickets.TicketTexts;
import org.patchbay.tickets.Tickets;
import org.patchbay.tickets.WorkPermission;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Calls of tickets: how they begin, what becomes of them, and their end. */
@ApplicationScoped
public class Calls implements TicketTexts {

    private final Tickets tickets;
    private final TicketDispatch dispatch;
    private final MediaServers servers;
    private final CallMedia media;
    private final OwnCustomer ownCustomer;
    private final CallSettings settings;

    Calls(
            Tickets tickets,
            TicketDispatch dispatch,
            MediaServers servers,
            CallMedia media,
            OwnCustomer ownCustomer,
            CallSettings settings) {
        this.settings = settings;
        this.ownCustomer = ownCustomer;
        this.media = media;
        this.tickets = tickets;
        this.dispatch = dispatch;
        this.servers = servers;
    }

    /**
     * Opens a ticket for a customer who calls, and begins its call. A customer calls once at a time: where a call of
     * theirs goes on, as in a window that they closed a moment ago, it is that one. The same key leads to the same
     * ticket and call, also where the first request was cut off between the two.
     *
     * @throws HttpProblem {@code conflict} where there are no such calls; {@code queue-refuses}, and those of
     *     {@link Tickets#openCall}
     */
    BegunCallView begin(Actor customer, CallRequest request, @Nullable KeyedRequest keyed) {
        var goesOn = Transactions.inNew(() -> mine(customer)).stream().findFirst();
        if (goesOn.isPresent()) {
            return new BegunCallView(goesOn.get().ticketId(), false, goesOn.get());
        }
        checkIsOn(request.kind());
        var ticket = tickets.openCall(customer, request.kind().channel(), request.text(), keyed);
        if (ticket.channel() == Channel.CALLBACK) {
            return new BegunCallView(ticket.id(), true, null);
        }
        return new BegunCallView(ticket.id(), false, start(customer, ticket.id(), request.kind()));
    }

    /**
     * Begins a call of a ticket, or tells the one that goes on. Customers call about tickets that an agent has, and the
     * agent calls the customer.
     *
     * @throws HttpProblem {@code not-found}; {@code forbidden}; {@code conflict} where the ticket is over, or there are
     *     no such calls
     */
    CallView start(Actor actor, long ticketId, CallKind kind) {
        return Transactions.inNew(() -> {
            var ticket = Ticket.lock(ticketId).orElseThrow(() -> TicketSteps.unknown(ticketId));
            if (!ticket.status().isLive()) {
                throw ProblemType.CONFLICT.because(CallWords.TICKET_OVER);
            }
            if (!actor.isOnlyCustomer() && !WorkPermission.isOf(actor, ticket)) {
                throw ProblemType.FORBIDDEN.because(CallWords.HOLDER_CALLS);
            }
            return view(actor, Call.liveOf(ticketId).orElseGet(() -> begun(actor, ticket, kind)), ticket);
        });
    }

    private Call begun(Actor actor, Ticket ticket, CallKind kind) {
        checkIsOn(kind);
        var call = Call.create(ticket.id(), kind, servers.place(), actor.isOnlyCustomer());
        ticket.record(TicketEventType.CALL_STARTED, actor, kind.name());
        return call;
    }

    private void checkIsOn(CallKind kind) {
        if (!settings.current().has(kind)) {
            throw ProblemType.CONFLICT.because(CallWords.OFF);
        }
    }

    /** @throws HttpProblem {@code not-found} where the current user does not see its ticket */
    @Transactional
    CallView read(Actor actor, long id) {
        var call = Call.<Call>findByIdOptional(id).orElseThrow(() -> LockedCall.unknown(id));
        return view(actor, call, ticketOf(call));
    }

    /** The calls that go on of the customer, or of the tickets that an agent holds; the oldest comes first. */
    @Transactional
    List<CallView> mine(Actor actor) {
        var calls = actor.isOnlyCustomer()
                ? ownCustomer
                        .ofAccount(actor.accountId())
                        .map(Call::liveOfCustomer)
                        .orElse(List.of())
                : Call.liveHeldBy(actor.accountId());
        return calls.stream().map(call -> view(actor, call, ticketOf(call))).toList();
    }

    /**
     * The calls of a ticket; the latest comes first.
     *
     * @throws HttpProblem {@code not-found} where the current user sees no such ticket
     */
    @Transactional
    List<CallView> ofTicket(Actor actor, long ticketId) {
        var ticket = Ticket.<Ticket>findByIdOptional(ticketId).orElseThrow(() -> TicketSteps.unknown(ticketId));
        return Call.ofTicket(ticketId).stream()
                .map(call -> view(actor, call, ticket))
                .toList();
    }

    /** Has the customer wait within the call, or go on; the holder or a supervisor. */
    CallView hold(Actor actor, long id, boolean onHold) {
        var view = Transactions.inNew(() -> {
            var locked = LockedCall.live(id);
            WorkPermission.check(actor, locked.ticket());
            if (locked.call().onHold != onHold) {
                locked.call().onHold = onHold;
                var type = onHold ? TicketEventType.CALL_HELD : TicketEventType.CALL_RESUMED;
                locked.ticket().record(type, actor, null);
                locked.changed(Leg.liveOf(id));
            }
            return view(actor, locked.call(), locked.ticket());
        });
        media.apply(id);
        return view;
    }

    /**
     * Ends a call for all: its customer, the holder of the ticket or a supervisor.
     *
     * @throws HttpProblem {@code not-found}; {@code forbidden}
     */
    void end(Actor actor, long id) {
        Transactions.inNew(() -> {
            var locked = LockedCall.of(id);
            boolean customer = actor.isOnlyCustomer();
            if (!customer) {
                WorkPermission.check(actor, locked.ticket());
            }
            if (locked.call().isLive()) {
                end(locked.call(), locked.ticket(), customer ? CallEnd.CUSTOMER : CallEnd.STAFF, actor);
            }
        });
        media.apply(id);
    }

    /**
     * Ends a call in the transaction under way, which has locked the ticket and the call. A ticket that was opened by
     * the call, and that no agent has, is withdrawn: nobody waits for it any more.
     *
     * @param actor null for the system
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void end(Call call, Ticket ticket, CallEnd by, @Nullable Actor actor) {
        close(call, ticket, by, actor);
        boolean waits = ticket.status() == TicketStatus.OPEN || ticket.status() == TicketStatus.OFFERED;
        boolean isCall = ticket.channel() == Channel.VOICE || ticket.channel() == Channel.VIDEO;
        if (waits && isCall) {
            Call.flush();
            dispatch.take(actor, ticket, Step.CANCEL, null);
        }
    }

    /**
     * Ends a call for a customer who waits, and would be called back. The ticket keeps its place.
     *
     * @throws HttpProblem {@code not-found}; {@code conflict} where an agent is there, or the call is over
     */
    CallView callBack(Actor customer, long id) {
        var view = Transactions.inNew(() -> {
            var locked = LockedCall.live(id);
            var ticket = locked.ticket();
            if (ticket.status() != TicketStatus.OPEN) {
                throw ProblemType.CONFLICT.because(CallWords.WAITS_NO_MORE);
            }
            close(locked.call(), ticket, CallEnd.CALLBACK, customer);
            Call.flush();
            dispatch.callBack(customer, ticket, "The customer asked for it");
            return view(customer, locked.call(), ticket);
        });
        media.apply(id);
        return view;
    }

    private static void close(Call call, Ticket ticket, CallEnd by, @Nullable Actor actor) {
        var legs = Leg.liveOf(call.id);
        legs.forEach(leg -> leg.end(LegEnd.CALL_ENDED));
        call.endedAt = Times.now();
        call.endedBy = by;
        call.onHold = false;
        Signals.deleteOf(call.id);
        ticket.record(
                TicketEventType.CALL_ENDED, actor, by + " " + call.talked().toSeconds());
        LockedCall.tell(call, legs);
    }

    /** @throws HttpProblem {@code not-found} where the current user does not see it */
    static Ticket ticketOf(Call call) {
        return Ticket.<Ticket>findByIdOptional(call.ticketId).orElseThrow(() -> LockedCall.unknown(call.id));
    }

    @Override
    public void eraseOf(long ticketId) {
        Leg.eraseCustomers(ticketId);
        Call.ofTicket(ticketId).forEach(call -> Signals.deleteOf(call.id));
    }

    /** The call as somebody may know it: supervisors know who is hidden, and its holder where the setting says so. */
    static CallView view(Actor actor, Call call, Ticket ticket) {
        var legs = call.isLive() ? Leg.liveOf(call.id) : Leg.of(call.id);
        boolean all = actor.is(Role.SUPERVISOR, Role.ADMIN)
                || WorkPermission.isOf(actor, ticket)
                        && legs.stream().anyMatch(leg -> leg.mode.isHidden())
                        && CallSettingView.ofOrganisation().listenersShown();
        boolean customer = actor.isOnlyCustomer();
        return new CallView(
                call.id,
                call.ticketId,
                ticket.conversationId(),
                call.kind,
                call.engine,
                stateOf(call, ticket, legs),
                call.byCustomer,
                call.onHold,
                call.startedAt,
                call.answeredAt,
                call.endedAt,
                call.endedBy,
                legs.stream()
                        .filter(leg -> all || leg.accountId == actor.accountId() || !leg.mode.isHidden())
                        .filter(leg -> !customer || leg.role != LegRole.ADVISER)
                        .map(leg -> LegView.of(leg, !customer))
                        .toList());
    }

    private static CallState stateOf(Call call, Ticket ticket, List<Leg> legs) {
        if (!call.isLive()) {
            return CallState.ENDED;
        }
        if (LockedCall.isAnswered(legs)) {
            return CallState.ACTIVE;
        }
        return ticket.status() == TicketStatus.OPEN || ticket.status() == TicketStatus.PENDING
                ? CallState.WAITING
                : CallState.RINGING;
    }
}
