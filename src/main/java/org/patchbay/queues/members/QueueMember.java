package org.patchbay.queues.members;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A member of a queue's staffing: an agent, or all agents of a group and of those below it. */
@Entity
public class QueueMember extends OrganisationEntity {

    private static final String SERVING =
            "select m.queueId, m.agentId, g.path from QueueMember m left join Group g on g.id = m.groupId";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long queueId;

    @Nullable
    Long agentId;

    @Nullable
    Long groupId;

    int tier;

    /**
     * An agent, or the agents of a group and below it, who serve a queue.
     *
     * @param path the group's; null for an agent
     */
    @RegisterForReflection
    public record Serves(
            long queueId, @Nullable Long agentId, @Nullable String path) {}

    /** An account of a group. */
    @RegisterForReflection
    public record Place(long accountId, String path) {}

    static QueueMember create(long queueId, QueueMemberView member) {
        var created = new QueueMember();
        created.queueId = queueId;
        created.agentId = member.agentId();
        created.groupId = member.groupId();
        created.tier = member.tier();
        created.persist();
        return created;
    }

    /** Lets all agents serve the default queue of an organisation, which need not be the transaction's. */
    public static void letEverybodyServe(long organisationId) {
        NativeSql.in(organisationId, """
                insert into queue_member (organisation_id, queue_id, group_id, tier)
                select q.organisation_id, q.id, g.id, 1 from queue q
                join org_group g on g.organisation_id = q.organisation_id and g.root_of = q.organisation_id
                where q.organisation_id = :organisation and q.default_of = :organisation""").update();
    }

    QueueMemberView view() {
        return new QueueMemberView(agentId, groupId, tier);
    }

    /** The members whom the current user sees. */
    static List<QueueMember> of(long queueId) {
        return list(
                "from QueueMember m where m.queueId = ?1 and (exists (select 1 from Agent a where a.id = m.agentId)"
                        + " or exists (select 1 from Group g where g.id = m.groupId)) order by m.tier, m.id",
                queueId);
    }

    public static List<Serves> serving() {
        return find(SERVING).project(Serves.class).list();
    }

    public static List<Serves> serving(long queueId) {
        return find(SERVING + " where m.queueId = ?1", queueId)
                .project(Serves.class)
                .list();
    }

    /** All memberships of accounts in groups. */
    public static List<Place> places() {
        return getEntityManager()
                .createQuery(
                        "select b.accountId, g.path from Membership b join Group g on g.id = b.groupId", Place.class)
                .getResultList();
    }

    public static long deleteOf(long queueId) {
        return delete("queueId", queueId);
    }

    public static List<Long> queuesOfGroups() {
        return find("select distinct queueId from QueueMember where groupId is not null order by queueId")
                .project(Long.class)
                .list();
    }

    static void deleteAgent(long agentId) {
        delete("agentId", agentId);
    }

    static Set<Long> agentsAmong(Collection<Long> ids) {
        return Set.copyOf(getEntityManager()
                .createQuery("select a.id from Agent a where a.id in :ids and a.deletedAt is null", Long.class)
                .setParameter("ids", ids)
                .getResultList());
    }

    static Set<Long> groupsAmong(Collection<Long> ids) {
        return Set.copyOf(getEntityManager()
                .createQuery("select g.id from Group g where g.id in :ids", Long.class)
                .setParameter("ids", ids)
                .getResultList());
    }
}
