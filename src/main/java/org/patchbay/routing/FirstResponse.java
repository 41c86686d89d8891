package org.patchbay.routing;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.queues.Queues;
import org.patchbay.shared.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.Tickets;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.Timers;

/** Takes a ticket from an agent who has it and does nothing about it, where its queue says within which time they must. */
@ApplicationScoped
class FirstResponse implements TimerHandler {

    private final Tickets tickets;
    private final Queues queues;
    private final Timers timers;

    FirstResponse(Tickets tickets, Queues queues, Timers timers) {
        this.tickets = tickets;
        this.queues = queues;
        this.timers = timers;
    }

    /** From now on. */
    void expect(Assignment assignment, long queueId) {
        queues.find(queueId)
                .map(queue -> queue.firstResponseSeconds())
                .ifPresent(seconds -> expect(assignment, seconds));
    }

    void expect(Assignment assignment, int withinSeconds) {
        timers.set(kind(), assignment.id, 0, Times.now().plus(Duration.ofSeconds(withinSeconds)));
    }

    @Override
    public String kind() {
        return "first-response";
    }

    @Override
    public void fire(DueTimer timer) {
        var ticket = Ticket.lock(Assignment.ticketOf(timer.subjectId())).orElseThrow();
        var assignment = Assignment.<Assignment>findById(timer.subjectId());
        if (assignment.status == AssignmentStatus.ACTIVE
                && !tickets.hasActed(assignment.agentId, assignment.ticketId, assignment.begunAt())) {
            tickets.apply(null, ticket, Step.EXPIRE, null);
        }
    }
}
