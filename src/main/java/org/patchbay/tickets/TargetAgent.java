package org.patchbay.tickets;

/** The only agent who may be given a ticket until it is that old. */
public record TargetAgent(long agentId, int forSeconds) {}
