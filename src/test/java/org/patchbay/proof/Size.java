package org.patchbay.proof;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/** The amount of work of the proofs: for two slow cores, or, by {@code -Dproofs=long}, for a night. */
final class Size {

    private static final boolean LONG = "long".equals(System.getProperty("proofs", "usual"));

    /** Tickets of each opener of a rush into which a fault falls. */
    static final int FAULT = of(10, 30);

    /** Tickets of each opener of the greatest rush. */
    static final int RUSH = of(10, 40);

    /** Tickets of the other rushes. */
    static final int CROWD = of(120, 400);

    /** How often everybody arrives at the same moment. */
    static final int ARRIVALS = of(4, 20);

    /** Tickets that a queue distributes one after the other. */
    static final int SEQUENCE = of(32, 120);

    /** Tickets of random work, of which each agent's share is compared. */
    static final int SHARES = of(80, 320);

    /** Tickets of each opener of a queue that many use at once. */
    static final int CONTENTION = of(25, 120);

    /** Decisions that are replayed. */
    static final int DECISIONS = of(100, 500);

    /** Messages of each person of a conversation; by night a hundred thousand come together. */
    static final int MESSAGES = of(40, 8_400);

    /** Answers to each customer that are mailed. */
    static final int MAILS = of(12, 500);

    /** How often a replica is killed under load. */
    static final int KILLS = of(1, 20);

    /** How often a replica is stopped under load. */
    static final int STOPS = of(1, 20);

    /** Tries of each property. */
    static final int TRIES = of(20, Tries.MOST);

    private Size() {}

    private static int of(int usual, int nightly) {
        return LONG ? nightly : usual;
    }

    /** Ends a property after {@link Size#TRIES}, since an annotation cannot ask for them. */
    static final class Tries implements AroundTryHook {

        static final int MOST = 100;

        @Override
        public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor aTry, List<Object> parameters) {
            var tries = Store.getOrCreate(Tries.class, Lifespan.PROPERTY, AtomicInteger::new);
            var result = aTry.execute(parameters);
            boolean enough = tries.get().incrementAndGet() >= TRIES;
            return enough && result.isSatisfied() ? TryExecutionResult.satisfied(true) : result;
        }
    }
}
