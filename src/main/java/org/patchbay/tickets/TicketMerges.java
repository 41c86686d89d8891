package org.patchbay.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.shared.Api;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.EntityTags;
import org.patchbay.tickets.TicketStatus.Step;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Makes two live tickets of a customer one: the one is withdrawn, and what is said goes on in the other. */
@ApplicationScoped
public class TicketMerges {

    private final TicketDispatch dispatch;
    private final TicketSteps steps;

    TicketMerges(TicketDispatch dispatch, TicketSteps steps) {
        this.dispatch = dispatch;
        this.steps = steps;
    }

    /**
     * Merges a ticket into another, at the will of a supervisor or of the agent who holds one of them. Both are locked
     * in the order of their ids, so of two merges that cross only the first is made.
     *
     * @param ifMatch the version of the one that ends
     * @throws HttpProblem {@code not-found} where the current user does not see both; {@code forbidden}; {@code
     *     conflict}
     */
    @Transactional
    public TicketView merge(Actor actor, long id, long into, @Nullable String ifMatch) {
        if (id == into) {
            throw ProblemType.CONFLICT.because(TicketWords.MERGES_WITH_ITSELF);
        }
        var first = locked(Math.min(id, into));
        var second = locked(Math.max(id, into));
        var ticket = id < into ? first : second;
        var target = id < into ? second : first;
        EntityTags.check(ifMatch, ticket.version);
        check(actor, ticket, target);
        target.record(TicketEventType.MERGED_FROM, actor, Long.toString(id));
        ticket.mergedInto = into;
        dispatch.take(actor, ticket, Step.CANCEL, null);
        return steps.viewAfterStep(actor, ticket);
    }

    private static Ticket locked(long id) {
        return Ticket.lock(id).orElseThrow(() -> TicketSteps.unknown(id));
    }

    private static void check(Actor actor, Ticket ticket, Ticket target) {
        boolean holds = WorkPermission.isOf(actor, ticket) || WorkPermission.isOf(actor, target);
        if (!holds && !actor.is(Role.SUPERVISOR, Role.ADMIN)) {
            throw ProblemType.FORBIDDEN.because(TicketWords.MERGES_HOLDER);
        }
        if (ticket.customerId != target.customerId) {
            throw ProblemType.CONFLICT.because(TicketWords.OF_ANOTHER_CUSTOMER, ticket.id, target.id);
        }
        refuseOver(ticket);
        refuseOver(target);
        if (ticket.orderId != null) {
            throw ProblemType.CONFLICT.because(TicketWords.MERGES_ITS_ORDER, ticket.id);
        }
        if (ticket.conversationId() == target.conversationId()) {
            throw ProblemType.CONFLICT.because(TicketWords.ONE_CONVERSATION, ticket.id, target.id);
        }
    }

    private static void refuseOver(Ticket ticket) {
        refuseMerged(ticket);
        if (!ticket.status.isLive()) {
            throw ProblemType.CONFLICT.because(TicketWords.IS_OVER, ticket.id);
        }
    }

    /** @throws HttpProblem {@code conflict} where it became one with another, to which {@code ticket} links */
    static void refuseMerged(Ticket ticket) {
        if (ticket.mergedInto != null) {
            throw ProblemType.CONFLICT
                    .problem(TicketWords.MERGED, ticket.id, ticket.mergedInto)
                    .with("ticket", Api.PATH + "/tickets/" + ticket.mergedInto)
                    .build();
        }
    }
}
