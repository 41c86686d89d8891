package org.patchbay.shared.persistence;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Gathers work while other work of its kind is under way, and does all of it at once afterwards. Somebody who finds
 * nothing under way begins a group, at once or after a moment for others. The first of those who waited leads the next
 * group. A group that is stuck keeps nobody: after some time those who wait are told to do without.
 *
 * @param <W> a piece of work, which keeps its own result
 */
public final class GroupCommit<W> {

    private final int most;
    private final Duration patience;
    private final Duration moment;
    private final Consumer<List<W>> together;
    private final Queue<Turn<W>> waiting = new ArrayDeque<>();
    private boolean underWay;

    /** @param leads whether whoever waits is to lead the next group; else their work is done */
    private record Turn<W>(W work, CompletableFuture<Boolean> leads) {}

    /**
     * @param most pieces of work in a group
     * @param patience how long somebody waits for a group to begin
     * @param together does a group of them, and throws nothing
     */
    public GroupCommit(int most, Duration patience, Consumer<List<W>> together) {
        this(most, patience, Duration.ZERO, together);
    }

    /** @param moment how long a group waits for others before it begins, where there is room for them */
    public GroupCommit(int most, Duration patience, Duration moment, Consumer<List<W>> together) {
        this.most = most;
        this.patience = patience;
        this.moment = moment;
        this.together = together;
    }

    /**
     * Returns when the work was in a group that has ended, by this thread or another.
     *
     * @return whether it was; else no group will do it
     */
    public boolean run(W work) {
        var turn = new Turn<>(work, new CompletableFuture<>());
        if (begins(turn) || leads(turn)) {
            lead();
        }
        return !turn.leads().isCancelled();
    }

    private boolean leads(Turn<W> turn) {
        try {
            return turn.leads().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return !leaves(turn) && turn.leads().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !leaves(turn) && turn.leads().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Unless it is in a group already, or leads the next one. */
    private synchronized boolean leaves(Turn<W> turn) {
        return !turn.leads().isDone() && waiting.remove(turn) && turn.leads().cancel(false);
    }

    /** The pieces of work that wait for the next group. */
    public synchronized int waiting() {
        return waiting.size();
    }

    private synchronized boolean begins(Turn<W> turn) {
        waiting.add(turn);
        boolean first = !underWay;
        underWay = true;
        return first;
    }

    private void lead() {
        if (moment.isPositive() && waiting() < most) {
            LockSupport.parkNanos(moment.toNanos());
        }
        var group = next();
        try {
            together.accept(group.stream().map(Turn::work).toList());
        } finally {
            handOver();
            group.forEach(turn -> turn.leads().complete(false));
        }
    }

    private synchronized List<Turn<W>> next() {
        var group = new ArrayList<Turn<W>>();
        while (group.size() < most && !waiting.isEmpty()) {
            group.add(waiting.remove());
        }
        return group;
    }

    private synchronized void handOver() {
        var next = waiting.peek();
        if (next == null) {
            underWay = false;
        } else {
            next.leads().complete(true);
        }
    }
}
