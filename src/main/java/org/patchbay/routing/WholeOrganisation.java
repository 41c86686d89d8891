package org.patchbay.routing;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.patchbay.agents.Agent;
import org.patchbay.shared.Tenancy;
import org.patchbay.tickets.Ticket;

/** Every agent may be given every ticket. Each look is a range scan of one row, however many there are. */
@ApplicationScoped
class WholeOrganisation implements Pairing {

    private static final String FREE_AGENT = "exists (select 1 from Agent a where a.freeSince is not null)";
    private static final String WAITING_TICKET = "exists (select 1 from Ticket t where t.status = OPEN)";

    private final EntityManager entities;

    WholeOrganisation(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<AgentLock> find(Seeking seeking) {
        if (!isThere(seeking)) {
            return Optional.empty();
        }
        return Optional.of(
                seeking.agentId() == null ? Agent::lockLongestIdle : () -> Agent.lockIfFree(seeking.agentId()));
    }

    private boolean isThere(Seeking seeking) {
        if (seeking.ticketId() != null) {
            return exists("Ticket it where it.id = :id and it.status = OPEN and " + FREE_AGENT, seeking.ticketId());
        }
        if (seeking.agentId() != null) {
            return exists(
                    "Agent it where it.id = :id and it.freeSince is not null and " + WAITING_TICKET, seeking.agentId());
        }
        return exists(
                "Organisation it where it.id = :id and " + FREE_AGENT + " and " + WAITING_TICKET,
                Tenancy.organisation());
    }

    @Override
    public Optional<Ticket> lockTicket(Agent agent) {
        return Ticket.lockFirstWaiting();
    }

    @Override
    public boolean mayTake(long agentId, Ticket ticket) {
        return true;
    }

    private boolean exists(String query, long id) {
        return !entities.createQuery("select 1 from " + query, Integer.class)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
