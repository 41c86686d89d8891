package org.patchbay.agents;

/** The tickets that agents may be given. The feature above that knows them implements it. */
public interface AgentEligibility {

    /**
     * An agent is new, or their skills or limits changed. Call in that transaction, under {@link RosterLock}; the agent
     * is given at once what they may have now.
     */
    void agentChanged(long agentId);
}
