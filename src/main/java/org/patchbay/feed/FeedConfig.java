package org.patchbay.feed;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Settings of the feed. */
@ConfigMapping(prefix = "patchbay.feed")
interface FeedConfig {

    /** How often each replica looks for events of other replicas; it tells its own at once. */
    Duration lookEvery();

    /** How long one can come back for what one missed, unless the organisation says. */
    Duration keepFor();

    /** How often older events are removed, such as {@code 10m}, or {@code off}. */
    String purgeEvery();

    /** Events that are removed in one transaction. */
    int purgeBatch();

    /** Events that a listener may have missed; beyond that they read the lists anew, which is less work for both. */
    int catchUp();

    /** Messages on their way to one listener, who gets no more before these are taken. */
    int window();

    /** How long a listener with a full window may take nothing before they are cut off. */
    Duration patience();

    /** Open connections of one account to one replica. */
    int perAccount();
}
