package org.patchbay.routing;

import java.util.Optional;

import org.patchbay.agents.Agent;
import org.patchbay.tickets.Ticket;

/** Which agent may be given which ticket: looked up without locks, then locked one half after the other. */
interface Pairing {

    /** Whether what is sought is there, seen without locks. */
    boolean isThere(Seeking seeking);

    /** The agent to serve, longest idle first, whom no other matcher is looking at. */
    Optional<Agent> lockAgent(Seeking seeking);

    /** The best waiting ticket for the agent that no other matcher is looking at. */
    Optional<Ticket> lockTicket(Agent agent);

    boolean mayTake(Agent agent, Ticket ticket);
}
