package org.patchbay.agents;

/** Rows that a feature above keeps about agents. Any bean that implements this is found. */
public interface AgentDeletion {

    /**
     * Removes them, in the transaction that deletes the agent, who holds nothing any more, under {@link RosterLock} and
     * the agent's lock.
     */
    void agentDeleted(long agentId);
}
