package org.patchbay.routing;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.patchbay.shared.Tenancy;

/**
 * Looks, without locks, whether a waiting ticket and a free agent are there at the same time. In an organisation that is
 * suspended there is nothing to match.
 */
@ApplicationScoped
@Transactional
class Matchable {

    private static final String FREE_AGENT = " and exists (select 1 from Agent a where a.freeSince is not null)";
    private static final String WAITING_TICKET = " and exists (select 1 from Ticket t where t.status = OPEN)";

    private final EntityManager entities;

    Matchable(EntityManager entities) {
        this.entities = entities;
    }

    boolean ticket(long ticketId) {
        return exists("from Ticket it where it.id = :id and it.status = OPEN" + FREE_AGENT, ticketId);
    }

    boolean agent(long agentId) {
        return exists("from Agent it where it.id = :id and it.freeSince is not null" + WAITING_TICKET, agentId);
    }

    boolean any() {
        return exists("from Organisation it where it.id = :id" + FREE_AGENT + WAITING_TICKET, Tenancy.organisation());
    }

    /** The organisations where something could be matched. */
    List<Long> organisations() {
        return entities.createNativeQuery(
                        "select o.id from organisation o where o.status = 'ACTIVE'"
                                + " and exists (select 1 from agent a where a.organisation_id = o.id and a.free_since is not null)"
                                + " and exists (select 1 from ticket t where t.organisation_id = o.id and t.status = 'OPEN')",
                        Long.class)
                .getResultList();
    }

    private boolean exists(String query, long id) {
        return !entities.createQuery(
                        "select 1 " + query
                                + " and exists (select 1 from Organisation o where o.id = :organisation and o.status = ACTIVE)",
                        Integer.class)
                .setParameter("id", id)
                .setParameter("organisation", Tenancy.organisation())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
