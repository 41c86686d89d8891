package org.patchbay.routing;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** How assignment runs. */
@ConfigMapping(prefix = "patchbay.assignment")
interface RoutingConfig {

    /** What the broker calls the queue of assignment requests. */
    String address();

    /** From {@code 1s}; {@code off} leaves assignment to the messages alone. */
    String sweepEvery();

    /** For how long a ticket is not offered again to an agent who declined it or let it expire. */
    Duration notAgainFor();

    /** After how many offers in a row that they let expire, or tickets given to them, an agent becomes AWAY. */
    int missedOffers();

    /**
     * How often each connection that the pool keeps is led along the road from opening to assignment before we say that
     * we are ready; 0 is never.
     */
    int rehearsals();

    /** After this we are ready without. */
    Duration rehearsalLimit();

    /** Tickets the sweep assigns in one organisation before it turns to the next. */
    int sweepBatch();
}
