package org.patchbay.feed;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** How what happens is told. */
@ConfigMapping(prefix = "patchbay.feed")
interface FeedConfig {

    /** How often each replica looks for what happened on others; what happened on itself it tells at once. */
    Duration lookEvery();

    /** How long one can come back for what one missed. */
    Duration keepFor();

    /** How often older events are removed, or {@code off}. */
    String purgeEvery();

    /** Events removed in one transaction. */
    int purgeBatch();

    /** Who missed more than so many events reads the lists anew, which is less work for both. */
    int catchUp();

    /** Messages on their way to one listener; who does not take them gets no more. */
    int window();

    /** Whoever takes nothing for so long, with a full window, is cut off. */
    Duration patience();

    /** Connections of one account to one replica. */
    int perAccount();
}
