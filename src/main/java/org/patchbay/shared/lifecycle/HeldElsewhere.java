package org.patchbay.shared.lifecycle;

import jakarta.inject.Singleton;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;

/**
 * Skips a scheduled run while another replica holds the lease of its name: {@code skipExecutionIf}. A method that is
 * called runs all the same.
 */
@Singleton
public class HeldElsewhere implements Scheduled.SkipPredicate {

    private final Leases leases;

    HeldElsewhere(Leases leases) {
        this.leases = leases;
    }

    @Override
    public boolean test(ScheduledExecution execution) {
        return !leases.take(execution.getTrigger().getId());
    }
}
