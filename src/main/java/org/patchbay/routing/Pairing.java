package org.patchbay.routing;

import java.util.Optional;

import org.patchbay.agents.Agent;
import org.patchbay.tickets.Ticket;

/** Which agent may be given which ticket: looked up without locks, then locked one half after the other. */
interface Pairing {

    /** Where what is sought is there, seen without locks: how to lock the agent to serve. */
    Optional<AgentLock> find(Seeking seeking);

    /** Locks an agent whom no other matcher is looking at, longest idle first, if there still is one. */
    interface AgentLock {
        Optional<Agent> lock();
    }

    /** The best waiting ticket for the agent that no other matcher is looking at. */
    Optional<Ticket> lockTicket(Agent agent);

    boolean mayTake(long agentId, Ticket ticket);
}
