package org.patchbay.routing;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Whether and how long it is known why tickets were given to agents. */
@ConfigMapping(prefix = "patchbay.decisions")
interface DecisionsConfig {

    boolean enabled();

    Duration keep();

    /** How often older ones are looked for, or {@code off}. */
    String purgeEvery();

    /** Decisions removed in one transaction. */
    int purgeBatch();
}
