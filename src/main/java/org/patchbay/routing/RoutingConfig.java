package org.patchbay.routing;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Settings of assignment. */
@ConfigMapping(prefix = "patchbay.assignment")
public interface RoutingConfig {

    /** The broker's name of the queue of assignment requests; in RabbitMQ 4 {@code /queues/assignment-requests}. */
    String address();

    /** How often forgotten tickets are looked for, from {@code 1s} on; {@code off} leaves them to messages alone. */
    String sweepEvery();

    /** How long a ticket is not given again to an agent who declined it or let it expire. */
    Duration notAgainFor();

    /** Offers, or tickets given to them, in a row that an agent lets pass before they become {@code AWAY}. */
    int missedOffers();

    /**
     * Rehearsals of the road from opening to assignment, on each connection that the pool keeps, before a replica is
     * ready; 0 is none.
     */
    int rehearsals();

    /** How long a replica tries to rehearse before it is ready without. */
    Duration rehearsalLimit();

    /** Tickets that the sweep assigns in one organisation before it turns to the next. */
    int sweepBatch();
}
