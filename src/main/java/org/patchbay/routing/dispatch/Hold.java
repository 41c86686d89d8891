package org.patchbay.routing.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Agent;
import org.patchbay.agents.AgentRows;
import org.patchbay.routing.assignments.AgentIdle;
import org.patchbay.routing.pools.EligibilityIndex;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.tickets.Ticket;

import static java.util.Objects.requireNonNull;

/** The agents whom a transaction has locked, as they are by now. */
final class Hold {

    private final boolean waits;
    private final Map<Long, Agent> agents = new LinkedHashMap<>();
    private final Set<Agent> unwritten = new LinkedHashSet<>();
    private final Set<Agent> changed = new LinkedHashSet<>();
    private final Set<Agent> seated = new LinkedHashSet<>();
    private final Map<Agent, Boolean> freed = new LinkedHashMap<>();
    private final Map<Long, Ticket> given = new LinkedHashMap<>();
    private final List<Seeking> seeking = new ArrayList<>();

    /**
     * A ticket that waits again.
     *
     * @param heldBefore the agent who goes first, if they are free; null for nobody in particular
     */
    record Seeking(Ticket ticket, @Nullable Long heldBefore) {}

    /** @param waits whether it waits for locks, and throws refusals; else it leaves out what cannot be done */
    Hold(boolean waits) {
        this.waits = waits;
    }

    boolean waits() {
        return waits;
    }

    /** Takes an agent who was read and locked; answers them as they were changed meanwhile. */
    Agent take(Agent read) {
        var known = agents.putIfAbsent(read.id(), read);
        return known == null ? read : known;
    }

    boolean has(long agentId) {
        return agents.containsKey(agentId);
    }

    Agent agent(long id) {
        return requireNonNull(agents.get(id));
    }

    Collection<Long> agentIds() {
        return agents.keySet();
    }

    /** Notes a change of an agent that concerns neither their load nor their presence. */
    void notes(Agent agent) {
        unwritten.add(agent);
    }

    /** Notes a change of an agent that is to be made, or was just made. */
    void changes(Agent agent) {
        unwritten.add(agent);
        if (changed.add(agent) && agent.isSeated()) {
            seated.add(agent);
        }
    }

    /** Notes that an agent is freed; call before that. */
    void frees(Agent agent, BooleanSupplier hadRoom) {
        freed.computeIfAbsent(agent, any -> hadRoom.getAsBoolean());
        changes(agent);
    }

    /** Those who were freed, and had no room before. */
    List<Agent> newlyFree() {
        return freed.entrySet().stream()
                .filter(each -> !each.getValue() && each.getKey().isFree())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Notes that an agent is to be sought for a ticket that waits again, when all else is written. */
    void seeksFor(Ticket ticket, @Nullable Long heldBefore) {
        seeking.add(new Seeking(ticket, heldBefore));
    }

    List<Seeking> seeking() {
        return seeking;
    }

    /** Notes that a ticket that waited was given to an agent. */
    void gives(Ticket ticket) {
        given.put(ticket.id(), ticket);
    }

    /** The ticket as it is by now. */
    Ticket latest(Ticket ticket) {
        return given.getOrDefault(ticket.id(), ticket);
    }

    /** Writes the changes of agents. */
    void write() {
        unwritten.forEach(agent -> agent.seated(agent.isFree()));
        AgentRows.update(unwritten);
        unwritten.clear();
    }

    /** Updates the seats of those who changed, when all else is written; and tells who is idle, after the commit. */
    void letGo(EligibilityIndex index) {
        write();
        var free = new ArrayList<Long>();
        var full = new ArrayList<Long>();
        for (var agent : changed) {
            if (agent.isFree()) {
                free.add(agent.id());
            } else if (seated.contains(agent)) {
                full.add(agent.id());
            }
        }
        index.place(free, full);
        freed.forEach((agent, hadRoom) -> {
            if (agent.isFree()) {
                DomainEvents.publish(new AgentIdle(CurrentOrganisation.id(), agent.id(), hadRoom));
            }
        });
    }
}
