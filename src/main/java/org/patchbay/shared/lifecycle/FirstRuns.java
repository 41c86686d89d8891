package org.patchbay.shared.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.scheduler.Scheduler;

/** Nothing runs on schedule before the replica is able: the scheduler is halted until then, by its start mode. */
@ApplicationScoped
class FirstRuns {

    private final Scheduler scheduler;

    FirstRuns(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void onAble(@Observes Able event) {
        scheduler.resume();
    }
}
