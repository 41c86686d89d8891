package org.patchbay.routing;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Looks, without locks, whether a waiting ticket and a free agent are there at the same time. */
@ApplicationScoped
@Transactional
class Matchable {

    private static final String FREE_AGENT =
            "exists (select 1 from Agent a where a.organisationId = :organisation and a.freeSince is not null)";
    private static final String WAITING_TICKET =
            "exists (select 1 from Ticket t where t.organisationId = :organisation and t.status = OPEN)";

    private final EntityManager entities;

    Matchable(EntityManager entities) {
        this.entities = entities;
    }

    boolean ticket(long organisationId, long ticketId) {
        return exists(
                "from Ticket w where w.organisationId = :organisation and w.id = :id and w.status = OPEN and "
                        + FREE_AGENT,
                organisationId,
                ticketId);
    }

    boolean agent(long organisationId, long agentId) {
        return exists(
                "from Agent f where f.organisationId = :organisation and f.id = :id and f.freeSince is not null and "
                        + WAITING_TICKET,
                organisationId,
                agentId);
    }

    boolean any(long organisationId) {
        return exists(
                "from Organisation o where o.id = :organisation and o.id = :id and " + FREE_AGENT + " and "
                        + WAITING_TICKET,
                organisationId,
                organisationId);
    }

    /** The organisations where something could be matched. */
    List<Long> organisations() {
        return entities.createQuery(
                        "select o.id from Organisation o where"
                                + " exists (select 1 from Agent a where a.organisationId = o.id and a.freeSince is not null)"
                                + " and exists (select 1 from Ticket t where t.organisationId = o.id and t.status = OPEN)",
                        Long.class)
                .getResultList();
    }

    private boolean exists(String query, long organisationId, long id) {
        return !entities.createQuery("select 1 " + query, Integer.class)
                .setParameter("organisation", organisationId)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
