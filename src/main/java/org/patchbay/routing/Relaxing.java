package org.patchbay.routing;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketEvent;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;

/** Lets a ticket that waits require less at an age. One that does not wait then does so when it waits again. */
@ApplicationScoped
class Relaxing implements TimerHandler {

    static final String KIND = "relaxation";

    private final Pools pools;
    private final Arrivals arrivals;

    Relaxing(Pools pools, Arrivals arrivals) {
        this.pools = pools;
        this.arrivals = arrivals;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        var ticket = Ticket.lock(timer.subjectId()).orElseThrow();
        var demand = new Demand(ticket.queueId(), ticket);
        if (ticket.status() == TicketStatus.OPEN && demand.turnsAt(timer.round())) {
            ticket.waitsIn(ticket.queueId(), pools.of(demand.at(Math.max(timer.round(), demand.age()))));
            ticket.record(TicketEvent.Type.RELAXED, null, null);
            arrivals.welcome(ticket);
        }
    }
}
