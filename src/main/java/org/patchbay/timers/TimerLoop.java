package org.patchbay.timers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.lifecycle.Able;
import org.patchbay.shared.lifecycle.Shutdown;
import org.patchbay.shared.lifecycle.Shutdown.Work;
import org.patchbay.shared.lifecycle.WorkerLoop;
import org.patchbay.timers.Timer.Candidate;

/** Has due timers fired. The first worker to lock one fires it, so none waits for a lease to end after a kill. */
@ApplicationScoped
class TimerLoop {

    private static final int BATCH = 200;

    private final WorkerLoop<Candidate> loop;

    TimerLoop(Firing firing, TimersConfig config, Shutdown shutdown) {
        loop = new WorkerLoop<>(
                "Timers",
                config.pollEvery(),
                config.workers(),
                Work.TIMERS,
                shutdown,
                () -> firing.due(BATCH),
                firing::fire);
    }

    void start(@Observes Able event) {
        loop.start();
    }
}
