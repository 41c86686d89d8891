package org.patchbay.routing.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Agents;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Actor;
import org.patchbay.tickets.TicketColleagues;
import org.patchbay.tickets.TicketEvent;
import org.patchbay.tickets.TicketEventType;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.TicketView;
import org.patchbay.tickets.Tickets;
import org.patchbay.tickets.WorkPermission;

/** Gives tickets to agents at the will of a supervisor, or of the agent who holds one. */
@ApplicationScoped
class ManualAssignments {

    private final Road road;
    private final Tickets tickets;
    private final Agents agents;
    private final Audit audit;
    private final TicketColleagues colleagues;

    ManualAssignments(Road road, Tickets tickets, Agents agents, Audit audit, TicketColleagues colleagues) {
        this.colleagues = colleagues;
        this.road = road;
        this.tickets = tickets;
        this.agents = agents;
        this.audit = audit;
    }

    /**
     * Gives a ticket to an agent, and takes it from its holder.
     *
     * @param note for the agent
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code agent-at-capacity} where the agent cannot take it,
     *     {@code agent-not-eligible} where they may not
     */
    @Transactional
    TicketView assign(Actor actor, long ticketId, long agentId, @Nullable String note, @Nullable String ifMatch) {
        var ticket = tickets.lockedFor(actor, ticketId, Step.ASSIGN, ifMatch);
        WorkPermission.check(actor, ticket);
        var before = tickets.read(actor, ticketId);
        agents.check(agentId);
        boolean theirs = ticket.status() == TicketStatus.IN_PROGRESS && ticket.isHeldBy(agentId);
        if (!theirs) {
            if (note != null) {
                ticket.note(TicketEventType.NOTED_INTERNALLY, actor, TicketEvent.Content.of(actor, note));
            }
            // An agent who hands the ticket on need not see it any more.
            CurrentVisibility.ofEverything(() -> {
                road.assign(actor, ticket, agentId);
                colleagues.given(ticket, agentId);
                audit.record(Action.TICKET_ASSIGNED, ticketId, before, tickets.read(actor, ticketId));
            });
        }
        return CurrentVisibility.ofEverything(() -> tickets.read(actor, ticketId));
    }
}
