package org.patchbay.routing.offers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.AgentUnavailable;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Actor;
import org.patchbay.routing.RoutingWords;
import org.patchbay.routing.assignments.Assignment;
import org.patchbay.routing.assignments.AssignmentStatus;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketDispatch;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.TicketWords;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;

import io.quarkus.logging.Log;

/**
 * Offers of tickets to agents. An offer claims the agent's capacity as an assignment does. Its end is decided under the
 * ticket's lock.
 */
@ApplicationScoped
public class Offers implements TimerHandler<Void> {

    public static final TimerKind<Void> EXPIRY = TimerKind.plain("offer-expiry");

    private final TicketDispatch dispatch;

    Offers(TicketDispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Transactional
    public Page<OfferView> list(Actor agent, @Nullable String after, int limit) {
        var rows = Assignment.offersTo(agent.accountId(), Cursor.id(after), limit + 1);
        return Page.of(rows, limit, OfferView::of, offer -> Cursor.at(offer.id));
    }

    @Transactional
    OfferView read(Actor agent, long id) {
        return OfferView.of(Assignment.offer(id, agent.accountId()).orElseThrow(() -> unknown(id)));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem {@code offer-gone} with the ticket's state */
    @Transactional
    OfferView accept(Actor agent, long id) {
        return answer(agent, id, OfferView.State.ACCEPTED, null);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem {@code offer-gone} with the ticket's state */
    @Transactional
    OfferView decline(Actor agent, long id, @Nullable String reason) {
        return answer(agent, id, OfferView.State.DECLINED, reason);
    }

    private OfferView answer(Actor agent, long id, OfferView.State answer, @Nullable String reason) {
        return CurrentVisibility.ofEverything(() -> {
            long ticketId = Assignment.ticketOfferedTo(agent.accountId(), id).orElseThrow(() -> unknown(id));
            var ticket = Ticket.lock(ticketId).orElseThrow();
            var offer = Assignment.<Assignment>findById(id);
            if (OfferView.of(offer).state() == answer) {
                return OfferView.of(offer);
            }
            if (offer.status != AssignmentStatus.OFFERED) {
                throw ProblemType.OFFER_GONE
                        .problem(TicketWords.HAS_STATUS, ticket.status())
                        .with("currentStatus", ticket.status())
                        .build();
            }
            dispatch.take(agent, ticket, answer == OfferView.State.ACCEPTED ? Step.ACCEPT : Step.DECLINE, reason);
            return OfferView.of(offer);
        });
    }

    /**
     * Takes back the offers to an agent who leaves, each in a transaction of its own, which takes the ticket's lock
     * first.
     */
    void onUnavailable(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgentUnavailable agent) {
        CurrentVisibility.ofEverything(() -> {
            try {
                Transactions.inNew(() -> Assignment.ticketsOfferedTo(agent.agentId()))
                        .forEach(ticket -> Transactions.inNew(() -> revoke(ticket, agent.agentId())));
            } catch (RuntimeException e) {
                Log.warnf(e, "Offers to agent %d are left until they expire", agent.agentId());
            }
        });
    }

    private void revoke(long ticketId, long agentId) {
        var ticket = Ticket.lock(ticketId).orElseThrow();
        boolean stillOffered = Step.EXPIRE.leaves(ticket.status())
                && ticket.isHeldBy(agentId)
                && Assignment.lockHeld(ticketId).assignment().status == AssignmentStatus.OFFERED;
        if (stillOffered) {
            dispatch.take(null, ticket, Step.RELEASE, null);
        }
    }

    @Override
    public TimerKind<Void> kind() {
        return EXPIRY;
    }

    /** Ends an offer that the agent let expire. */
    @Override
    public void fire(DueTimer<Void> timer) {
        var ticket = Ticket.lock(Assignment.ticketOf(timer.subjectId())).orElseThrow();
        var offer = Assignment.<Assignment>findById(timer.subjectId());
        if (offer.status == AssignmentStatus.OFFERED) {
            dispatch.take(null, ticket, Step.EXPIRE, null);
        }
    }

    private static RuntimeException unknown(long id) {
        return ProblemType.NOT_FOUND.because(RoutingWords.NO_OFFER, id);
    }
}
