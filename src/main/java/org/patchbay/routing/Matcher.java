package org.patchbay.routing;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.Stopping;

/**
 * Matches waiting tickets and free agents until nothing is left to match.
 *
 * <p>A claim that skips a locked row may miss a match: the one who holds the lock may have looked for its other half just
 * before that appeared. So a matcher that comes out empty-handed looks again, when its own locks are gone, and tries while
 * both halves are there. Whoever ends last therefore sees what the others missed. Tries are bounded; what remains is the
 * sweep's.
 */
@ApplicationScoped
class Matcher {

    private static final int BATCH = 100;
    private static final int MAX_EMPTY_HANDED = 25;
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    private final Claims claims;
    private final Pairing pairing;
    private final Stopping stopping;

    Matcher(Claims claims, Pairing pairing, Stopping stopping) {
        this.claims = claims;
        this.pairing = pairing;
        this.stopping = stopping;
    }

    /**
     * Matches until the ticket has an agent or nobody is free. Tickets before it in the queue are served first.
     *
     * @return how many tickets were given to agents
     */
    int matchTicket(long ticketId) {
        return match(Seeking.agentFor(ticketId));
    }

    /** Matches until the agent holds all they can or nothing waits. */
    int matchAgent(long agentId) {
        return match(Seeking.ticketFor(agentId));
    }

    /**
     * Matches some of the tickets that wait although somebody could take them, until one of them has nobody any more or
     * the replica stops.
     *
     * @return how many tickets were given to agents; 0 where none was left, or others were faster
     */
    int matchStranded(int limit) {
        return pairing.stranded(limit).stream()
                .takeWhile(ticket -> !stopping.hasBegun())
                .mapToInt(this::matchTicket)
                .takeWhile(matched -> matched > 0)
                .sum();
    }

    /** Matches all tickets that wait although somebody could take them. */
    void matchStranded() {
        while (matchStranded(BATCH) > 0) {
            // The match is the work.
        }
    }

    private int match(Seeking seeking) {
        int matched = 0;
        int emptyHanded = 0;
        while (emptyHanded < MAX_EMPTY_HANDED) {
            switch (claims.attempt(seeking)) {
                case NOTHING_TO_MATCH -> {
                    return matched;
                }
                case WANTED_CLAIMED -> {
                    return matched + 1;
                }
                case OTHER_CLAIMED -> matched++;
                case EMPTY_HANDED -> {
                    emptyHanded++;
                    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
                }
            }
        }
        return matched;
    }
}
