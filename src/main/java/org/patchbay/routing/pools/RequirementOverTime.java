package org.patchbay.routing.pools;

import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.patchbay.shared.time.Times;
import org.patchbay.skills.Relaxation;
import org.patchbay.tickets.Ticket;

/** The requirement of a ticket in a queue, which relaxes as the ticket grows older. */
public record RequirementOverTime(long queueId, Ticket ticket) {

    /** The requirement at that age. */
    public Requirement at(long ageSeconds) {
        var skills = new TreeMap<Long, Integer>();
        for (var required : ticket.requiredSkills()) {
            required.levelAt(ageSeconds).ifPresent(level -> skills.merge(required.skillId(), level, Math::max));
        }
        var target = ticket.target();
        long only = target != null && ageSeconds < target.forSeconds() ? target.agentId() : 0;
        return new Requirement(queueId, ticket.channel(), skills, only);
    }

    /** The age in seconds, since the ticket was opened. */
    public long age() {
        return ticket.openedAt() == null
                ? 0
                : Duration.between(ticket.openedAt(), Times.now()).toSeconds();
    }

    /** The requirement at the present age. */
    public Requirement now() {
        return at(age());
    }

    /** Whether the requirement changes at that age. */
    public boolean turnsAt(long ageSeconds) {
        return changesAt().stream().anyMatch(turn -> turn == ageSeconds);
    }

    /** The ages at which the requirement changes. */
    public SortedSet<Integer> changesAt() {
        var turns = new TreeSet<Integer>();
        ticket.requiredSkills().stream()
                .flatMap(required -> required.relax().stream())
                .map(Relaxation::afterSeconds)
                .forEach(turns::add);
        if (ticket.target() != null) {
            turns.add(ticket.target().forSeconds());
        }
        return turns;
    }
}
