package org.patchbay.agents.attendance;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Agent;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;

/**
 * The time of an agent's last heartbeat. It is not in the agent's row: writing it there would wait for transactions
 * that give and take tickets, and make matchers skip the agent.
 */
@Entity
@Table(name = "sign_of_life")
public class LastSeen extends OrganisationEntity {

    private static final String PRESENT = " from Agent a left join LastSeen l on l.agentId = a.id"
            + " where a.presence in (AVAILABLE, AWAY, WRAP_UP) and ";

    private static final String SIGNED_IN =
            "exists (select 1 from Session s where s.accountId = a.id and s.expiresAt > :now)";

    private static final String GONE = "(a.presenceSince < :lost and (l.seenAt is null or l.seenAt < :lost)"
            + " or a.presenceSince < :signedOut and l.signedOutAt < :signedOut and not " + SIGNED_IN + ")";

    /**
     * The times before which a heartbeat or a sign-out is too long ago.
     *
     * @param lost for agents without a heartbeat
     * @param signedOut for agents without a session
     */
    record Limits(Instant now, Instant lost, Instant signedOut) {}

    @Id
    Long agentId;

    Instant seenAt;

    /** When the loss of the agent's last session was noticed; null while there is one, or the agent is offline. */
    @Nullable
    Instant signedOutAt;

    /** Does nothing where the account is no agent's. */
    public static void give(long agentId, Instant now) {
        NativeSql.of("""
                insert into sign_of_life (agent_id, organisation_id, seen_at)
                select a.id, a.organisation_id, :now from agent a
                where a.organisation_id = :organisation and a.id = :agent
                on duplicate key update seen_at = :now""").set("agent", agentId).set("now", now).update();
    }

    /** Null where there never was a heartbeat. */
    public static @Nullable Instant lastOf(long agentId) {
        return lastOf(List.of(agentId)).get(agentId);
    }

    public static Map<Long, Instant> lastOf(Collection<Long> agentIds) {
        return LastSeen.<LastSeen>list("agentId in ?1", agentIds).stream()
                .collect(Collectors.toMap(life -> life.agentId, life -> life.seenAt));
    }

    /** The agents who are gone, of all organisations. */
    static List<Agent> gone(Limits limits) {
        return getEntityManager()
                .createQuery("select a" + PRESENT + GONE, Agent.class)
                .setParameter("lost", limits.lost())
                .setParameter("signedOut", limits.signedOut())
                .setParameter("now", limits.now())
                .getResultList();
    }

    /** As {@link #gone(Limits)}. */
    static boolean isGone(long agentId, Limits limits) {
        return getEntityManager()
                        .createQuery("select count(a)" + PRESENT + GONE + " and a.id = :agent", Long.class)
                        .setParameter("lost", limits.lost())
                        .setParameter("signedOut", limits.signedOut())
                        .setParameter("now", limits.now())
                        .setParameter("agent", agentId)
                        .getSingleResult()
                > 0;
    }

    /**
     * The agents of all organisations who have no session any more. An agent without a recent heartbeat did not just
     * sign out.
     */
    static List<Agent> signedOut(Limits limits) {
        return getEntityManager()
                .createQuery(
                        "select a" + PRESENT + "l.signedOutAt is null and l.seenAt >= :lost and not " + SIGNED_IN,
                        Agent.class)
                .setParameter("lost", limits.lost())
                .setParameter("now", limits.now())
                .getResultList();
    }

    /** The agents of all organisations who have a session again. */
    static List<Agent> signedInAgain(Limits limits) {
        return getEntityManager()
                .createQuery("select a" + PRESENT + "l.signedOutAt is not null and " + SIGNED_IN, Agent.class)
                .setParameter("now", limits.now())
                .getResultList();
    }

    static void noteSignOut(Collection<Long> agentIds, Instant now) {
        update("signedOutAt = ?1 where agentId in ?2 and signedOutAt is null", now, agentIds);
    }

    /** Should they sign out another time, the time begins anew. */
    static void forgetSignOut(Collection<Long> agentIds) {
        update("signedOutAt = null where agentId in ?1", agentIds);
    }
}
