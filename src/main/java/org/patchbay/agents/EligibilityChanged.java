package org.patchbay.agents;

/** What an agent may be given may have changed. Fired inside that transaction, under the {@link RosterLock}'s lock. */
public record EligibilityChanged(long organisationId, long agentId) {}
