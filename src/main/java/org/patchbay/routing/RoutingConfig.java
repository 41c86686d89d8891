package org.patchbay.routing;

import io.smallrye.config.ConfigMapping;

/** How assignment runs. */
@ConfigMapping(prefix = "patchbay.assignment")
interface RoutingConfig {

    /** What the broker calls the queue of assignment requests. */
    String address();

    /** From {@code 1s}; {@code off} leaves assignment to the messages alone. */
    String sweepEvery();

    /** Tickets the sweep assigns in one organisation before it turns to the next. */
    int sweepBatch();
}
