package org.patchbay.routing.assignments;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.Agent;
import org.patchbay.queues.Queues;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketDispatch;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.Tickets;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;
import org.patchbay.timers.Timers;

import static java.util.Objects.requireNonNull;

/**
 * Takes a ticket from an agent who does nothing about it within the time that its queue allows. It counts like an offer
 * that the agent let expire.
 */
@ApplicationScoped
public class FirstResponse implements TimerHandler<Void> {

    private static final TimerKind<Void> KIND = TimerKind.plain("first-response");

    private final Tickets tickets;
    private final Queues queues;
    private final TicketDispatch dispatch;
    private final Timers timers;

    FirstResponse(Tickets tickets, Queues queues, TicketDispatch dispatch, Timers timers) {
        this.tickets = tickets;
        this.queues = queues;
        this.dispatch = dispatch;
        this.timers = timers;
    }

    /**
     * Starts the time for the first response, which counts the queue's open time.
     *
     * @return whether the queue sets such a time
     */
    public boolean expect(Assignment assignment, long queueId) {
        var said = queues.find(queueId).filter(queue -> queue.firstResponseSeconds() != null);
        said.flatMap(queue -> queues.openTime(queue)
                        .after(Times.now(), Duration.ofSeconds(requireNonNull(queue.firstResponseSeconds()))))
                .ifPresent(due -> timers.set(KIND, assignment.id, due));
        return said.isPresent();
    }

    @Override
    public TimerKind<Void> kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer<Void> timer) {
        var ticket = Ticket.lock(Assignment.ticketOf(timer.subjectId())).orElseThrow();
        var assignment = Assignment.<Assignment>findById(timer.subjectId());
        if (tickets.hasActed(assignment.agentId, assignment.ticketId, assignment.begunAt())) {
            Agent.lock(assignment.agentId).ifPresent(Agent::answered);
        } else if (assignment.status == AssignmentStatus.ACTIVE) {
            dispatch.take(null, ticket, Step.EXPIRE, null);
        }
    }
}
