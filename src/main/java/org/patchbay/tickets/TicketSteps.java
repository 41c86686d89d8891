package org.patchbay.tickets;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;
import org.patchbay.shared.language.Words;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.EntityTags;
import org.patchbay.tickets.TicketStatus.Step;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The rules of steps that people take, and the answers to those who took one. */
@ApplicationScoped
public class TicketSteps {

    private final NextSteps nextSteps;
    private final TicketRouter router;
    private final ClosingTimer closingTimer;
    private final SilenceTimer silenceTimer;
    private final SnoozeTimer snoozeTimer;

    TicketSteps(
            NextSteps nextSteps,
            TicketRouter router,
            ClosingTimer closingTimer,
            SilenceTimer silenceTimer,
            SnoozeTimer snoozeTimer) {
        this.nextSteps = nextSteps;
        this.router = router;
        this.closingTimer = closingTimer;
        this.silenceTimer = silenceTimer;
        this.snoozeTimer = snoozeTimer;
    }

    /**
     * Checks whether an actor may take a step with a ticket, as it is now.
     *
     * @throws HttpProblem {@code forbidden}; {@code step-not-allowed} with the state and the steps that it allows; 412
     *     where the ticket has another version
     */
    public void check(Actor actor, Ticket ticket, Step step, @Nullable String ifMatch) {
        EntityTags.check(ifMatch, ticket.version);
        if (!nextSteps.permits(actor, ticket, step)) {
            throw ProblemType.FORBIDDEN.because(TicketWords.HOLDER_OR_SUPERVISOR);
        }
        checkState(actor, ticket, step);
    }

    /** As {@link #check}, without what is the actor's own. */
    void checkState(Actor actor, Ticket ticket, Step step) {
        if (!step.leaves(ticket.status)) {
            throw notAllowed(actor, ticket, TicketWords.HAS_STATUS);
        }
    }

    /** Whether {@link #check} throws nothing. */
    public boolean allows(Actor actor, Ticket ticket, Step step, @Nullable String ifMatch) {
        try {
            check(actor, ticket, step, ifMatch);
            return true;
        } catch (HttpProblem refusal) {
            return false;
        }
    }

    /**
     * Routes a ticket again that is to be reopened.
     *
     * @throws HttpProblem {@code step-not-allowed} when it is too late; {@code live-ticket-exists} where its order has
     *     another live ticket by now; those of {@link TicketRouter#routeAgain}
     */
    public void routeAgain(Actor actor, Ticket ticket) {
        if (!nextSteps.isReopenable(ticket)) {
            throw notAllowed(actor, ticket, TicketWords.TOO_LATE_TO_REOPEN);
        }
        TicketColleague.deleteOf(ticket.id);
        if (ticket.orderId != null) {
            NewTickets.refuseSecondLive(ticket.orderId, ticket.orderNumber);
        }
        router.routeAgain(ticket).forEach(remark -> ticket.record(remark.type(), null, remark.text()));
    }

    /** Sets the timers of a ticket that took a step: of its wait, or by which it closes or resumes. */
    public void followed(Ticket ticket, TicketStatus from) {
        switch (ticket.status) {
            case OPEN -> router.beginWait(ticket, from);
            case RESOLVED -> closingTimer.set(ticket);
            case PENDING -> {
                if (ticket.isSnoozed()) {
                    snoozeTimer.set(ticket);
                } else {
                    silenceTimer.expectAnswer(ticket, ticket.updatedAt);
                }
            }
            case OFFERED, IN_PROGRESS, CLOSED, CANCELLED -> {
                // Nothing is to happen at a time.
            }
        }
    }

    public TicketView view(Actor actor, Ticket ticket) {
        return view(actor, ticket, null, nextSteps.of(List.of(ticket)));
    }

    /** The view that an actor has of a ticket that took its first or another step in this transaction. */
    public TicketView viewAfterStep(Actor actor, Ticket ticket) {
        return view(actor, ticket, null, nextSteps.afterSteps());
    }

    /** Makes the views of any of these tickets for an actor. */
    Function<Ticket, TicketView> shown(
            List<Ticket> rows, Actor actor, Function<Ticket, @Nullable TicketDetails> details) {
        var steps = nextSteps.of(rows);
        return ticket -> view(actor, ticket, details.apply(ticket), steps);
    }

    private static TicketView view(
            Actor actor, Ticket ticket, @Nullable TicketDetails details, BiFunction<Actor, Ticket, Set<Step>> steps) {
        return TicketView.of(ticket, details, steps.apply(actor, ticket), actor.isOnlyCustomer());
    }

    HttpProblem notAllowed(Actor actor, Ticket ticket, Words why) {
        return ProblemType.STEP_NOT_ALLOWED
                .problem(why, ticket.status)
                .with("currentStatus", ticket.status)
                .with("allowedSteps", nextSteps.of(ticket, actor))
                .build();
    }

    /** No such ticket, as far as somebody sees. */
    public static HttpProblem unknown(long id) {
        return ProblemType.NOT_FOUND.because(TicketWords.NO_TICKET, id);
    }
}
