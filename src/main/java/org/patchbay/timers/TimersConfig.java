package org.patchbay.timers;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Settings of timers. */
@ConfigMapping(prefix = "patchbay.timers")
interface TimersConfig {

    /** How often each replica looks for due timers, unless there are more than it can read at once. */
    Duration pollEvery();

    /** Timers that each replica fires at once; each takes a database connection. */
    int workers();
}
