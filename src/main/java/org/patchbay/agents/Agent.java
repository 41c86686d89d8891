package org.patchbay.agents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.OptimisticLock;
import org.patchbay.groups.Visibility;
import org.patchbay.shared.DomainEvents;
import org.patchbay.shared.OrganisationEntity;
import org.patchbay.shared.Search;
import org.patchbay.shared.SkipLocked;
import org.patchbay.shared.Times;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A support agent. The version counts changes of the profile only: presence and load change under the row's lock, many
 * times an hour, and must not make an admin's edit stale.
 */
@Entity
@DynamicUpdate
@Filter(name = Visibility.FILTER, condition = Visibility.OF_AGENTS, deduceAliasInjectionPoints = false)
public class Agent extends OrganisationEntity {

    /**
     * An agent, and whether they could take something now.
     *
     * @param room units that they could hold beside what they hold
     */
    @RegisterForReflection
    public record OnDuty(long id, Presence presence, int room) {

        public boolean isFree() {
            return presence == Presence.AVAILABLE && room > 0;
        }
    }

    @Id
    Long id;

    String name;

    String title;

    @Enumerated(EnumType.STRING)
    @OptimisticLock(excluded = true)
    Presence presence;

    /** Why they are away; null where they are not, or did not say. */
    @OptimisticLock(excluded = true)
    Long presenceReasonId;

    @OptimisticLock(excluded = true)
    Instant presenceSince;

    /** Since when they are AWAY or OFFLINE, the one after the other too; null while they are neither. */
    @OptimisticLock(excluded = true)
    Instant goneSince;

    /** Null outside of the time for notes. */
    @OptimisticLock(excluded = true)
    Instant wrapUpUntil;

    int capacity;

    @Column(name = "load_units")
    @OptimisticLock(excluded = true)
    int load;

    @OptimisticLock(excluded = true)
    Instant idleSince;

    /** Offers, and first responses, in a row. */
    @Column(name = "missed_offers")
    @OptimisticLock(excluded = true)
    int missed;

    Instant createdAt;

    Instant deletedAt;

    /** Whether matchers may find them free: kept by routing. */
    @OptimisticLock(excluded = true)
    boolean seated;

    @Version
    int version;

    static Agent create(long accountId, String name, String title, int capacity) {
        var agent = new Agent();
        agent.id = accountId;
        agent.name = name;
        agent.title = title;
        agent.presence = Presence.OFFLINE;
        agent.capacity = capacity;
        agent.createdAt = Times.now();
        agent.idleSince = agent.createdAt;
        agent.presenceSince = agent.createdAt;
        agent.goneSince = agent.createdAt;
        agent.persist();
        return agent;
    }

    public long id() {
        return id;
    }

    /** Whether the agent may be given anything at all now; what it costs is another question. */
    public boolean isFree() {
        return deletedAt == null && presence == Presence.AVAILABLE && load < capacity;
    }

    /** Whether they are not there: AWAY or OFFLINE. */
    public boolean isGone() {
        return presence.isGone();
    }

    public int capacity() {
        return capacity;
    }

    public Instant presenceSince() {
        return presenceSince;
    }

    /** They answered an offer, or did something about what they were given. Call under the row's lock. */
    public void answered() {
        missed = 0;
    }

    /**
     * Has time for notes from now on, if they are available or have some already, which never ends earlier for it. Call
     * under the row's lock.
     *
     * @return whether it ends at another time than before
     */
    public boolean wrapUp(Duration time) {
        if (presence == Presence.AVAILABLE) {
            become(Presence.WRAP_UP, null);
            wrapUpUntil = presenceSince.plus(time);
            return true;
        }
        var until = Times.now().plus(time);
        boolean longer = wrapUpUntil != null && wrapUpUntil.isBefore(until);
        if (longer) {
            wrapUpUntil = until;
            DomainEvents.publish(new PresenceChanged(id, presence, presenceSince));
        }
        return longer;
    }

    public Instant wrapUpUntil() {
        return wrapUpUntil;
    }

    public boolean isSeated() {
        return seated;
    }

    /** Call under the row's lock. */
    public void seated(boolean whetherFound) {
        seated = whetherFound;
    }

    /** Call under the row's lock. Who becomes available goes to the back of the longest-idle order. */
    void become(Presence next, Long reasonOrNull) {
        var now = Times.now();
        if (!next.isGone()) {
            goneSince = null;
        } else if (!isGone() || goneSince == null) {
            goneSince = now;
        }
        presence = next;
        presenceReasonId = reasonOrNull;
        presenceSince = now;
        wrapUpUntil = null;
        if (next == Presence.AVAILABLE) {
            idleSince = presenceSince;
        }
        DomainEvents.publish(new PresenceChanged(id, next, presenceSince));
    }

    /** Call under the row's lock. Goes to the back of the longest-idle order, also where room is left. */
    public void take(int units) {
        load += units;
        idleSince = Times.now();
    }

    /** Call under the row's lock. */
    public void give(int units) {
        load -= units;
        idleSince = Times.now();
    }

    static Optional<Agent> byId(long id) {
        return find("id = ?1 and deletedAt is null", id).firstResultOptional();
    }

    /** Without reading the agent, whom {@link #lock} may follow. */
    static boolean exists(long id) {
        return count("id = ?1 and deletedAt is null", id) > 0;
    }

    /**
     * Waits for the row's lock; finds deleted agents too. Must be the transaction's first look at the agent: Hibernate
     * does not read again what it has, and load and presence are not what its version counts.
     */
    public static Optional<Agent> lock(long id) {
        return Agent.<Agent>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The agent, locked, if they have room and no other matcher is looking at them. */
    public static Optional<Agent> lockIfFree(long id) {
        return SkipLocked.first(find("id = ?1 and presence = AVAILABLE and load < capacity and deletedAt is null", id));
    }

    /** Of all organisations, where {@link org.patchbay.shared.CurrentOrganisation} says everywhere. */
    public static Map<Presence, Long> countByPresence() {
        return getEntityManager()
                .createQuery(
                        "select presence, count(*) from Agent where deletedAt is null group by presence",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Presence) row[0], row -> (Long) row[1]));
    }

    /** All whom the current user sees. */
    public static List<OnDuty> onDuty() {
        return find("select id, presence, capacity - load from Agent where deletedAt is null")
                .project(OnDuty.class)
                .list();
    }

    /** @param amongOrNull only these */
    static List<Agent> page(
            Presence presence, String namePart, Long groupId, Set<Long> amongOrNull, long afterId, int size) {
        return find(
                        "from Agent a where a.id > ?1 and a.deletedAt is null and (?2 is null or a.presence = ?2)"
                                + " and (?3 is null or " + Search.contains("?3", "a.name")
                                + ") and (?4 is null or exists (select 1"
                                + " from Membership m where m.accountId = a.id and m.groupId = ?4)) and (?5 = true or a.id in ?6) order by a.id",
                        afterId,
                        presence,
                        namePart,
                        groupId,
                        amongOrNull == null,
                        amongOrNull == null || amongOrNull.isEmpty() ? Set.of(-1L) : amongOrNull)
                .page(0, size)
                .list();
    }
}
