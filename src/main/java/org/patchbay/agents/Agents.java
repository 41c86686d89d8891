package org.patchbay.agents;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.attendance.LastSeen;
import org.patchbay.agents.reasons.PresenceReason;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Accounts;
import org.patchbay.identity.Actor;
import org.patchbay.identity.IdentityWords;
import org.patchbay.identity.Role;
import org.patchbay.shared.epoch.ConfigurationEpoch;
import org.patchbay.shared.epoch.EpochCache;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.search.Search;
import org.patchbay.shared.time.Times;
import org.patchbay.shared.web.EntityTags;

import io.quarkus.arc.All;

/** The agents of an organisation. */
@ApplicationScoped
public class Agents {

    private final Accounts accounts;
    private final AgentAssignments assignments;
    private final AgentEligibility eligibility;
    private final List<AgentDeletion> deletions;
    private final Audit audit;
    private final EpochCache<Long, Boolean> existing;

    Agents(
            Accounts accounts,
            AgentAssignments assignments,
            AgentEligibility eligibility,
            @All List<AgentDeletion> deletions,
            Audit audit,
            ConfigurationEpoch epoch) {
        this.accounts = accounts;
        this.assignments = assignments;
        this.eligibility = eligibility;
        this.deletions = deletions;
        this.audit = audit;
        this.existing = new EpochCache<>(epoch);
    }

    @Transactional
    public AgentView create(NewAgent request) {
        if (!CurrentVisibility.current().allAgents()) {
            throw ProblemType.FORBIDDEN.because(IdentityWords.NAMES_ARE_UNIQUE);
        }
        long account = accounts.create(request.signIn(), request.name(), Set.of(Role.AGENT));
        int capacity = request.capacity() == null ? 1 : request.capacity();
        return create(account, request.name(), request.title(), capacity);
    }

    private AgentView create(long account, String name, @Nullable String title, int capacity) {
        RosterLock.lock();
        var view = AgentView.of(Agent.create(account, name, title, capacity), null);
        Agent.flush();
        audit.record(Action.AGENT_CREATED, view.id(), null, view);
        eligibility.agentChanged(view.id());
        return view;
    }

    /** Makes an existing account an agent, unless it is one. */
    @Transactional
    public void ensure(long account, String name) {
        if (!Agent.exists(account)) {
            create(account, name, null, 1);
        }
    }

    /** Ends the account's work as an agent, if it was one: they are given nothing any more. */
    @Transactional
    public void retire(long account) {
        if (Agent.exists(account)) {
            setPresence(account, Presence.OFFLINE, null);
        }
    }

    @Transactional
    public Page<AgentView> list(
            @Nullable Presence presence,
            @Nullable String name,
            @Nullable Long groupId,
            @Nullable String after,
            int limit) {
        return list(presence, name, groupId, null, after, limit);
    }

    /** @param among only agents of these ids */
    @Transactional
    public Page<AgentView> list(
            @Nullable Presence presence,
            @Nullable String name,
            @Nullable Long groupId,
            @Nullable Set<Long> among,
            @Nullable String after,
            int limit) {
        long afterId = Cursor.id(after);
        var rows = Agent.page(presence, Search.part(name), groupId, among, afterId, limit + 1);
        var seen = LastSeen.lastOf(rows.stream().map(Agent::id).toList());
        return Page.of(rows, limit, agent -> AgentView.of(agent, seen.get(agent.id)), agent -> Cursor.at(agent.id));
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found} where the current user sees no such agent
     */
    @Transactional
    public void check(long id) {
        if (!Agent.exists(id)) {
            throw unknown(id);
        }
    }

    /** Whether the current user sees such an agent. */
    @Transactional
    public boolean exists(long id) {
        return CurrentVisibility.current().allAgents() ? existing.get(id, () -> Agent.exists(id)) : Agent.exists(id);
    }

    /** Those of these agents whom the current user sees, and who are not deleted. */
    @Transactional
    public Set<Long> existing(Collection<Long> ids) {
        return Agent.<Agent>list("id in ?1 and deletedAt is null", ids).stream()
                .map(agent -> agent.id)
                .collect(Collectors.toSet());
    }

