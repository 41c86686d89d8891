package org.patchbay.tickets;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Settings of a ticket's life. */
@ConfigMapping(prefix = "patchbay.tickets")
interface TicketsConfig {

    /** How long after its resolution a ticket can be reopened; then it closes by itself. */
    Duration reopenWithin();

    /** The agents who may resolve a ticket beside supervisors: all, or the one who holds it. */
    ResolvableBy resolvableBy();

    /** The accounts that may resolve. */
    enum ResolvableBy {
        ANY_AGENT,
        HOLDER
    }
}
