package org.patchbay.deliveries;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Settings of deliveries. */
@ConfigMapping(prefix = "patchbay.deliveries")
interface DeliveriesConfig {

    /** How often each replica looks for lanes that are due. */
    Duration pollEvery();

    /** Lanes that each replica serves at once. */
    int workers();

    /** For how long a replica that was killed keeps others from what it delivered; no delivery may take longer. */
    Duration lease();

    /** After so many failed attempts a delivery is parked. */
    int attempts();

    /** The pause after the first failed attempt; each further one is three times as long, up to the longest. */
    Duration firstPause();

    /** The longest pause between two attempts. */
    Duration longestPause();

    /** For how long what was parked is kept. */
    Duration keepParked();
}
