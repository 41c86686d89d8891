package org.patchbay.agents;

import org.patchbay.identity.Actor;

/** The tickets that agents hold. The feature above that assigns tickets implements it. */
public interface AgentAssignments {

    /**
     * Gives an agent, who may have become able to take more, as many of the best waiting tickets as they can take. Call
     * in the transaction of that change, under the agent's lock.
     */
    void giveNext(Agent agent);

    /**
     * Lets an exclusive ticket take all units of an agent who is about to have another capacity. Call in the
     * transaction of the change, under the agent's lock, before it.
     */
    void resize(Agent agent, int capacity);

    /** Takes back the tickets of an agent who is offline. Call outside of transactions: each has one of its own. */
    void takeBackAll(Actor actor, long agentId);
}
