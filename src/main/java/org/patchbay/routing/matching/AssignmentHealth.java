package org.patchbay.routing.matching;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;

/** Up even while the broker is away, because the sweep goes on assigning; the data tells. */
@Readiness
@ApplicationScoped
class AssignmentHealth implements HealthCheck {

    private final HealthCenter channels;

    AssignmentHealth(HealthCenter channels) {
        this.channels = channels;
    }

    @Override
    public HealthCheckResponse call() {
        var check = HealthCheckResponse.named("assignment").up();
        boolean connected = allOk(channels.getReadiness());
        boolean receiving = allOk(channels.getLiveness());
        if (connected && receiving) {
            return check.withData("state", "ok").build();
        }
        return check.withData("state", "degraded")
                .withData(
                        "reason",
                        connected
                                ? "the broker does not let us receive from the queue: does it exist?"
                                : "no connection to the broker")
                .withData("effect", "tickets are assigned by the sweep only")
                .build();
    }

    private static boolean allOk(HealthReport report) {
        return report.getChannels().stream().allMatch(HealthReport.ChannelInfo::isOk);
    }
}
