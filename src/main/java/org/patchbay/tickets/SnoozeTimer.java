package org.patchbay.tickets;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.timers.TimerKind;
import org.patchbay.timers.Timers;

import static java.util.Objects.requireNonNull;

/** Sets the timer by which a snoozed ticket resumes. */
@ApplicationScoped
class SnoozeTimer {

    /** The payload is when it resumes: it may be resumed before, and snoozed again. */
    static final TimerKind<Instant> KIND = TimerKind.ofTime("snooze-end");

    private final Timers timers;

    SnoozeTimer(Timers timers) {
        this.timers = timers;
    }

    void set(Ticket ticket) {
        var until = requireNonNull(ticket.pendingUntil);
        timers.set(KIND, ticket.id, until, until);
    }
}
