package org.patchbay.agents;

import java.time.Instant;

/**
 * The presence of an agent changed, or their wrap-up was prolonged. Fired inside that transaction, under the agent's
 * row lock.
 */
public record PresenceChanged(long agentId, Presence presence, Instant at) {}
