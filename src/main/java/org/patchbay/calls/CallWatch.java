package org.patchbay.calls;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.groups.CurrentVisibility;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/** Looks after the calls that go on. Rows alone decide, so any number of replicas may look at once. */
@ApplicationScoped
class CallWatch {

    private static final int BEATS = 4;

    private final CallCare care;
    private final CallsConfig config;
    private final CurrentOrganisation currentOrganisation;

    CallWatch(CallCare care, CallsConfig config, CurrentOrganisation currentOrganisation) {
        this.care = care;
        this.config = config;
        this.currentOrganisation = currentOrganisation;
    }

    @AwaitedAtShutdown
    @Scheduled(
            every = "{patchbay.calls.look-every}",
            delayed = "10s",
            identity = "calls",
            skipExecutionIf = HeldElsewhere.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        for (var call : currentOrganisation.everywhere(Call::live)) {
            try {
                currentOrganisation.in(call.organisationId(), () -> lookAfter(call.callId()));
            } catch (RuntimeException e) {
                Log.warnf(e, "Call %d could not be looked after, and is again", call.callId());
            }
        }
    }

    private void lookAfter(long call) {
        var now = Times.now();
        CurrentVisibility.ofEverything(
                () -> care.lookAfter(call, now.minus(config.beat().multipliedBy(BEATS)), now.minus(config.patience())));
    }
}
