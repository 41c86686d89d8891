package org.patchbay.tickets;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The life of a ticket: every state, and every {@link Step} that leaves it. */
public enum TicketStatus {
    /** Waits for an agent. */
    OPEN,
    /** An agent is offered it. */
    OFFERED,
    /** An agent holds it. */
    IN_PROGRESS,
    /** The customer must answer; costs no capacity. */
    PENDING,
    RESOLVED,
    CLOSED,
    CANCELLED;

    /** A step of a ticket: the states that it leaves, and the one it leads to. */
    public enum Step {
        ASSIGN(IN_PROGRESS, OPEN, OFFERED, IN_PROGRESS),
        OFFER(OFFERED, OPEN),
        ACCEPT(IN_PROGRESS, OFFERED),
        DECLINE(OPEN, OFFERED),
        EXPIRE(OPEN, OFFERED, IN_PROGRESS),
        RELEASE(OPEN, OFFERED, IN_PROGRESS),
        PEND(PENDING, IN_PROGRESS),
        RESUME(OPEN, PENDING),
        RESOLVE(RESOLVED, IN_PROGRESS, PENDING),
        /** A bot has answered it: no agent needs to take it. */
        SETTLE(RESOLVED, OPEN),
        REOPEN(OPEN, RESOLVED),
        CLOSE(CLOSED, RESOLVED),
        CANCEL(CANCELLED, OPEN, OFFERED, IN_PROGRESS, PENDING);

        private static final Set<Step> NOT_OF_PEOPLE = EnumSet.of(OFFER, ACCEPT, DECLINE, EXPIRE, SETTLE);

        private final TicketStatus to;
        private final Set<TicketStatus> from;

        Step(TicketStatus to, TicketStatus first, TicketStatus... more) {
            this.to = to;
            this.from = EnumSet.of(first, more);
        }

        public TicketStatus to() {
            return to;
        }

        public boolean leaves(TicketStatus status) {
            return from.contains(status);
        }
    }

    /**
     * The status after a step. No other place tells it.
     *
     * @throws IllegalStateException where the step does not leave this one
     */
    TicketStatus after(Step step) {
        if (!step.leaves(this)) {
            throw new IllegalStateException("A ticket that is " + this + " takes no step " + step);
        }
        return step.to;
    }

    /** Whether work on the ticket is still to be done. */
    public boolean isLive() {
        return this == OPEN || isWithAgent() || this == PENDING;
    }

    /** Whether it uses an agent's capacity. */
    public boolean isWithAgent() {
        return this == OFFERED || this == IN_PROGRESS;
    }

    /**
     * The steps that people take with a ticket in this state; others are taken with its offer, by a bot or the system.
     */
    public Set<Step> nextSteps() {
        var steps = steps();
        steps.removeAll(Step.NOT_OF_PEOPLE);
        return steps;
    }

    /** The steps that leave this state, in the order of their declaration. */
    public Set<Step> steps() {
        return Arrays.stream(Step.values())
                .filter(step -> step.leaves(this))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)));
    }
}
