package org.patchbay.agents;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Settings of when an agent counts as gone. */
@ConfigMapping(prefix = "patchbay.agents")
public interface AgentsConfig {

    /** How long after their last request an agent becomes OFFLINE. It is longer than a heartbeat is remembered. */
    Duration lostAfter();

    /** How long an agent without any session has to sign in again before they become OFFLINE. */
    Duration signedOutAfter();

    /** How often one replica looks for agents who are gone, such as {@code 5s}. */
    String lookEvery();
}
