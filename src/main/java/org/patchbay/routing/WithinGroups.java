package org.patchbay.routing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.patchbay.agents.Agent;
import org.patchbay.shared.Tenancy;
import org.patchbay.tickets.Ticket;

/**
 * An agent may be given the tickets of their groups only: those they belong to, also where they see no more there than
 * their own work, and with them those below, or all, where they see so much. Who belongs to no group may be given what is
 * of no group but the organisation itself.
 *
 * <p>In SQL, because Hibernate would translate these queries anew each time.
 */
@ApplicationScoped
class WithinGroups implements Pairing {

    /** That agent {@code a} may be given what is of group {@code g}. */
    private static final String MAY_BE_GIVEN =
            "(exists (select 1 from membership m join org_group mg on mg.id = m.group_id"
                    + " where m.account_id = a.id and (m.sees = 'ORGANISATION' or mg.id = g.id"
                    + " or m.sees = 'SUBTREE' and g.path like concat(mg.path, '%')))"
                    + " or g.parent_id is null and not exists (select 1 from membership m where m.account_id = a.id))";

    /**
     * Where rows are locked, the subquery stands beside something that is never true: else MySQL may join it, leave the
     * order of the index, and lock all that it sorts.
     */
    private static final String NOT_JOINED = "(1 = 0 or exists (";

    private static final String FREE = " and a.organisation_id = :organisation and a.free_since is not null";
    private static final String WAITING = " and t.organisation_id = :organisation and t.status = 'OPEN'";

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
        return first(
                "select t.* from ticket t where true" + WAITING + " and " + NOT_JOINED
                        + "select 1 from org_group g, agent a where g.id = t.group_id and a.id = :id and "
                        + MAY_BE_GIVEN
                        + ")) order by t.priority, t.opened_at, t.id limit 1 for update of t skip locked",
                Ticket.class,
                agent.id());
    }

    @Override
    public boolean mayTake(long agentId, Ticket ticket) {
        return first(
                        "select g.id from ticket t join org_group g on g.id = t.group_id, agent a where t.id = "
                                + ticket.id() + " and t.organisation_id = :organisation and a.id = :id and "
                                + MAY_BE_GIVEN,
                        Long.class,
                        agentId)
                .isPresent();
    }

    private Optional<Agent> lockLongestIdleOf(long groupId) {
        return first(
                "select a.* from agent a where true" + FREE + " and " + NOT_JOINED
                        + "select 1 from org_group g where g.id = :id and " + MAY_BE_GIVEN
                        + ")) order by a.free_since, a.id limit 1 for update of a skip locked",
                Agent.class,
                groupId);
    }

    private boolean isWorkFor(long agentId) {
        return first(
                        "select g.id from agent a, ticket t join org_group g on g.id = t.group_id where a.id = :id"
                                + FREE + WAITING + " and " + MAY_BE_GIVEN + " limit 1",
                        Long.class,
                        agentId)
                .isPresent();
    }

    /** That of a waiting ticket for which an agent is free. */
    private Optional<Long> groupOf(long ticketId) {
        return first(
                "select g.id from ticket t join org_group g on g.id = t.group_id, agent a where t.id = :id" + WAITING
                        + FREE + " and " + MAY_BE_GIVEN + " limit 1",
                Long.class,
                ticketId);
    }

    /** One where a ticket waits for which an agent is free. */
    private Optional<Long> anyGroup() {
        return groupsWhereTicketsWait().stream().filter(this::hasFreeAgent).findFirst();
    }

    private boolean hasFreeAgent(long groupId) {
        return first(
                        "select g.id from org_group g, agent a where g.id = :id" + FREE + " and " + MAY_BE_GIVEN
                                + " limit 1",
                        Long.class,
                        groupId)
                .isPresent();
    }

    private List<Long> groupsWhereTicketsWait() {
        return entities.createQuery("select distinct groupId from Ticket where status = OPEN", Long.class)
                .getResultList();
    }

    private <T> Optional<T> first(String sql, Class<T> type, long id) {
        List<T> found = entities.createNativeQuery(sql, type)
                .setParameter("organisation", Tenancy.organisation())
                .setParameter("id", id)
                .getResultList();
        return found.stream().findFirst();
    }
}
