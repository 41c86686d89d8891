package org.patchbay.routing.matching;

import jakarta.inject.Singleton;

/** The sweep, for tests that do not wait until it is due. */
@Singleton
public class SweepNow {

    private final Sweep sweep;

    SweepNow(Sweep sweep) {
        this.sweep = sweep;
    }

    public void sweep() {
        sweep.sweep();
    }
}
