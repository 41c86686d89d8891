package org.patchbay.agents;

/** The tickets that an agent may be given may have changed. Fired inside that transaction, under {@link RosterLock}. */
public record EligibilityChanged(long organisationId, long agentId) {}
