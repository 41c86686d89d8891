package org.patchbay.deliveries;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.lifecycle.Shutdown;
import org.patchbay.shared.lifecycle.WorkerLoop.Batch;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;

import static java.util.Objects.requireNonNull;

/** Serves a lane: delivers one after another, as long as this replica holds it. */
@ApplicationScoped
class DeliveryRun {

    /** Then others have their turn. */
    private static final int MOST_AT_ONCE = 20;

    /** For what no replica can deliver now. */
    private static final Duration PUT_OFF = Duration.ofMinutes(1);

    private static final int MOST_LETTERS = 500;
    private static final int SLOWER = 3;

    private final Map<String, DeliveryHandler> handlers;
    private final Set<String> unknownKinds = ConcurrentHashMap.newKeySet();
    private final CurrentOrganisation currentOrganisation;
    private final DeliveryMetrics metrics;
    private final Shutdown shutdown;
    private final DeliveriesConfig config;

    DeliveryRun(
            @All List<DeliveryHandler> handlers,
            CurrentOrganisation currentOrganisation,
            DeliveryMetrics metrics,
            Shutdown shutdown,
            DeliveriesConfig config) {
        this.handlers = handlers.stream().collect(Collectors.toMap(DeliveryHandler::kind, Function.identity()));
        this.currentOrganisation = currentOrganisation;
        this.metrics = metrics;
        this.shutdown = shutdown;
        this.config = config;
    }

    Batch<DeliveryLane> due(int limit) {
        var lanes = currentOrganisation.everywhere(() -> DeliveryLane.due(Times.now(), limit));
        return new Batch<>(lanes, lanes.size() == limit);
    }

    /** Does nothing where another replica took the lane. */
    void serve(DeliveryLane due) {
        currentOrganisation.in(due.organisation(), () -> {
            if (mayServe(due)) {
                if (inNew(() -> due.take(Times.now(), leaseEnd()))) {
                    serveTaken(due.taken());
                }
            } else {
                inNew(() -> due.dueAt(Times.now().plus(PUT_OFF)));
            }
        });
    }

    private boolean mayServe(DeliveryLane lane) {
        if (handlers.containsKey(lane.kind())) {
            return lane.active();
        }
        if (unknownKinds.add(lane.kind())) {
            Log.warnf("No feature delivers the kind %s; such deliveries are kept", lane.kind());
        }
        return false;
    }

    private void serveTaken(DeliveryLane lane) {
        for (int i = 0; i < MOST_AT_ONCE && !shutdown.hasBegun(); i++) {
            var next = Transactions.inNew(() -> DeliveryRows.first(lane));
            if (next.isPresent()) {
                if (!serve(lane, next.get())) {
                    return;
                }
            } else if (inNew(() -> ended(lane))) {
                return;
            }
        }
        inNew(() -> lane.dueAt(Times.now()));
    }

    /** A delivery that is added at this moment has the lane locked: it is seen here, or opens the lane again. */
    private static boolean ended(DeliveryLane lane) {
        if (!lane.dueAt(Times.now())) {
            return true;
        }
        if (DeliveryRows.first(lane).isPresent()) {
            return false;
        }
        lane.end();
        return true;
    }

    /** @return whether the lane goes on with the next one, and is still held */
    private boolean serve(DeliveryLane lane, Delivery delivery) {
        try {
            var receipt = requireNonNull(handlers.get(lane.kind())).deliver(delivery);
            metrics.delivered(lane.kind());
            return inNew(() -> {
                boolean held = lane.dueAt(leaseEnd());
                if (held) {
                    DeliveryRows.remove(delivery.id());
                    receipt.run();
                }
                return held;
            });
        } catch (DeliveryFailed e) {
            return failed(lane, delivery, requireNonNull(e.getMessage()), e.isForGood());
        } catch (RuntimeException e) {
            Log.warnf(e, "Delivery %d of the kind %s failed", delivery.id(), lane.kind());
            return failed(lane, delivery, e.getClass().getSimpleName(), false);
        }
    }

    private boolean failed(DeliveryLane lane, Delivery delivery, String problem, boolean forGood) {
        boolean parks = forGood || delivery.attempts() + 1 >= config.attempts();
        metrics.failed(lane.kind(), parks);
        boolean held = inNew(() -> {
            boolean mine = lane.dueAt(parks ? leaseEnd() : Times.now().plus(pause(delivery.attempts())));
            if (mine) {
                var shown = problem.substring(0, Math.min(problem.length(), MOST_LETTERS));
                DeliveryRows.failed(delivery.id(), shown, Times.now(), parks);
            }
            return mine;
        });
        if (held && parks) {
            Log.warnf(
                    "Delivery %d of the kind %s of organisation %d is given up: %s",
                    delivery.id(), lane.kind(), lane.organisation(), problem);
        }
        return held && parks;
    }

    /** Those that failed together do not come again together. */
    private Duration pause(int attempts) {
        var pause = config.firstPause();
        for (int i = 0; i < attempts && pause.compareTo(config.longestPause()) < 0; i++) {
            pause = pause.multipliedBy(SLOWER);
        }
        long most = Math.min(pause.toMillis(), config.longestPause().toMillis());
        return Duration.ofMillis(most - ThreadLocalRandom.current().nextLong(most / SLOWER + 1));
    }

    private Instant leaseEnd() {
        return Times.now().plus(config.lease());
    }

    private static boolean inNew(BooleanSupplier work) {
        return Transactions.inNew(work::getAsBoolean);
    }
}
