package org.patchbay.benchmark;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The failures on the threads of the load generator. */
final class Failures {

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicReference<String> first = new AtomicReference<>();

    void add(String what) {
        count.incrementAndGet();
        first.compareAndSet(null, what);
    }

    boolean none() {
        return count.get() == 0;
    }

    void check() {
        if (!none()) {
            throw new IllegalStateException(count + " failures, the first: " + first);
        }
    }
}
