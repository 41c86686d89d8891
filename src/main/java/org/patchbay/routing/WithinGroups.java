package org.patchbay.routing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.patchbay.agents.Agent;
import org.patchbay.shared.SkipLocked;
import org.patchbay.tickets.Ticket;

/**
 * An agent may be given the tickets of their groups only: those they belong to, also where they see no more there than
 * their own work, and with them those below, or all, where they see so much. Who belongs to no group may be given what is
 * of no group but the organisation itself.
 */
@ApplicationScoped
class WithinGroups implements Pairing {

    /** That agent {@code a} may be given what is of group {@code g}. */
    private static final String MAY_BE_GIVEN = "(exists (select 1 from Membership m join Group mg on mg.id = m.groupId"
            + " where m.accountId = a.id and (m.sees = ORGANISATION or mg.id = g.id"
            + " or m.sees = SUBTREE and g.path like concat(mg.path, '%')))"
            + " or g.parentId is null and not exists (select 1 from Membership m where m.accountId = a.id))";

    /**
     * Where rows are locked, the subquery stands beside something that is never true: else MySQL may join it, leave the
     * order of the index, and lock all that it sorts.
     */
    private static final String NOT_JOINED = "(1 = 0 or exists (";

    private final EntityManager entities;

    WithinGroups(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<AgentLock> find(Seeking seeking) {
        if (seeking.agentId() != null) {
            return isWorkFor(seeking.agentId())
                    ? Optional.of(() -> Agent.lockIfFree(seeking.agentId()))
                    : Optional.empty();
        }
        var group = seeking.ticketId() == null ? anyGroup() : groupOf(seeking.ticketId());
        return group.map(found -> () -> lockLongestIdleOf(found));
    }

    @Override
    public Optional<Ticket> lockTicket(Agent agent) {
        return SkipLocked.first(Ticket.find(
                "from Ticket t where t.status = OPEN and " + NOT_JOINED
                        + "select 1 from Group g, Agent a where g.id = t.groupId and a.id = ?1 and " + MAY_BE_GIVEN
                        + ")) order by t.priority, t.openedAt, t.id",
                agent.id()));
    }

    @Override
    public boolean mayTake(Agent agent, Ticket ticket) {
        return isThere(entities.createQuery(
                        "select 1 from Group g, Agent a where g.id = :group and a.id = :agent and " + MAY_BE_GIVEN,
                        Integer.class)
                .setParameter("group", ticket.groupId())
                .setParameter("agent", agent.id()));
    }

    private static Optional<Agent> lockLongestIdleOf(long groupId) {
        return SkipLocked.first(Agent.find(
                "from Agent a where a.freeSince is not null and " + NOT_JOINED
                        + "select 1 from Group g where g.id = ?1 and " + MAY_BE_GIVEN
                        + ")) order by a.freeSince, a.id",
                groupId));
    }

    private boolean isWorkFor(long agentId) {
        return isThere(entities.createQuery(
                        "select 1 from Ticket t join Group g on g.id = t.groupId, Agent a where a.id = :agent and a.freeSince is not null and t.status = OPEN and "
                                + MAY_BE_GIVEN,
                        Integer.class)
                .setParameter("agent", agentId));
    }

    /** That of a waiting ticket for which an agent is free. */
    private Optional<Long> groupOf(long ticketId) {
        return entities.createQuery(
                        "select g.id from Ticket t join Group g on g.id = t.groupId, Agent a where t.id = :ticket"
                                + " and t.status = OPEN and a.freeSince is not null and " + MAY_BE_GIVEN,
                        Long.class)
                .setParameter("ticket", ticketId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** One where a ticket waits for which an agent is free. */
    private Optional<Long> anyGroup() {
        return groupsWhereTicketsWait().stream().filter(this::hasFreeAgent).findFirst();
    }

    private boolean hasFreeAgent(long groupId) {
        return isThere(entities.createQuery(
                        "select 1 from Group g, Agent a where g.id = :group and a.freeSince is not null and "
                                + MAY_BE_GIVEN,
                        Integer.class)
                .setParameter("group", groupId));
    }

    private List<Long> groupsWhereTicketsWait() {
        return entities.createQuery("select distinct groupId from Ticket where status = OPEN", Long.class)
                .getResultList();
    }

    private static boolean isThere(TypedQuery<Integer> query) {
        return !query.setMaxResults(1).getResultList().isEmpty();
    }
}
