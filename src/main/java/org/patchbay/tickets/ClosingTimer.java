package org.patchbay.tickets;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.Times;
import org.patchbay.timers.Timers;

/** Sets the timer by which a resolved ticket closes when the time to reopen it is over. */
@ApplicationScoped
class ClosingTimer {

    static final String KIND = "close-resolved";

    private final NextSteps nextSteps;
    private final Timers timers;

    ClosingTimer(NextSteps nextSteps, Timers timers) {
        this.nextSteps = nextSteps;
        this.timers = timers;
    }

    void set(Ticket ticket) {
        timers.set(KIND, ticket.id, Times.micros(ticket.resolvedAt), nextSteps.reopenableUntil(ticket));
    }
}
