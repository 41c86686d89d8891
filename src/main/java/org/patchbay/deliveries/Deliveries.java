package org.patchbay.deliveries;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.Batches;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;

import io.quarkus.scheduler.Scheduled;

/** The queue of deliveries. One is in it until it is delivered, or an admin takes it out. */
@ApplicationScoped
public class Deliveries {

    private final Batches batches;
    private final Duration keepParked;

    Deliveries(Batches batches, DeliveriesConfig config) {
        this.batches = batches;
        keepParked = config.keepParked();
    }

    /**
     * Adds a delivery in the transaction under way.
     *
     * @param kind that of its {@link DeliveryHandler}
     * @param lane within which deliveries go one after another; lanes go beside one another
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String kind, String lane, String payload) {
        add(kind, lane, payload, Times.now());
    }

    /** As {@link #add(String, String, String)}, to be delivered at a time; a lane that is there keeps its own. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String kind, String lane, String payload, Instant dueAt) {
        DeliveryLane.open(kind, lane, dueAt);
        DeliveryRows.add(kind, lane, payload, Times.now());
    }

    /** As {@link #add(String, String, String)}, unless something waits in the lane already, or is under way. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addOnce(String kind, String lane, String payload) {
        DeliveryLane.open(kind, lane, Times.now());
        if (!DeliveryRows.waitsIn(kind, lane)) {
            DeliveryRows.add(kind, lane, payload, Times.now());
        }
    }

    @Transactional
    Page<DeliveryView> list(@Nullable DeliveryState state, @Nullable String after, int limit) {
        var rows = DeliveryRows.page(state, Cursor.id(after), limit + 1);
        return Page.of(rows, limit, view -> view, view -> Cursor.at(view.id()));
    }

    /** Tries one again that was given up. */
    @Transactional
    DeliveryView retry(long id) {
        var parked = find(id);
        if (parked.state() == DeliveryState.PARKED) {
            DeliveryLane.open(parked.kind(), parked.lane(), Times.now());
            DeliveryRows.unpark(id);
        }
        return find(id);
    }

    /** Takes one out; one that is under way may be delivered all the same. */
    @Transactional
    void discard(long id) {
        find(id);
        DeliveryRows.remove(id);
    }

    private static DeliveryView find(long id) {
        return Optional.ofNullable(DeliveryRows.view(id))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(DeliveryWords.NO_DELIVERY, id));
    }

    @AwaitedAtShutdown
    @Scheduled(every = "1h", delayed = "1m", identity = "parked-deliveries", skipExecutionIf = HeldElsewhere.class)
    void forget() {
        batches.deleteBefore(Times.now().minus(keepParked), "delivery", "parked_at");
    }
}
