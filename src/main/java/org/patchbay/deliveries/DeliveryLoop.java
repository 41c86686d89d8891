package org.patchbay.deliveries;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.lifecycle.Able;
import org.patchbay.shared.lifecycle.Shutdown;
import org.patchbay.shared.lifecycle.Shutdown.Work;
import org.patchbay.shared.lifecycle.WorkerLoop;

/** Has lanes served that are due. */
@ApplicationScoped
class DeliveryLoop {

    private static final int BATCH = 100;

    private final WorkerLoop<DeliveryLane> loop;

    DeliveryLoop(DeliveryRun run, DeliveriesConfig config, Shutdown shutdown) {
        loop = new WorkerLoop<>(
                "Deliveries",
                config.pollEvery(),
                config.workers(),
                Work.DELIVERIES,
                shutdown,
                () -> run.due(BATCH),
                run::serve);
    }

    void start(@Observes Able event) {
        loop.start();
    }
}
