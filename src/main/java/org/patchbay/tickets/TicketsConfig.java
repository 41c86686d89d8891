package org.patchbay.tickets;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Rules of a ticket's life that an installation sets. */
@ConfigMapping(prefix = "patchbay.tickets")
interface TicketsConfig {

    /** How long after its resolution a ticket can be reopened; then it closes by itself. */
    Duration reopenWithin();

    /** The agents who may resolve a ticket beside supervisors: all, or the one who holds it. */
    ResolvableBy resolvableBy();

    /** Who may resolve. */
    enum ResolvableBy {
        ANY_AGENT,
        HOLDER
    }
}
