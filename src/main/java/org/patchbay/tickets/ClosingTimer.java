package org.patchbay.tickets;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.timers.TimerKind;
import org.patchbay.timers.Timers;

import static java.util.Objects.requireNonNull;

/** Sets the timer by which a resolved ticket closes when the time to reopen it is over. */
@ApplicationScoped
class ClosingTimer {

    /** The payload is the time of the resolution: it may be reopened, and resolved again. */
    static final TimerKind<Instant> KIND = TimerKind.ofTime("close-resolved");

    private final NextSteps nextSteps;
    private final Timers timers;

    ClosingTimer(NextSteps nextSteps, Timers timers) {
        this.nextSteps = nextSteps;
        this.timers = timers;
    }

    void set(Ticket ticket) {
        timers.set(KIND, ticket.id, requireNonNull(ticket.resolvedAt), nextSteps.reopenableUntil(ticket));
    }
}
