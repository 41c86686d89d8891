package org.patchbay.agents;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** When agents are no longer there. */
@ConfigMapping(prefix = "patchbay.agents")
interface AgentsConfig {

    /** How long after their last request an agent becomes OFFLINE; longer than a sign of life is remembered for. */
    Duration lostAfter();

    /** How long an agent without any session has to sign in again before they become OFFLINE. */
    Duration signedOutAfter();

    /** How often each replica looks for agents who are gone, such as {@code 5s}. */
    String lookEvery();
}
