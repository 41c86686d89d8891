package org.patchbay.routing;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.Agent;

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

    private static final long NO_TICKET = 0;
    private static final int MAX_EMPTY_HANDED = 25;
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    private final Claims claims;
    private final Matchable matchable;

    Matcher(Claims claims, Matchable matchable) {
        this.claims = claims;
        this.matchable = matchable;
    }

    /**
     * Matches until the ticket has an agent or nobody is free. Tickets before it in the queue are served first.
     *
     * @return how many tickets were given to agents
     */
    int matchTicket(long ticketId) {
        return match(() -> matchable.ticket(ticketId), Agent::lockLongestIdle, ticketId, Integer.MAX_VALUE);
    }

    /** Matches until the agent holds all they can or nothing waits. */
    int matchAgent(long agentId) {
        return match(() -> matchable.agent(agentId), () -> Agent.lockIfFree(agentId), NO_TICKET, Integer.MAX_VALUE);
    }

    /** Matches until nobody is free, nothing waits, or the limit is reached. */
    int matchAny(int limit) {
        return match(matchable::any, Agent::lockLongestIdle, NO_TICKET, limit);
    }

    /** @param wanted the ticket that ends the search once it is claimed */
    private int match(BooleanSupplier matchable, Supplier<Optional<Agent>> lockAgent, long wanted, int limit) {
        int matched = 0;
        int emptyHanded = 0;
        while (matched < limit && emptyHanded < MAX_EMPTY_HANDED) {
            switch (claims.attempt(matchable, lockAgent, wanted)) {
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
