package org.patchbay.routing.transfers;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.queues.Channel;
import org.patchbay.queues.QueueView;
import org.patchbay.queues.Queues;
import org.patchbay.routing.waits.TicketTimers;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketDispatch;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;
import org.patchbay.timers.Timers;

import static java.util.Objects.requireNonNull;

/** Diverts a ticket that waits too long, as its queue says. A ticket that is being offered is looked at again later. */
@ApplicationScoped
class MaxWaits implements TimerHandler<Instant> {

    private static final Duration MOMENT = Duration.ofSeconds(5);

    private final TicketDispatch dispatch;
    private final Queues queues;
    private final QueueTransfer queueTransfer;
    private final Timers timers;

    MaxWaits(TicketDispatch dispatch, Queues queues, QueueTransfer queueTransfer, Timers timers) {
        this.dispatch = dispatch;
        this.queues = queues;
        this.queueTransfer = queueTransfer;
        this.timers = timers;
    }

    @Override
    public TimerKind<Instant> kind() {
        return TicketTimers.MAX_WAIT;
    }

    @Override
    public void fire(DueTimer<Instant> timer) {
        var ticket = Ticket.lock(timer.subjectId()).orElseThrow();
        if (TicketTimers.isOf(ticket, timer)) {
            if (ticket.status() == TicketStatus.OPEN) {
                queues.find(ticket.queueId())
                        .filter(queue -> queue.maxWait() != null)
                        .ifPresent(queue -> divert(ticket, queue));
            } else {
                timers.set(
                        TicketTimers.MAX_WAIT,
                        ticket.id(),
                        timer.payload(),
                        Times.now().plus(MOMENT));
            }
        }
    }

    private void divert(Ticket ticket, QueueView queue) {
        var why = "It waited too long in " + queue.name();
        switch (requireNonNull(queue.maxWait()).then()) {
            case OVERFLOW ->
                queues.find(requireNonNull(queue.overflowQueueId()))
                        .ifPresent(next -> queueTransfer.move(ticket, next, why));
            case CALLBACK -> {
                if (ticket.channel() != Channel.CALLBACK) {
                    dispatch.callBack(null, ticket, why);
                }
            }
            case REFUSE -> dispatch.take(null, ticket, Step.CANCEL, why);
        }
    }
}
