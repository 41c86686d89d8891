package org.patchbay.routing;

import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.JsonObject;

import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.patchbay.shared.lifecycle.Shutdown;

import io.quarkus.logging.Log;
import io.smallrye.health.event.SmallRyeHealthStatusChangeEvent;

/**
 * Says once what makes us unready, and once that it is over, however often we are asked: SmallRye would write the whole
 * answer to each probe that fails. That a replica is not ready before the road was walked, or once it stops, is no
 * news.
 */
@ApplicationScoped
class ProbeNews {

    private final WarmUp warmUp;
    private final Shutdown shutdown;
    private volatile boolean told;

    ProbeNews(@Readiness WarmUp warmUp, Shutdown shutdown) {
        this.warmUp = warmUp;
        this.shutdown = shutdown;
    }

    void onChange(@Observes @Readiness SmallRyeHealthStatusChangeEvent change) {
        if (change.health().getStatus() == Status.DOWN) {
            if (warmUp.isOver() && !shutdown.hasBegun()) {
                told = true;
                Log.warnf("Not ready: %s", down(change.health().getPayload()));
            }
        } else if (told) {
            told = false;
            Log.info("Ready again");
        }
    }

    private static String down(JsonObject health) {
        return health.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("status").equals(Status.DOWN.name()))
                .map(check -> check.getString("name") + " " + check.getOrDefault("data", JsonObject.EMPTY_JSON_OBJECT))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
