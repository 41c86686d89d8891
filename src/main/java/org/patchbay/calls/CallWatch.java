package org.patchbay.calls;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.calls.engine.MediaServer;
import org.patchbay.calls.engine.MediaServer.LostRoom;
import org.patchbay.calls.engine.MediaServers;
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
    private final MediaServers servers;
    private final CallsConfig config;
    private final CurrentOrganisation currentOrganisation;

    CallWatch(CallCare care, MediaServers servers, CallsConfig config, CurrentOrganisation currentOrganisation) {
        this.care = care;
        this.servers = servers;
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
        for (var server : servers.all()) {
            server.keep().forEach(lost -> move(lost, server));
        }
        for (var call : currentOrganisation.everywhere(Call::live)) {
            try {
                currentOrganisation.in(call.organisationId(), () -> lookAfter(call.callId()));
            } catch (RuntimeException e) {
                Log.warnf(e, "Call %d could not be looked after, and is again", call.callId());
            }
        }
    }

    private void move(LostRoom lost, MediaServer from) {
        try {
            currentOrganisation.in(
                    lost.organisationId(), () -> CurrentVisibility.ofEverything(() -> care.move(lost, from)));
        } catch (RuntimeException e) {
            Log.warnf(e, "Call %d could not be moved, and is again", lost.callId());
        }
    }

    private void lookAfter(long call) {
        var now = Times.now();
        CurrentVisibility.ofEverything(
                () -> care.lookAfter(call, now.minus(config.beat().multipliedBy(BEATS)), now.minus(config.patience())));
    }
}
