package org.patchbay.routing.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.Agent;
import org.patchbay.routing.assignments.Assignment;
import org.patchbay.routing.assignments.FirstResponse;
import org.patchbay.routing.decisions.AssignmentTrigger;
import org.patchbay.routing.decisions.MatchQueries.Terms;
import org.patchbay.routing.offers.Offers;
import org.patchbay.routing.pools.EligibilityIndex;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.timers.Timers;

import static java.util.Objects.requireNonNull;

/** Gives tickets to agents, or offers them where their channel says so and no person chose the agent. */
@ApplicationScoped
public class NewAssignments {

    private final EligibilityIndex index;
    private final Timers timers;
    private final FirstResponse firstResponse;

    NewAssignments(EligibilityIndex index, Timers timers, FirstResponse firstResponse) {
        this.index = index;
        this.timers = timers;
        this.firstResponse = firstResponse;
    }

    /**
     * A ticket that has an agent by now.
     *
     * @param waited since it entered the queue this time
     */
    public record NewAssignment(Agent agent, Ticket ticket, Terms terms, AssignmentTrigger trigger, Duration waited) {

        private boolean isOffer() {
            return isOffered(terms, trigger);
        }
    }

    /** Whether the agent is asked, and not just given the ticket. */
    public static boolean isOffered(Terms terms, AssignmentTrigger trigger) {
        return terms.offerSeconds() != null && trigger.actor() == null;
    }

    /** Changes the agent and the ticket, whose locks the caller holds. A new ticket need not have an id yet. */
    public NewAssignment make(Agent agent, Ticket ticket, Terms terms, AssignmentTrigger trigger) {
        var waited = Optional.ofNullable(ticket.waitingSince()).map(since -> between(since, Times.now()));
        agent.take(terms.units());
        if (isOffered(terms, trigger)) {
            ticket.offerTo(agent.id());
        } else {
            ticket.assignTo(agent.id(), trigger.actor());
        }
        return new NewAssignment(agent, ticket, terms, trigger, waited.orElse(Duration.ZERO));
    }

    /** Writes what belongs to them; the tickets have their ids by now, the agents' seats are updated afterwards. */
    public void record(List<NewAssignment> made) {
        var assignments = Assignment.begin(made.stream()
                .map(each -> Assignment.of(each.ticket(), each.agent(), each.terms(), each.isOffer()))
                .toList());
        for (int i = 0; i < made.size(); i++) {
            follow(made.get(i), assignments.get(i));
        }
    }

    private void follow(NewAssignment made, Assignment assignment) {
        var terms = made.terms();
        made.ticket().recordClaim(made.trigger().actor());
        if (made.isOffer()) {
            timers.set(Offers.EXPIRY, assignment.id, requireNonNull(assignment.expiresAt));
        } else if (terms.firstResponseSeconds() != null) {
            firstResponse.expect(assignment, made.ticket().queueId());
        }
        if (terms.inTurn()) {
            index.served(made.agent(), made.ticket().queueId());
        }
        DomainEvents.publish(new TicketAssigned(
                CurrentOrganisation.id(), made.ticket().id(), made.agent().id(), made.waited()));
    }

    /** Clocks of replicas differ a little. */
    private static Duration between(Instant since, Instant now) {
        var waited = Duration.between(since, now);
        return waited.isNegative() ? Duration.ZERO : waited;
    }
}
