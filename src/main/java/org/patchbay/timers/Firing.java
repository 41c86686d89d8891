package org.patchbay.timers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.lifecycle.WorkerLoop.Batch;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;
import org.patchbay.timers.Timer.Candidate;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;

import static java.util.Objects.requireNonNull;

/** Finds due timers and fires them, each in a transaction of its own that also removes it. */
@ApplicationScoped
class Firing {

    private final Map<String, TimerHandler<?>> handlers;
    private final Set<String> unknownKinds = ConcurrentHashMap.newKeySet();
    private final CurrentOrganisation currentOrganisation;
    private final TimerMetrics metrics;

    Firing(@All List<TimerHandler<?>> handlers, CurrentOrganisation currentOrganisation, TimerMetrics metrics) {
        this.handlers = handlers.stream()
                .collect(Collectors.toMap(handler -> handler.kind().name(), Function.identity()));
        this.currentOrganisation = currentOrganisation;
        this.metrics = metrics;
    }

    /**
     * The due timers, oldest first. Looks without locking anything. Timers that cannot fire now, because their
     * organisation is suspended or no feature knows their kind, are put off, so that they never block others.
     */
    Batch<Candidate> due(int limit) {
        var found = currentOrganisation.everywhere(() -> Timer.toTry(Times.now(), limit));
        found.stream()
                .filter(Predicate.not(this::mayFire))
                .collect(Collectors.groupingBy(Candidate::organisationId))
                .forEach(this::putOff);
        return new Batch<>(found.stream().filter(this::mayFire).toList(), found.size() == limit);
    }

    private void putOff(long organisation, List<Candidate> timers) {
        currentOrganisation.in(organisation, () -> Transactions.inNew(() -> Timer.putOff(timers, Times.now())));
    }

    private boolean mayFire(Candidate timer) {
        if (handlers.containsKey(timer.kind())) {
            return timer.active();
        }
        if (unknownKinds.add(timer.kind())) {
            Log.errorf("No feature handles timers of the kind %s; they are kept", timer.kind());
        }
        return false;
    }

    /**
     * Fires a timer, unless another replica does or did.
     *
     * @throws RuntimeException where it failed and could not even be put off; it is still due
     */
    void fire(Candidate timer) {
        try {
            currentOrganisation
                    .in(timer.organisationId(), () -> Transactions.inNew(() -> take(timer)))
                    .ifPresent(dueAt -> metrics.fired(Duration.between(dueAt, Times.now())));
        } catch (RuntimeException | Error e) {
            metrics.failed();
            putOff(timer.organisationId(), List.of(timer));
            Log.warnf(
                    e,
                    "Timer %d of the kind %s failed and is tried again in %s",
                    timer.id(),
                    timer.kind(),
                    Timer.pause(timer.attempts()));
        }
    }

    /** @return when it was due, where it was not taken by another replica */
    private Optional<Instant> take(Candidate candidate) {
        return Timer.take(candidate.id(), Times.now()).map(timer -> {
            timer.delete();
            fire(requireNonNull(handlers.get(timer.kind)), timer);
            return timer.dueAt;
        });
    }

    private static <P> void fire(TimerHandler<P> handler, Timer timer) {
        handler.fire(timer.due(handler.kind()));
    }
}
