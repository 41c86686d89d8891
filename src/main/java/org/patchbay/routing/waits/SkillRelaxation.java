package org.patchbay.routing.waits;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.routing.matching.AssignmentTransaction;
import org.patchbay.routing.pools.RequirementOverTime;
import org.patchbay.routing.pools.RequirementPools;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketEventType;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;

/**
 * Relaxes the requirement of a waiting ticket at an age. For a ticket that does not wait then, it happens when it waits
 * again.
 */
@ApplicationScoped
class SkillRelaxation implements TimerHandler<Duration> {

    private final RequirementPools pools;
    private final AssignmentTransaction transaction;

    SkillRelaxation(RequirementPools pools, AssignmentTransaction transaction) {
        this.pools = pools;
        this.transaction = transaction;
    }

    @Override
    public TimerKind<Duration> kind() {
        return TicketTimers.RELAXATION;
    }

    @Override
    public void fire(DueTimer<Duration> timer) {
        var ticket = Ticket.lock(timer.subjectId()).orElseThrow();
        long age = timer.payload().toSeconds();
        var requirement = new RequirementOverTime(ticket.queueId(), ticket);
        if (ticket.status() == TicketStatus.OPEN && requirement.turnsAt(age)) {
            ticket.waitsIn(ticket.queueId(), pools.of(requirement.at(Math.max(age, requirement.age()))));
            ticket.record(TicketEventType.RELAXED, null, null);
            transaction.seekFor(ticket);
        }
    }
}
