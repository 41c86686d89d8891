package org.patchbay.routing.matching;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.routing.decisions.MatchQueries;
import org.patchbay.routing.decisions.MatchRequest;
import org.patchbay.shared.lifecycle.Shutdown;

/**
 * Matches waiting tickets and free agents until nothing is left to match.
 *
 * <p>A claim that skips a locked row may miss a match: the holder of the lock may have looked for its other half just
 * before that appeared. So a matcher that comes out empty-handed looks again when its own locks are gone, and tries
 * while both halves are there. The matcher that ends last therefore sees everything that the others missed. Tries are
 * bounded; a matcher that gives up says so, to be asked again.
 */
@ApplicationScoped
public class Matcher {

    private static final int BATCH = 100;
    private static final int MAX_EMPTY_HANDED = 25;
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    private final AssignmentTransaction transaction;
    private final MatchQueries matchQueries;
    private final Shutdown shutdown;

    Matcher(AssignmentTransaction transaction, MatchQueries matchQueries, Shutdown shutdown) {
        this.transaction = transaction;
        this.matchQueries = matchQueries;
        this.shutdown = shutdown;
    }

    /**
     * The result of a search.
     *
     * @param given the number of tickets that were given to agents
     * @param settled whether nothing is left to match; else others held the agent or the ticket to the last try
     */
    private record Outcome(int given, boolean settled) {}

    /**
     * Matches until the ticket has an agent or no agent is free. Tickets before it in the queue are served first.
     *
     * @return whether nothing is left to match; else the match is to be requested again
     */
    public boolean matchTicket(long ticketId) {
        return match(MatchRequest.agentFor(ticketId)).settled();
    }

    /** As {@link #matchTicket}, until the agent holds as much as they can or nothing waits. */
    public boolean matchAgent(long agentId) {
        return match(MatchRequest.ticketFor(agentId)).settled();
    }

    /**
     * Matches some of the tickets that wait although an agent could take them, until no agent is left for one of them
     * or the replica stops.
     *
     * @return the number of tickets that were given to agents; 0 where none was left, or others were faster
     */
    int matchStranded(int limit) {
        return matchQueries.stranded(limit).stream()
                .takeWhile(ticket -> !shutdown.hasBegun())
                .mapToInt(ticket -> match(MatchRequest.agentFor(ticket)).given())
                .takeWhile(given -> given > 0)
                .sum();
    }

    /** As {@link #matchTicket}, for all tickets that wait although an agent could take them. */
    boolean matchStranded() {
        while (matchStranded(BATCH) > 0) {
            // Each match is made by the condition.
        }
        return matchQueries.stranded(1).isEmpty();
    }

    private Outcome match(MatchRequest request) {
        int given = 0;
        int emptyHanded = 0;
        while (emptyHanded < MAX_EMPTY_HANDED) {
            switch (transaction.attempt(request)) {
                case NOTHING_TO_MATCH -> {
                    return new Outcome(given, true);
                }
                case WANTED_CLAIMED -> {
                    return new Outcome(given + 1, true);
                }
                case OTHER_CLAIMED -> given++;
                case EMPTY_HANDED -> {
                    emptyHanded++;
                    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
                }
            }
        }
        return new Outcome(given, false);
    }
}
