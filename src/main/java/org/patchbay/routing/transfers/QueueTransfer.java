package org.patchbay.routing.transfers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Actor;
import org.patchbay.queues.QueueView;
import org.patchbay.queues.QueueWords;
import org.patchbay.queues.Queues;
import org.patchbay.routing.Router;
import org.patchbay.routing.matching.AssignmentTransaction;
import org.patchbay.routing.waits.TicketTimers;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketDispatch;
import org.patchbay.tickets.TicketEvent;
import org.patchbay.tickets.TicketEventType;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.TicketTransfer;
import org.patchbay.tickets.TicketView;
import org.patchbay.tickets.Tickets;
import org.patchbay.tickets.WorkPermission;

/** Puts tickets into other queues. */
@ApplicationScoped
class QueueTransfer implements TicketTransfer {

    private final Tickets tickets;
    private final TicketDispatch dispatch;
    private final Queues queues;
    private final Router router;
    private final TicketTimers ticketTimers;
    private final AssignmentTransaction transaction;

    QueueTransfer(
            Tickets tickets,
            TicketDispatch dispatch,
            Queues queues,
            Router router,
            TicketTimers ticketTimers,
            AssignmentTransaction transaction) {
        this.tickets = tickets;
        this.dispatch = dispatch;
        this.queues = queues;
        this.router = router;
        this.ticketTimers = ticketTimers;
        this.transaction = transaction;
    }

    @Override
    @Transactional
    public TicketView move(Actor actor, long ticketId, long queueId, @Nullable String note, @Nullable String ifMatch) {
        // A ticket that can still be cancelled can still be moved.
        var ticket = tickets.lockedFor(actor, ticketId, Step.CANCEL, ifMatch);
        boolean theirs = WorkPermission.isOf(actor, ticket);
        WorkPermission.check(actor, ticket);
        var queue = queues.find(queueId).orElseThrow(() -> ProblemType.CONFLICT.because(QueueWords.NO_QUEUE, queueId));
        boolean another = ticket.queueId() != queueId;
        if (another) {
            CurrentVisibility.ofEverything(
                    () -> move(ticket, queue, actor, TicketEvent.Content.of(queue.name(), note)));
        }
        if (theirs) {
            dispatch.take(actor, ticket, Step.RELEASE, another ? null : note);
        }
        // An agent who hands the ticket on need not see it any more.
        return CurrentVisibility.ofEverything(() -> tickets.read(actor, ticketId));
    }

    /** Moves a ticket, whose lock the caller holds, at nobody's will. */
    void move(Ticket ticket, QueueView queue, String why) {
        move(ticket, queue, null, new TicketEvent.Content(why + ": to " + queue.name(), null));
    }

    /** Moves a ticket, whose lock the caller holds. */
    void move(Ticket ticket, QueueView queue, @Nullable Actor actor, TicketEvent.Content content) {
        router.waitIn(queue.id(), ticket);
        ticket.note(TicketEventType.REQUEUED, actor, content);
        ticketTimers.enter(ticket);
        if (ticket.status() == TicketStatus.OPEN) {
            transaction.seekFor(ticket);
        }
        Ticket.flush();
    }
}
