package org.patchbay.routing.decisions;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Whether decisions are kept, and how long. */
@ConfigMapping(prefix = "patchbay.decisions")
interface DecisionsConfig {

    /** Whether decisions are kept: why a ticket was given to whom. */
    boolean enabled();

    /** How long a decision is kept. */
    Duration keep();

    /** How often older decisions are removed, such as {@code 1h}, or {@code off}. */
    String purgeEvery();

    /** Decisions that are removed in one transaction. */
    int purgeBatch();
}
