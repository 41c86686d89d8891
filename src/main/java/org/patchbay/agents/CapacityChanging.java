package org.patchbay.agents;

/**
 * An agent is about to have another capacity. Fired inside the transaction that changes it, under their row's lock;
 * observe it in that transaction to have what takes all of their units take all of the new ones. Ask the database
 * first: until the capacity is set too, the row may not be written.
 */
public record CapacityChanging(Agent agent, int capacity) {}
