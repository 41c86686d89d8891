package org.patchbay.shared.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/** Hands work to a {@link PollingLoop} of this replica, and ends its pause. A replica that ends loses its content. */
public final class Inbox<T> {

    private final LinkedBlockingDeque<T> work = new LinkedBlockingDeque<>();

    public void add(T one) {
        work.add(one);
    }

    /** Takes so many at most, in the order in which they came. */
    public List<T> take(int most) {
        var taken = new ArrayList<T>();
        work.drainTo(taken, most);
        return taken;
    }

    /** Returns when there is something, or after this time. */
    public void await(Duration atMost) throws InterruptedException {
        var first = work.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
        if (first != null) {
            work.addFirst(first);
        }
    }
}