    /** The names, by id, of those of these agents whom the current user sees, deleted ones included. */
    @Transactional
    public Map<Long, String> names(Collection<Long> ids) {
        return Agent.<Agent>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(agent -> agent.id, agent -> agent.name));
    }

    /** The names of the presence reasons, by id. */
    @Transactional
    public Map<Long, String> reasons() {
        return PresenceReason.<PresenceReason>listAll().stream()
                .collect(Collectors.toMap(reason -> reason.id, reason -> reason.name));
    }

    @Transactional
    public AgentView read(long id) {
        return view(Agent.byId(id).orElseThrow(() -> unknown(id)));
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code agent-at-capacity} where the agent holds more than the
     *     new capacity
     */
    @Transactional
    public AgentView update(long id, AgentChange change, @Nullable String ifMatch) {
        var agent = lock(id);
        EntityTags.check(ifMatch, agent.version);
        var before = view(agent);
        assignments.resize(agent, change.capacity());
        if (agent.load > change.capacity()) {
            throw ProblemType.AGENT_AT_CAPACITY.because(AgentWords.HOLDS_UNITS, agent.load);
        }
        agent.capacity = change.capacity();
        agent.title = change.title();
        if (!agent.name.equals(change.name())) {
            agent.name = change.name();
            accounts.rename(id, change.name());
        }
        Agent.flush();
        audit.record(Action.AGENT_UPDATED, id, before, view(agent));
        assignments.giveNext(agent);
        return view(agent);
    }

    /**
     * Sets the presence. An agent who becomes available holds the next waiting ticket when this returns.
     *
     * @param reason why the agent is away
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where there is no such reason
     */
    @Transactional
    public AgentView setPresence(long id, Presence presence, @Nullable Long reason) {
        var agent = lock(id);
        if (agent.presence == presence && Objects.equals(agent.presenceReasonId, reason)) {
            return view(agent);
        }
        if (reason != null && PresenceReason.byId(reason).isEmpty()) {
            throw ProblemType.CONFLICT.because(AgentWords.NO_REASON, reason);
        }
        var before = view(agent);
        agent.become(presence, reason);
        Agent.flush();
        if (!audit.isBy(id)) {
            audit.record(Action.AGENT_PRESENCE_SET, id, before, view(agent));
        }
        assignments.giveNext(agent);
        if (presence.isGone()) {
            DomainEvents.publish(new AgentUnavailable(agent.organisationId(), agent.id));
        }
        return view(agent);
    }

    /** Ends wrap-up, unless the agent did something else meanwhile. The caller holds the agent's lock. */
    public void endWrapUp(Agent agent) {
        if (agent.presence == Presence.WRAP_UP) {
            agent.become(Presence.AVAILABLE, null);
            assignments.giveNext(agent);
        }
    }

    /**
     * Counts an offer or a ticket that the agent let pass. After so many in a row the agent becomes AWAY. The caller
     * holds the agent's lock.
     */
    public void missed(Agent agent, int many) {
        agent.missed++;
        if (agent.missed >= many && agent.presence == Presence.AVAILABLE) {
            agent.missed = 0;
            agent.become(Presence.AWAY, PresenceReason.ensureMissedOffers().id);
            DomainEvents.publish(new AgentUnavailable(agent.organisationId(), agent.id));
        }
    }

    /**
     * Deletes the agent and their sign-in; their tickets return to the queue with their age. The agent goes offline in
     * a transaction of its own, so that no matcher gives them anything meanwhile. Each ticket is taken back in one of
     * its own, because the holder of a ticket's lock may wait for the agent's.
     */
    public void delete(Actor actor, long id, @Nullable String ifMatch) {
        Transactions.inNew(() -> {
            check(id);
            accounts.checkNotLastAdmin(id);
            var agent = lock(id);
            EntityTags.check(ifMatch, agent.version);
            agent.become(Presence.OFFLINE, null);
            assignments.giveNext(agent);
        });
        assignments.takeBackAll(actor, id);
        Transactions.inNew(() -> {
            accounts.checkNotLastAdmin(id);
            RosterLock.lock();
            var agent = lock(id);
            if (agent.load > 0) {
                throw ProblemType.CONFLICT.because(AgentWords.GIVEN_MEANWHILE);
            }
            agent.deletedAt = Times.now();
            accounts.delete(id);
            Agent.flush();
            audit.record(Action.AGENT_DELETED, id, view(agent), null);
            deletions.forEach(deletion -> deletion.agentDeleted(id));
        });
    }

    private static AgentView view(Agent agent) {
        return AgentView.of(agent, LastSeen.lastOf(agent.id));
    }

    private static Agent lock(long id) {
        return Agent.lock(id).filter(agent -> agent.deletedAt == null).orElseThrow(() -> unknown(id));
    }

    private static RuntimeException unknown(long id) {
        return ProblemType.NOT_FOUND.because(AgentWords.NO_AGENT, id);
    }
}
