package org.patchbay.agents;

/**
 * An agent is about to have another capacity. Fired inside the transaction that changes it, under the agent's lock.
 * Observe it in that transaction to let an exclusive ticket take all of the new units. Query before writing: the row
 * may not be flushed until the capacity is set too.
 */
public record CapacityChanging(Agent agent, int capacity) {}
