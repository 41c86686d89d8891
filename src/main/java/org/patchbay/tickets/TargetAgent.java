package org.patchbay.tickets;

/** The only agent who may be given a ticket, until it reaches an age. */
public record TargetAgent(long agentId, int forSeconds) {}
