package org.patchbay.agents;

/** What an agent may be given may have changed. Fired inside that transaction, under the {@link Roster}'s lock. */
public record AbilityChanged(long organisationId, long agentId) {}
