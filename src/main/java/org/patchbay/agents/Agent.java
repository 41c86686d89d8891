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
import org.jspecify.annotations.Nullable;
import org.patchbay.events.EventLog;
import org.patchbay.events.NewEvent;
import org.patchbay.groups.Visibility;
import org.patchbay.shared.persistence.SkipLocked;
import org.patchbay.shared.search.Search;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A support agent. The version counts changes of the profile only. Presence and load change under the row's lock, many
 * times an hour, and must not make an admin's edit stale.
 */
@Entity
@DynamicUpdate
@Filter(name = Visibility.FILTER, condition = Visibility.OF_AGENTS, deduceAliasInjectionPoints = false)
public class Agent extends OrganisationEntity {

    /**
     * An agent, and whether they could take something now.
     *
     * @param room the units that the agent could hold beside those in use
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

    @Nullable
    String title;

    @Enumerated(EnumType.STRING)
    @OptimisticLock(excluded = true)
    Presence presence;

    /** Why the agent is away; null while they are not, or gave no reason. */
    @OptimisticLock(excluded = true)
    @Nullable
    Long presenceReasonId;

    @OptimisticLock(excluded = true)
    Instant presenceSince;

    /** When the agent became AWAY or OFFLINE; stays when one follows the other; null while they are neither. */
    @OptimisticLock(excluded = true)
    @Nullable
    Instant goneSince;

    /** When wrap-up ends; null outside wrap-up. */
    @OptimisticLock(excluded = true)
    @Nullable
    Instant wrapUpUntil;

    int capacity;

    @Column(name = "load_units")
    @OptimisticLock(excluded = true)
    int load;

    @OptimisticLock(excluded = true)
    Instant idleSince;

    /** The offers and first responses missed in a row. */
    @Column(name = "missed_offers")
    @OptimisticLock(excluded = true)
    int missed;

    Instant createdAt;

    @Nullable
    Instant deletedAt;

    /** Whether matchers may find the agent free. Routing keeps it. */
    @OptimisticLock(excluded = true)
    boolean seated;

    @Version
    int version;

    static Agent create(long accountId, String name, @Nullable String title, int capacity) {
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

    /** Whether the agent may be given anything at all now, whatever it costs. */
    public boolean isFree() {
        return deletedAt == null && presence == Presence.AVAILABLE && load < capacity;
    }

    /** Whether the agent is AWAY or OFFLINE. */
    public boolean isGone() {
        return presence.isGone();
    }

    public int capacity() {
        return capacity;
    }

    /** Units of the capacity that are in use. */
    public int load() {
        return load;
    }

    public Instant idleSince() {
        return idleSince;
    }

    public Instant presenceSince() {
        return presenceSince;
    }

    /**
     * Notes that the agent answered an offer, or did something about a ticket given to them. Call under the row's lock.
     */
    public void answered() {
        missed = 0;
    }

    /**
     * Begins wrap-up for an available agent; prolongs a wrap-up that runs, and never shortens it. Call under the row's
     * lock.
     *
     * @return whether the end of wrap-up changed
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
            appendPresence();
        }
        return longer;
    }

    public @Nullable Instant wrapUpUntil() {
        return wrapUpUntil;
    }

    public boolean isSeated() {
        return seated;
    }

    /** Call under the row's lock. */
    public void seated(boolean whetherFound) {
        seated = whetherFound;
    }

    /**
     * Changes the presence. An agent who becomes available goes to the back of the longest-idle order. Call under the
     * row's lock.
     */
    void become(Presence next, @Nullable Long reason) {
        var now = Times.now();
        if (!next.isGone()) {
            goneSince = null;
        } else if (!isGone() || goneSince == null) {
            goneSince = now;
        }
        presence = next;
        presenceReasonId = reason;
        presenceSince = now;
        wrapUpUntil = null;
        if (next == Presence.AVAILABLE) {
            idleSince = presenceSince;
        }
        appendPresence();
    }

    private void appendPresence() {
        var groups = getEntityManager()
                .createQuery("select groupId from Membership where accountId = :agent", Long.class)
                .setParameter("agent", id)
                .getResultStream()
                .collect(Collectors.toUnmodifiableSet());
        EventLog.append(NewEvent.ofPresence(
                CurrentOrganisation.id(), id, new NewEvent.PresenceState(presence.name(), groups), presenceSince));
    }

    /**
     * Adds units to the load and sends the agent to the back of the longest-idle order, even where room is left. Call
     * under the row's lock.
     */
    public void take(int units) {
        load += units;
        idleSince = Times.now();
    }

    /**
     * Takes units from the load and sends the agent to the back of the longest-idle order. Call under the row's lock.
     */
    public void give(int units) {
        load -= units;
        idleSince = Times.now();
    }

    static Optional<Agent> byId(long id) {
        return find("id = ?1 and deletedAt is null", id).firstResultOptional();
    }

    /** Does not read the agent, so that {@link #lock} may follow. */
    static boolean exists(long id) {
        return count("id = ?1 and deletedAt is null", id) > 0;
    }

    /**
     * Waits for the row's lock; finds deleted agents too. It must be the transaction's first look at the agent:
     * Hibernate does not read again what it has, and the version does not count changes of load and presence.
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

    /**
     * Agents who are not offline, over all organisations where
     * {@link org.patchbay.shared.tenancy.CurrentOrganisation} says everywhere. The cost does not grow with the others.
     */
    public static Map<Presence, Long> countPresent() {
        return getEntityManager()
                .createQuery(
                        "select presence, count(*) from Agent where presence in (AVAILABLE, AWAY, WRAP_UP)"
                                + " group by presence",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Presence) row[0], row -> (Long) row[1]));
    }

    /** As {@link #countPresent}, of the others; it reads all of them. */
    public static long countOffline() {
        return count("presence = OFFLINE and deletedAt is null");
    }

    /** All agents whom the current user sees. */
    public static List<OnDuty> onDuty() {
        return find("select id, presence, capacity - load from Agent where deletedAt is null")
                .project(OnDuty.class)
                .list();
    }

    /** @param among only agents of these ids */
    static List<Agent> page(
            @Nullable Presence presence,
            @Nullable String namePart,
            @Nullable Long groupId,
            @Nullable Set<Long> among,
            long afterId,
            int size) {
        return find(
                        "from Agent a where a.id > ?1 and a.deletedAt is null and (?2 is null or a.presence = ?2)"
                                + " and (?3 is null or " + Search.contains("?3", "a.name")
                                + ") and (?4 is null or exists (select 1"
                                + " from Membership m where m.accountId = a.id and m.groupId = ?4)) and (?5 = true"
                                + " or a.id in ?6) order by a.id",
                        afterId,
                        presence,
                        namePart,
                        groupId,
                        among == null,
                        among == null || among.isEmpty() ? Set.of(-1L) : among)
                .page(0, size)
                .list();
    }
}
