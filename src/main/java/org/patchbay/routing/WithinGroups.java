package org.patchbay.routing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.patchbay.agents.Agent;
import org.patchbay.groups.Memberships;
import org.patchbay.groups.Reach;
import org.patchbay.tickets.Ticket;

/**
 * An agent may be given the tickets of their groups only. Candidates are looked up without locks and then locked by id,
 * so that nobody waits for, or skips, rows of groups that are not concerned.
 */
@ApplicationScoped
class WithinGroups implements Pairing {

    /** Of so many at least one is mostly not locked by somebody else; where all are, the matcher looks again. */
    private static final int CANDIDATES = 16;

    /** Agent {@code a} belongs to group {@code g}, or sees it from above; as {@link Memberships#routableTo} says it. */
    private static final String MAY_BE_GIVEN = "(exists (select 1 from Membership m join Group mg on mg.id = m.groupId"
            + " where m.accountId = a.id and (m.sees = ORGANISATION or mg.id = g.id"
            + " or m.sees = SUBTREE and g.path like concat(mg.path, '%')))"
            + " or g.parentId is null and not exists (select 1 from Membership m where m.accountId = a.id))";

    private final EntityManager entities;
    private final Memberships memberships;

    WithinGroups(EntityManager entities, Memberships memberships) {
        this.entities = entities;
        this.memberships = memberships;
    }

    @Override
    public boolean isThere(Seeking seeking) {
        if (seeking.agentId() != null) {
            return isFree(seeking.agentId())
                    && !waitingFor(seeking.agentId(), 1).isEmpty();
        }
        return !candidates(seeking, 1).isEmpty();
    }

    @Override
    public Optional<Agent> lockAgent(Seeking seeking) {
        return seeking.agentId() == null
                ? first(candidates(seeking, CANDIDATES), Agent::lockIfFree)
                : Agent.lockIfFree(seeking.agentId());
    }

    @Override
    public Optional<Ticket> lockTicket(Agent agent) {
        return first(waitingFor(agent.id(), CANDIDATES), Ticket::lockIfWaiting);
    }

    @Override
    public boolean mayTake(Agent agent, Ticket ticket) {
        return memberships.routableTo(agent.id()).includes(ticket.groupId());
    }

    private List<Long> candidates(Seeking seeking, int size) {
        return seeking.ticketId() == null
                ? groupsWhereTicketsWait().stream()
                        .map(group -> agentsFor(group, size))
                        .filter(agents -> !agents.isEmpty())
                        .findFirst()
                        .orElse(List.of())
                : groupOfWaiting(seeking.ticketId()).stream()
                        .flatMap(group -> agentsFor(group, size).stream())
                        .toList();
    }

    private List<Long> agentsFor(long groupId, int size) {
        return entities.createQuery(
                        "select a.id from Agent a, Group g where g.id = :group and a.freeSince is not null and "
                                + MAY_BE_GIVEN + " order by a.freeSince, a.id",
                        Long.class)
                .setParameter("group", groupId)
                .setMaxResults(size)
                .getResultList();
    }

    private List<Long> waitingFor(long agentId, int size) {
        Reach reach = memberships.routableTo(agentId);
        return entities.createQuery(
                        "select id from Ticket where status = OPEN and (:everything = true or groupId in (:groups))"
                                + " order by priority, openedAt, id",
                        Long.class)
                .setParameter("everything", reach.everything())
                .setParameter("groups", reach.groups())
                .setMaxResults(size)
                .getResultList();
    }

    private List<Long> groupsWhereTicketsWait() {
        return entities.createQuery("select distinct groupId from Ticket where status = OPEN", Long.class)
                .getResultList();
    }

    private List<Long> groupOfWaiting(long ticketId) {
        return entities.createQuery("select groupId from Ticket where id = :id and status = OPEN", Long.class)
                .setParameter("id", ticketId)
                .getResultList();
    }

    private boolean isFree(long agentId) {
        return !entities.createQuery("select 1 from Agent where id = :id and freeSince is not null", Integer.class)
                .setParameter("id", agentId)
                .getResultList()
                .isEmpty();
    }

    private static <T> Optional<T> first(List<Long> ids, Function<Long, Optional<T>> lock) {
        return ids.stream().map(lock).flatMap(Optional::stream).findFirst();
    }
}
