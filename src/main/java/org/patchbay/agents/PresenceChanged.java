package org.patchbay.agents;

import java.time.Instant;

/** An agent came, went or does something else now. Fired inside that transaction, under the agent's row lock. */
public record PresenceChanged(long agentId, Presence presence, Instant at) {}
