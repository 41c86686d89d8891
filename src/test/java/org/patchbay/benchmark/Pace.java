package org.patchbay.benchmark;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The pace at which customers open tickets. */
interface Pace {

    /**
     * Waits for the next turn.
     *
     * @return when it was due, as of {@link System#nanoTime}: latency counts from here, so that an application that is
     *     late cannot slow down the clock that measures it; 0 to stop asking
     */
    long awaitTurn() throws InterruptedException;

    /** A ticket was resolved. */
    void resolved();

    /** As fast as the application goes, with at most this many live tickets. */
    static Pace closed(int live) {
        var places = new Semaphore(live);
        return new Pace() {

            @Override
            public long awaitTurn() throws InterruptedException {
                return places.tryAcquire(1, TimeUnit.SECONDS) ? System.nanoTime() : 0;
            }

            @Override
            public void resolved() {
                places.release();
            }
        };
    }

    /** At a fixed rate, whatever the application does. */
    static Pace fixed(double perSecond) {
        long start = System.nanoTime();
        double interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        var turn = new AtomicLong();
        return new Pace() {

            @Override
            public long awaitTurn() {
                long due = start + (long) (turn.getAndIncrement() * interval);
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                return due;
            }

            @Override
            public void resolved() {
                // The next ticket does not wait for this one.
            }
        };
    }
}
